import "server-only";
import { cache } from "react";
import { fullCellName } from "@/lib/charts/cell-name";
import type { CorrectionRow } from "@/lib/exchange/csv/corrections-csv";
import { spokenLocale } from "@/lib/i18n/routing";
import { correctionsOf } from "@/lib/server/results/read/corrections";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { plainText, shownValue } from "@/lib/server/results/read/shown-value";
import type { ShownWords } from "@/lib/server/results/read/version-words";
import type { CorrectionsView, ShownCell } from "@/lib/views/corrections-view";

/** What was corrected since a release; null where the version in the address names none. */
export const correctionsOfRelease = cache(
  async (planCode: string, locale: string, version: string): Promise<CorrectionsView | null> => {
    const language = spokenLocale(locale);
    const plan = await publishedPlan(planCode, language, version);
    return plan?.head.release ? correctionsOf(plan, language) : null;
  },
);

/** The same as rows of a file: corrections, then values that were taken down, which both sides show as such where they are. */
export function correctionRows(view: CorrectionsView, words: ShownWords): CorrectionRow[] {
  const { plan, present, dimensions, corrections, takenDown } = view;
  const side = (shown: ShownCell) =>
    shownValue(shown.value, (value) => plainText(value, shown.scale.steps, words), words.inWords, shown.countOf);
  return [...corrections, ...takenDown.values].map(({ indicator, unit, period, cell, released, now, since }) => ({
    plan: plan.code,
    release: plan.release?.code ?? "",
    releaseVersion: plan.version,
    present,
    indicator: indicator.code,
    indicatorTitle: indicator.title,
    unit: unit.code,
    unitName: unit.name,
    period: period.code,
    cell,
    cellName: fullCellName(cell, dimensions, words.total),
    released: { value: side(released), status: released.status },
    now: now && { value: side(now), status: now.status },
    since: since.version,
    sinceDay: since.day,
    cause: since.cause.kind,
    reason: since.cause.reason,
    report: [since.cause.unit, since.cause.period?.code].filter(Boolean).join(" "),
    notice: words.notice,
  }));
}
