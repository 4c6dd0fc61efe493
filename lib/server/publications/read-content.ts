import "server-only";
import { setImmediate } from "node:timers/promises";
import { type PublicationSettings, regionCode } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { periodPath, resultsPath } from "@/lib/i18n/paths";
import { type PublicationWords, publicationWords } from "@/lib/i18n/publication-words";
import { spokenLocale } from "@/lib/i18n/routing";
import type { PublicationContent } from "@/lib/publication/content";
import type { DataBook } from "@/lib/publication/data-book";
import type { PublicationDocument } from "@/lib/publication/document";
import type { PublicationViews } from "@/lib/publication/prepare/context";
import { prepareDocument } from "@/lib/publication/prepare/document";
import { prepareWorkbookWords } from "@/lib/publication/prepare/workbook-words";
import { releasedVersion } from "@/lib/schemas/addresses/release-path";
import { prioritiesOf } from "@/lib/server/commitments/priorities";
import { siteAddress } from "@/lib/server/http/site-address";
import { publisherOfServer } from "@/lib/server/publisher";
import { countryView } from "@/lib/server/results/read/country-view";
import { goalView } from "@/lib/server/results/read/goal-view";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import {
  type PublishedPeriod,
  type PublishedPlan,
  publishedPeriod,
  publishedPlan,
} from "@/lib/server/results/read/plan";
import { readableVersion } from "@/lib/server/results/read/readable-version";
import { regionalView } from "@/lib/server/results/read/regional-view";
import { exactReader, publicReader, type ResultReader } from "@/lib/server/results/read/result-reader";
import { shownRows } from "@/lib/server/results/read/shown-rows";
import { readPapers } from "./read-papers";
import { readPlatformContent } from "./read-platform-content";

/** Indicators read in one go: others get their turn in between. */
const indicatorsAtOnce = 8;

/**
 * The values in long form: of a data book all periods up to its own, else the period; of a country its own, of the region
 * those of the chosen countries and its own, which rest on all countries in any case.
 */
async function readBook(
  plan: PublishedPlan,
  period: PublishedPeriod,
  settings: PublicationSettings,
  { views, reader, words }: { views: PublicationViews; reader: ResultReader; words: PublicationWords },
): Promise<DataBook> {
  const { t, formats } = words;
  const periods = plan.periods.filter(
    ({ id, endsOn, hasResults }) =>
      hasResults && (settings.kind === "dataBook" ? endsOn <= period.endsOn : id === period.id),
  );
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])].filter(
    ({ code }) => code === settings.unit || settings.countries.includes(code),
  );
  const rowsOfRegion = views.regional.rows.filter(({ goal }) => settings.goal === null || goal === settings.goal);
  const rowWords = {
    total: t("public.breakdown.total"),
    yes: words.wording.yes,
    no: words.wording.no,
    inWords: words.wording.inWords,
    of: words.wording.of,
    unit: words.unit,
    notice: [
      plan.head.isReference && t("publication.notice.reference"),
      plan.head.isDemonstration && t("publication.notice.madeUp"),
      settings.isInternal && t("publication.notice.internal"),
    ]
      .filter(Boolean)
      .join(" "),
  };
  const rows: ShownRow[] = [];
  for (let start = 0; start < rowsOfRegion.length; start += indicatorsAtOnce) {
    const indicators = rowsOfRegion.slice(start, start + indicatorsAtOnce).map(({ code }) => code);
    const asked = { indicators, periods, unitIds: new Set(units.map(({ id }) => id)), totals: false };
    await setImmediate();
    for (const row of await shownRows(plan, asked, rowWords, reader, settings.language)) rows.push(row);
  }
  return {
    units: units.map(({ code, name }) => ({ code, name })),
    periods: periods.map((each) => ({ code: each.code, name: formats.period(each), endsOn: each.endsOn })),
    goals: views.goals.map(({ code, title, pillar }) => ({ code, title, pillar: pillar.code })),
    indicators: rowsOfRegion.map(({ code, title, goal, outcome, type, unit, countries }) => ({
      code,
      title,
      goal,
      outcome,
      type,
      isOfCountries: countries.some((cell) => cell !== null),
      measure: type === "percentage" ? "%" : unit === null ? "" : words.unit(unit),
    })),
    rows,
  };
}

/**
 * Reads what a publication is made of, all of one results version. Internal ones are exact in what they are about:
 * the country, or the region with all its countries. The caller has asked whether the person may see that.
 * @throws Refusal `notFound` where the plan or the period has nothing to read
 */
export async function readContent(
  planCode: string,
  settings: PublicationSettings,
): Promise<PublicationContent & { version: number; presentVersion: number; textIds: number[] }> {
  if (settings.kind === "platformReport") return readPlatformContent(planCode, settings, new Date());
  const { plan, period, views, reader, words, document, textIds } = await readPresent(planCode, settings);
  return {
    document,
    book: await readBook(plan, period, settings, { views, reader, words }),
    words: prepareWorkbookWords(words, { threshold: plan.head.threshold, isInternal: settings.isInternal }),
    version: plan.version,
    presentVersion: plan.present.version,
    textIds,
  };
}

/** The document alone, for those who read no values in long form. As `readContent` otherwise. */
export const readDocument = async (planCode: string, settings: PublicationSettings): Promise<PublicationDocument> =>
  (await readPresent(planCode, settings)).document;

async function readPresent(planCode: string, settings: PublicationSettings) {
  const newest = await readableVersion(planCode, null);
  if (newest === null) throw new Refusal("notFound");
  const address = settings.release === null ? String(newest.number) : releasedVersion(newest.number, settings.release);
  const version = await readableVersion(planCode, address);
  const words = await publicationWords(settings.language);
  const plan = await publishedPlan(planCode, settings.language, address);
  const period = plan && publishedPeriod(plan, settings.period);
  if (!version || !plan || !period) throw new Refusal("notFound");
  const reader = settings.isInternal ? exactReader(plan, exactUnits(plan, settings)) : publicReader(plan);
  const views = await readViews(plan, period, settings, reader);
  const papers = await papersOf(plan, planCode, settings);
  return {
    plan,
    period,
    views,
    reader,
    words,
    textIds: papers?.textIds ?? [],
    document: prepareDocument(
      settings,
      papers ? { ...views, papers: papers.papers } : views,
      version,
      words,
      whoPublishes(planCode, settings),
    ),
  };
}

/** @throws Refusal `notFound` for a meeting that there isn't any more */
async function papersOf(plan: PublishedPlan, code: string, { meeting, language }: PublicationSettings) {
  if (meeting === undefined) return null;
  const papers = await readPapers(plan, code, meeting, language, new Date());
  if (papers === null) throw new Refusal("notFound");
  return papers;
}

/** Settings of the server; the page's address only where the site has one, for another wouldn't lead a reader there. */
function whoPublishes(code: string, { language, period, release }: PublicationSettings) {
  const root = resultsPath(spokenLocale(language), { code, release: release === null ? null : { code: release } });
  const address = siteAddress(periodPath(root, period));
  return { publisher: publisherOfServer(), web: URL.canParse(address) ? address : null };
}

/** The country that it is about; of the region, every unit. */
function exactUnits({ countries, region }: PublishedPlan, { unit }: PublicationSettings): ReadonlySet<number> {
  const all = [...countries, ...(region ? [region] : [])];
  return new Set(all.filter(({ code }) => unit === regionCode || code === unit).map(({ id }) => id));
}

/**
 * All of it reads an embedded database, which answers in this very process: others get their turn between two views, or
 * their requests and timers would wait until the last is read.
 */
async function readViews(
  plan: PublishedPlan,
  period: PublishedPeriod,
  settings: PublicationSettings,
  reader: ResultReader,
): Promise<PublicationViews> {
  const { language } = settings;
  const regional = await regionalView(plan, period, reader, language);
  const priorities = await prioritiesOf(plan);
  const goals = [];
  for (const { code } of regional.goals) {
    if (settings.goal !== null && settings.goal !== code) continue;
    await setImmediate();
    const goal = await goalView(plan, { regional, priorities }, code, language);
    if (goal) goals.push(goal);
  }
  const countries = [];
  for (const { code } of plan.countries) {
    if (!settings.countries.includes(code)) continue;
    await setImmediate();
    const country = await countryView(plan, period, regional, code);
    if (country) countries.push(country);
  }
  await setImmediate();
  const indicators = await indicatorViews(plan, period, null, reader, language);
  await setImmediate();
  return { regional, goals, countries, indicators };
}
