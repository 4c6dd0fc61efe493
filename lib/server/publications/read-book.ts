import "server-only";
import { setImmediate } from "node:timers/promises";
import type { PublicationSettings } from "@/lib/domain/publication";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { DataBook } from "@/lib/publication/data-book";
import type { PublicationViews } from "@/lib/publication/prepare/context";
import type { PublishedPeriod, PublishedPlan } from "@/lib/server/results/read/plan";
import type { ResultReader } from "@/lib/server/results/read/result-reader";
import { shownRows } from "@/lib/server/results/read/shown-rows";

/** Indicators read in one go: others get their turn in between. */
const indicatorsAtOnce = 8;

/**
 * The values in long form: of a data book all periods up to its own, else the period; of a country its own, of the region
 * those of the chosen countries and its own, which rest on all countries in any case.
 */
export async function readBook(
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
