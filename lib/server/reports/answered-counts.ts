import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Frequency, UnitLevel } from "@/lib/server/db/generated/client";
import { indicatorsOfPeriod } from "../framework/period-indicators";
import type { PlanFramework } from "../framework/plan-framework";

/** An indicator as far as counting goes: its id and the version that holds for the period. */
export interface CountedIndicator {
  id: number;
  versionId: number;
}

/** Gives the indicators that units of a level report in a period, for lists of many reports. */
export function indicatorCounter(framework: PlanFramework) {
  const known = new Map<string, CountedIndicator[]>();
  return (level: UnitLevel, period: { startsOn: Date; frequency: Frequency }): CountedIndicator[] => {
    const key = `${level} ${period.startsOn.getTime()} ${period.frequency}`;
    const counted = known.get(key) ?? indicatorsOfPeriod(framework, level, period).indicators;
    known.set(key, counted);
    return counted;
  };
}

/** The indicator versions with an answer, by report id. */
export async function answeredVersions(
  client: Pick<Transaction, "value">,
  reportIds: readonly number[],
): Promise<Map<number, Set<number>>> {
  const rows = await client.value.groupBy({
    by: ["reportId", "indicatorVersionId"],
    where: { reportId: { in: [...reportIds] } },
  });
  const answered = new Map<number, Set<number>>();
  for (const { reportId, indicatorVersionId } of rows)
    answered.set(reportId, (answered.get(reportId) ?? new Set()).add(indicatorVersionId));
  return answered;
}

export const countAnswered = (indicators: readonly CountedIndicator[], answered: ReadonlySet<number> | undefined) =>
  indicators.filter(({ versionId }) => answered?.has(versionId)).length;
