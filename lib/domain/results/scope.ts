import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { LastStatus } from "@/lib/domain/progress/status";
import type { IndicatorFacts, PeriodFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { isCumulative } from "@/lib/domain/results/plan-facts";
import { resultKey, type Seen } from "./stored-values";

/** The periods of an indicator whose results may change, and what stands before them. */
export interface Scope {
  /** In the order of time. */
  periods: PeriodFacts[];
  /** Before those, the latest first. */
  earlier: PeriodFacts[];
  seen: Seen;
}

/**
 * What is published for a period changes that one and those after it, which compare with it and name its status. A total
 * counted from the plan's start can be subtracted from any other, so that hiding looks at all of them.
 */
export function scopeOf(
  { periods }: PlanFacts,
  indicator: IndicatorFacts,
  periodIds: ReadonlySet<number>,
  seen: Seen,
): Scope {
  const first = isCumulative(indicator) ? 0 : periods.findIndex(({ id }) => periodIds.has(id));
  return { periods: periods.slice(first), earlier: periods.slice(0, first).toReversed(), seen };
}

/** The last status of a unit before the periods that may change, as officials or the public could read it. */
export function lastStatusBefore(
  { earlier, seen }: Scope,
  unitId: number,
  read: "status" | "publicStatus",
): LastStatus | null {
  for (const { id: periodId, endsOn } of earlier) {
    const status = seen.stored.get(resultKey({ unitId, periodId, cell: totalCell }))?.[read];
    if (status && status !== "notAssessed") return { status, periodEndsOn: endsOn };
  }
  return null;
}
