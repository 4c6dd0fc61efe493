import { fileStem, type PublicationSettings } from "@/lib/domain/publication";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { PlatformPaperView } from "@/lib/views/commitments/platform-paper-view";
import type { Chapter, Fact, PublicationDocument } from "../../document";
import { documentWords } from "../document-words";
import { imprintChapter, prepareImprint } from "../imprint";
import { activitiesChapter } from "./activities-chapter";
import { membersChapter } from "./members-chapter";
import { type PreparingPlatform, unitName } from "./platform-context";
import { pointsChapter } from "./points-chapter";
import { saidChapter } from "./said-chapter";
import { waitingChapter } from "./waiting-chapter";

/**
 * Words the annual report of a civil society platform: the same view, settings and publisher give the same document. It rests
 * on no results, and is of the day on which it was read.
 */
export function preparePlatformDocument(
  settings: PublicationSettings,
  view: PlatformPaperView,
  words: PublicationWords,
  { publisher, web }: { publisher: Publisher; web: string | null },
): PublicationDocument {
  const { t, formats } = words;
  const { plan, report, readOn } = view;
  const preparing: PreparingPlatform = { words, view };
  const year = formats.year(`${report.year}-07-01`);
  const kicker = t("publication.kind.platformReport");
  const title = titleOf(preparing, year);
  const subtitle = t("publication.subtitle", { plan: plan.title, span: plan.subtitle });
  const asOf = t("publication.platform.fact.asOf", { day: formats.day(readOn) });
  const imprint = prepareImprint(words, publisher, web, {
    title,
    subtitle,
    isDemonstration: plan.isDemonstration,
    version: asOf,
    isOfWords: true,
  });
  return {
    language: settings.language,
    title,
    subtitle,
    kicker,
    asOf: readOn,
    isInternal: false,
    fileStem: fileStem(plan.code, settings),
    notices: [
      ...(plan.isDemonstration ? [t("publication.notice.madeUpWords")] : []),
      ...(report.visibility === "public" ? [] : [t(`publication.notice.${report.visibility}`)]),
    ],
    facts: factsOf(preparing, asOf),
    chapters: [...chaptersOf(preparing), imprintChapter(words, imprint)],
    imprint,
    words: documentWords(words, t("publication.words.running", { title: kicker, period: year })),
  };
}

/** In the order in which they are read. */
const chaptersOf = (preparing: PreparingPlatform): Chapter[] => [
  membersChapter(preparing),
  activitiesChapter(preparing),
  saidChapter(preparing),
  pointsChapter(preparing, "challenge"),
  pointsChapter(preparing, "priority"),
  ...waitingChapter(preparing),
];

function titleOf(preparing: PreparingPlatform, year: string): string {
  const { t } = preparing.words;
  const { unit } = preparing.view.report;
  return unit.level === "region"
    ? t("publication.title.platformReportOfRegion", { year })
    : t("publication.title.platformReport", { unit: unitName(preparing, unit), year });
}

/** Where it stands, and who says so. */
function factsOf({ words: { t, text, formats }, view: { report } }: PreparingPlatform, asOf: string): Fact[] {
  const { code, state, agreed, members, agreedOn, presented, answered, points, author } = report;
  return [
    { term: t("publication.platform.fact.code"), text: code },
    // None of a draft are made.
    {
      term: t("publication.platform.fact.state"),
      text: state === "draft" ? "" : t(`publication.platform.state.${state}`),
    },
    {
      term: t("publication.platform.fact.agreement"),
      text: t("publication.platform.fact.agreedBy", {
        agreed: formats.number(agreed),
        members: formats.number(members),
        day: agreedOn === null ? "" : formats.day(agreedOn),
      }),
    },
    ...(presented === null
      ? []
      : [
          {
            term: t("publication.platform.fact.presented"),
            text: text(
              t("publication.platform.fact.presentedAt", { meeting: presented.title, day: formats.day(presented.on) }),
            ),
          },
          {
            term: t("publication.platform.fact.answers"),
            text: t("publication.platform.fact.answeredOf", {
              answered: formats.number(answered),
              points: formats.number(points),
            }),
          },
        ]),
    { term: t("publication.platform.fact.author"), text: text(author) },
    { term: t("publication.platform.fact.read"), text: asOf },
  ];
}
