import "server-only";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { spokenLocale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { type PublishedPlan, publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import { type RowsAsked, shownRows } from "@/lib/server/results/read/shown-rows";
import type { ShownWords } from "@/lib/server/results/read/version-words";

/** What a file is about: a period's totals, of one country or of all, or an indicator with all its cells and earlier periods. */
export interface FileSubject {
  plan: string;
  /** In the page's address; the present one where it is left out. */
  version?: string;
  period: string;
  country?: string;
  indicator?: string;
}

/** The values of a public page as rows; null where there is no such page. */
export async function resultsFile(
  subject: FileSubject,
  words: (plan: PublishedPlan["head"]) => ShownWords,
  locale: string,
): Promise<ShownRow[] | null> {
  const { country, indicator } = subject;
  if (!areCodes(subject.plan, ...(indicator === undefined ? [] : [indicator]))) return null;
  const language = spokenLocale(locale);
  const plan = await publishedPlan(subject.plan, language, subject.version ?? null);
  const period = plan && publishedPeriod(plan, subject.period);
  if (!plan || !period) return null;
  if (country !== undefined && !plan.countries.some(({ code }) => code === country)) return null;
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  const asked: RowsAsked = {
    indicators: indicator === undefined ? null : [indicator],
    periods:
      indicator === undefined
        ? [period]
        : plan.periods.filter(({ endsOn, hasResults }) => hasResults && endsOn <= period.endsOn),
    unitIds: new Set(units.filter(({ code }) => (country ?? code) === code).map(({ id }) => id)),
    totals: indicator === undefined,
  };
  const rows = await shownRows(plan, asked, words(plan.head), publicReader(plan), language);
  return indicator !== undefined && rows.length === 0 ? null : rows;
}
