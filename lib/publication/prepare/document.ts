import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { PublicationSection } from "@/lib/domain/publication";
import { fileStem, regionCode } from "@/lib/domain/publication";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import type { Chapter, Fact, PublicationDocument } from "../document";
import { agendaChapter } from "./chapters/agenda-chapter";
import { countryChapter } from "./chapters/country-chapter";
import { decisionsChapter } from "./chapters/decisions-chapter";
import { findingsChapter } from "./chapters/findings-chapter";
import { countryGoalChapter, goalChapter } from "./chapters/goal-chapter";
import { methodChapter } from "./chapters/method-chapter";
import { narrativesChapter } from "./chapters/narratives-chapter";
import { notesChapter } from "./chapters/notes-chapter";
import { observationsChapter } from "./chapters/observations-chapter";
import { statusChapter } from "./chapters/status-chapter";
import { tablesChapter } from "./chapters/tables-chapter";
import { youthChapter } from "./chapters/youth-chapter";
import type { Preparing, PublicationViews } from "./context";
import { documentWords } from "./document-words";
import { imprintChapter, prepareImprint } from "./imprint";

/** The results version that a publication is made from. */
interface Version {
  number: number;
  /** The day on which it came about. */
  createdOn: IsoDate;
}

/**
 * Words a publication: the same views, settings, version and publisher give the same document, whenever and by whomever it is made.
 * Sections whose data don't exist are left out.
 */
export function prepareDocument(
  settings: Preparing["settings"],
  views: PublicationViews,
  version: Version,
  words: PublicationWords,
  { publisher, web }: { publisher: Publisher; web: string | null },
): PublicationDocument {
  const { t, formats } = words;
  const { plan } = views.regional;
  const period = formats.period(views.regional.period);
  const preparing: Preparing = { settings, views, words, period };
  const kicker = t(`publication.kind.${settings.kind}`);
  const title = titleOf(preparing);
  const subtitle = t("publication.subtitle", { plan: plan.title, span: plan.subtitle });
  const imprint = prepareImprint(words, publisher, web, {
    title,
    subtitle,
    isDemonstration: plan.isDemonstration,
    version: [...releaseOf(preparing), versionText(words, version)].join(", "),
  });
  const chapters = settings.sections.flatMap((section) => chaptersOf[section](preparing));
  return {
    language: settings.language,
    title,
    subtitle,
    kicker,
    asOf: version.createdOn,
    isInternal: settings.isInternal,
    fileStem: fileStem(plan.code, settings),
    notices: [
      ...(plan.isReference ? [t("publication.notice.reference")] : []),
      ...(plan.isDemonstration ? [t("publication.notice.madeUp")] : []),
      ...(settings.isInternal ? [t("publication.notice.internal")] : []),
    ],
    facts: [...factsOf(preparing, version), ...translationOf(preparing, chapters)],
    chapters: [...chapters, imprintChapter(words, imprint)],
    imprint,
    words: documentWords(words, t("publication.words.running", { title: kicker, period })),
  };
}

/** A chapter of a meeting's papers; none of anything else. */
const withPapers =
  (chapterOf: (preparing: Preparing, papers: PapersView) => Chapter) =>
  (preparing: Preparing): Chapter[] =>
    preparing.views.papers ? [chapterOf(preparing, preparing.views.papers)] : [];

/** The chapters of each section; none where it has nothing to say. */
const chaptersOf: Record<PublicationSection, (preparing: Preparing) => Chapter[]> = {
  findings: (preparing) =>
    preparing.settings.kind === "country" ? aboutCountry(preparing) : [findingsChapter(preparing)],
  status: (preparing) => [statusChapter(preparing)],
  goals: (preparing) =>
    preparing.settings.kind === "country"
      ? preparing.views.countries
          .filter(isApproved)
          .flatMap((country) => preparing.views.goals.flatMap((goal) => countryGoalChapter(preparing, goal, country)))
      : preparing.views.goals.map((goal) => goalChapter(preparing, goal)),
  countries: (preparing) => aboutCountry(preparing),
  narratives: narrativesChapter,
  tables: (preparing) =>
    preparing.settings.kind === "country" && !preparing.views.countries.some(isApproved)
      ? []
      : tablesChapter(preparing),
  notes: (preparing) => [notesChapter(preparing)],
  method: (preparing) => [methodChapter(preparing)],
  agenda: withPapers(agendaChapter),
  decisions: withPapers(decisionsChapter),
  observations: withPapers(observationsChapter),
  youth: withPapers(youthChapter),
};

/** Whether there is anything to say of a country's own: without an approved report, its chapter says so. */
const isApproved = ({ approvedOn }: PublicationViews["countries"][number]) => approvedOn !== null;

const aboutCountry = (preparing: Preparing) =>
  preparing.views.countries.map((country) => countryChapter(preparing, country));

function titleOf({ settings, views, words: { t }, period }: Preparing): string {
  const unit = nameOfUnit(views, settings.unit);
  switch (settings.kind) {
    case "regional":
      return t("publication.title.regional", { period });
    case "country":
      return t("publication.title.country", { country: unit ?? settings.unit, period });
    case "goal": {
      const goal = views.goals[0];
      return t("publication.title.goal", { code: goal?.code ?? "", title: goal?.title ?? "", period });
    }
    case "dataBook":
      return unit
        ? t("publication.title.dataBookOf", { country: unit, period })
        : t("publication.title.dataBook", { period });
    case "paperSet":
      return t("publication.title.paperSet", { code: settings.meeting ?? "" });
    case "platformReport":
      // Worded by itself, for it has no results: `platform-document.ts`.
      return t("publication.kind.platformReport");
  }
}

/** The country's name; undefined for the region. */
const nameOfUnit = ({ regional }: PublicationViews, code: string) =>
  regional.countries.find((country) => country.code === code)?.name;

/** That texts of the framework or of countries stand in another language than the document's; none where all speak it. */
function translationOf({ views, words: { t, text } }: Preparing, chapters: readonly Chapter[]): Fact[] {
  const isApart = (found: string) => typeof text(found) !== "string";
  // Files of values name each indicator, whatever chapters the document has.
  const isPart = hasTextApart(chapters) || views.regional.rows.some(({ title }) => isApart(title));
  return isPart ? [{ term: t("publication.fact.language"), text: t("publication.fact.partlyTranslated") }] : [];
}

/** Whether any text within names a language of its own. */
function hasTextApart(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ("lang" in value && "text" in value) || Object.values(value).some(hasTextApart);
}

const versionText = ({ t, formats }: PublicationWords, { number, createdOn }: Version) =>
  t("publication.fact.versionOf", { version: number, day: formats.day(createdOn) });

/** The last approval that the values rest on: of a country its own, for those of others say nothing of it. null for none. */
function approvedIn({ settings, views, words: { t, formats } }: Preparing): string | null {
  const { approvedUpTo } = views.regional;
  if (settings.unit === regionCode) return approvedUpTo && formats.day(approvedUpTo);
  const own = views.countries.find(({ country }) => country.code === settings.unit);
  return own?.approvedOn ? formats.day(own.approvedOn) : t("status.word.noReport");
}

/** The release that it is made from, in words; none where the results have no name. */
function releaseOf({ views, words: { t, formats } }: Preparing): string[] {
  const { release } = views.regional.plan;
  return release
    ? [t("publication.fact.releaseOf", { title: release.title, day: formats.day(release.releasedOn) })]
    : [];
}

function factsOf(preparing: Preparing, version: Version): Fact[] {
  const { settings, views, words, period } = preparing;
  const { regional } = views;
  const { t, formats } = words;
  const { reported, countries } = regional;
  const { edition } = regional.plan;
  const approved = approvedIn(preparing);
  return [
    { term: t("publication.fact.period"), text: period },
    ...releaseOf(preparing).map((release) => ({ term: t("publication.fact.release"), text: words.text(release) })),
    {
      term: t("publication.fact.version"),
      text: versionText(words, version),
    },
    {
      term: t("about.framework.title"),
      text: t("publication.fact.editionOf", { number: edition.number, day: formats.day(edition.datedOn) }),
    },
    ...(approved ? [{ term: t("publication.fact.approvedUpTo"), text: approved }] : []),
    ...(settings.unit === regionCode
      ? [
          {
            term: t("publication.fact.reported"),
            text: t("publication.fact.reportedOf", {
              part: reported.length,
              whole: countries.length,
              names:
                reported.length === 0
                  ? "–"
                  : formats.list(countries.filter(({ code }) => reported.includes(code)).map(({ name }) => name)),
            }),
          },
        ]
      : []),
  ];
}
