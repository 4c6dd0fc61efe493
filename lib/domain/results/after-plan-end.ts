import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type IsoDate, monthNumber } from "@/lib/domain/framework/reporting-period";
import { type AfterEnd, afterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import type { PeriodFacts, PlanFacts } from "./plan-facts";
import type { Scope } from "./scope";
import { resultKey } from "./stored-values";

/**
 * Of a period after the day of the end-of-plan target, the one that ended on it; null of any other.
 * @param endOfPlan the day; null: there is no target
 */
export function endPeriodOf(
  { periods }: Pick<PlanFacts, "periods">,
  period: PeriodFacts,
  endOfPlan: IsoDate | null,
): PeriodFacts | null {
  if (endOfPlan === null || monthNumber(period.endsOn) <= monthNumber(endOfPlan)) return null;
  const isEnd = ({ frequency, endsOn }: PeriodFacts) =>
    frequency === period.frequency && monthNumber(endsOn) === monthNumber(endOfPlan);
  return periods.find(isEnd) ?? null;
}

/** A unit's assessed period, and the one of the plan's end that it may be compared with; null where there is none. */
interface AssessedPeriod {
  period: PeriodFacts;
  endPeriod: PeriodFacts | null;
}

/**
 * What became of a unit's targets after the plan's end, period by period.
 * @param statuses of the periods, as they are `read`: what the public is told follows from what the public was told
 */
export function afterEndsOf(
  assessed: readonly AssessedPeriod[],
  statuses: readonly Status[],
  unitId: number,
  { earlier, seen }: Scope,
  read: "status" | "publicStatus",
): (AfterEnd | null)[] {
  const statusAt = ({ id: periodId }: PeriodFacts): Status | null => {
    if (earlier.some(({ id }) => id === periodId))
      return seen.stored.get(resultKey({ unitId, periodId, cell: totalCell }))?.[read] ?? null;
    return statuses[assessed.findIndex(({ period }) => period.id === periodId)] ?? null;
  };
  return assessed.map(({ endPeriod }, index) => endPeriod && afterEnd(statuses[index]!, statusAt(endPeriod)));
}
