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

/**
 * The indicator versions with an answer, by report id. Of each the first value is looked up: a report has forty times as
 * many as indicators.
 */
export async function answeredVersions(
  client: Pick<Transaction, "$queryRaw">,
  reportIds: readonly number[],
): Promise<Map<number, Set<number>>> {
  // Ordered and limited, it is a look-up by the index: as a join, it would read every value that there is.
  const rows = await client.$queryRaw<{ reportId: number; versionId: number }[]>`
    SELECT r.id AS "reportId", v.id AS "versionId"
    FROM report r
      JOIN indicator i ON i.plan_id = r.plan_id
      JOIN indicator_version v ON v.indicator_id = i.id
      JOIN LATERAL (
        SELECT FROM value a
        WHERE a.period_id = r.period_id AND a.report_id = r.id AND a.indicator_version_id = v.id
        ORDER BY a.cell_id LIMIT 1
      ) answer ON true
    WHERE r.id = ANY(${[...reportIds]}::int[])`;
  const answered = new Map<number, Set<number>>();
  for (const { reportId, versionId } of rows)
    answered.set(reportId, (answered.get(reportId) ?? new Set()).add(versionId));
  return answered;
}

export const countAnswered = (indicators: readonly CountedIndicator[], answered: ReadonlySet<number> | undefined) =>
  indicators.filter(({ versionId }) => answered?.has(versionId)).length;
