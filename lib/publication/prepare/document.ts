import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { methodVersion, statuses } from "@/lib/domain/progress/status";
import type { PublicationSection } from "@/lib/domain/publication";
import { fileStem, regionCode } from "@/lib/domain/publication";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import { headingsOf, heatTable } from "@/lib/publication/prepare/tables/heat-table";
import { statusTable } from "@/lib/publication/prepare/tables/status-table";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import { type CountryView, readableNarratives } from "@/lib/views/country-view";
import { isAfterEnd, statusesIn } from "@/lib/views/shown-status";
import type { Block, Chapter, Fact, PublicationDocument, TableBlock } from "../document";
import { agendaChapter } from "./chapters/agenda-chapter";
import { countryChapter } from "./chapters/country-chapter";
import { decisionsChapter } from "./chapters/decisions-chapter";
import { findingsChapter, scopeOf } from "./chapters/findings-chapter";
import { countryGoalChapter, goalChapter } from "./chapters/goal-chapter";
import { notesChapter } from "./chapters/notes-chapter";
import { observationsChapter } from "./chapters/observations-chapter";
import { tablesChapter } from "./chapters/tables-chapter";
import { youthChapter } from "./chapters/youth-chapter";
import { anchor, type Preparing, type PublicationViews } from "./context";
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

const steps = ["one", "two", "three", "four", "five", "six", "seven"] as const;

/** How a status is worked out, for who wants to check it. */
function methodChapter(preparing: Preparing): Chapter {
  const { words, views } = preparing;
  const { t } = words;
  const after = statusesIn(views.regional).filter(isAfterEnd);
  const paragraph = (text: string): Block => ({ kind: "paragraph", text });
  return {
    id: "method",
    title: t("about.method.title", { version: methodVersion }),
    kicker: t("publication.method.kicker"),
    pillar: null,
    blocks: [
      paragraph(t("about.method.lead")),
      paragraph(t("about.method.letters")),
      { kind: "paragraph", look: "lead", text: t("about.method.formula") },
      paragraph(t("about.method.formulaNote")),
      paragraph(t("about.method.order")),
      { kind: "list", ordered: true, items: steps.map((step) => t(`about.method.steps.${step}`)) },
      paragraph(t("about.method.special")),
      ...(after.length > 0 ? [paragraph(t("about.method.afterEnd"))] : []),
      paragraph(t("about.method.source")),
      statusTable(preparing, "method-statuses", t("about.method.statuses"), [...statuses, ...after]),
      { kind: "heading", level: 2, id: "method-region", text: t("about.region.title") },
      paragraph(t("about.region.lead")),
      paragraph(t("about.region.distribution")),
      { kind: "heading", level: 2, id: "method-framework", text: t("about.framework.title") },
      paragraph(t(views.regional.plan.isReference ? "about.framework.reference" : "about.framework.adopted")),
      ...(views.regional.plan.isDemonstration ? [paragraph(t("about.framework.madeUp"))] : []),
      paragraph(t("about.framework.reports")),
    ],
  };
}

/** What countries wrote and marked public, in the languages it was written in; none where they wrote nothing. */
function narrativesChapter(preparing: Preparing): Chapter[] {
  const { views, words, settings } = preparing;
  const written = views.countries.filter(({ narratives }) => readableNarratives(narratives).length > 0);
  const [only] = written;
  if (!only) return [];
  return [
    {
      id: "narratives",
      title:
        settings.kind === "country"
          ? words.t("publication.narratives.titleOf", { name: only.country.name })
          : words.t("publication.narratives.title"),
      kicker: null,
      pillar: null,
      blocks: written.flatMap((view) => ofCountry(preparing, view)),
    },
  ];
}

/** In a report on several countries each has its heading; its texts stand one level below. */
function ofCountry({ words, period, settings }: Preparing, { country, narratives }: CountryView): Block[] {
  const { t } = words;
  const { name, code } = country;
  const isOnly = settings.kind === "country";
  return [
    ...(isOnly ? [] : [{ kind: "heading" as const, level: 2 as const, id: anchor("narratives", code), text: name }]),
    { kind: "paragraph", look: "small", text: t("country.narratives.note", { name, period }) },
    ...readableNarratives(narratives).flatMap(({ pillar, texts }) =>
      texts.flatMap(({ kind, text }): Block[] => [
        {
          kind: "heading",
          level: isOnly ? 2 : 3,
          id: anchor("narratives", code, pillar.code, kind),
          text: t("publication.narratives.part", {
            pillar: `${pillar.code} ${pillar.title}`,
            part: t(`country.narratives.${kind}`),
          }),
        },
        ...paragraphsOf(text).map((each): Block => ({ kind: "paragraph", text: words.text(each) })),
      ]),
    ),
  ];
}

/** Lines that were parted by an empty one. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The heat map: every indicator's status by country and for the region, and what the statuses mean. */
function statusChapter(preparing: Preparing): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  const key = statusTable(preparing, "status-key", t("publication.status.key"), statusesIn(preparing.views.regional));
  return {
    id: "status",
    title: t("publication.status.title", { period }),
    kicker: null,
    pillar: null,
    blocks: [{ kind: "paragraph", text: t("publication.status.lead") }, key, statusHeat(preparing)],
  };
}

function statusHeat(preparing: Preparing): TableBlock {
  const view = scopeOf(preparing);
  return heatTable(preparing, view, headingsOf(view));
}

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
