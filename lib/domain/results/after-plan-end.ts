import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type IsoDate, monthNumber } from "@/lib/domain/framework/reporting-period";
import { type AfterEnd, afterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import type { PeriodFacts, PlanFacts } from "./plan-facts";
import type { Scope } from "./scope";
import { resultKey } from "./stored-values";

/**
 * Of a period after the plan's end and after the day of the end-of-plan target, the one that ended on that day; null of any
 * other. A target that lies earlier is missed or reached within the plan like any.
 * @param endOfPlan the day; null: there is no target
 */
export function endPeriodOf(
  { periods, endsOn: planEndsOn }: Pick<PlanFacts, "periods" | "endsOn">,
  period: PeriodFacts,
  endOfPlan: IsoDate | null,
): PeriodFacts | null {
  const isAfter = (day: IsoDate) => monthNumber(period.endsOn) > monthNumber(day);
  if (endOfPlan === null || !isAfter(planEndsOn) || !isAfter(endOfPlan)) return null;
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
