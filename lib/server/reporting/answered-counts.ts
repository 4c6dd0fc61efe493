import "server-only";
import { holdingVersion } from "@/lib/domain/indicator-version";
import type { Transaction } from "@/lib/server/db/client";
import type { Frequency, UnitLevel } from "@/lib/server/db/generated/client";
import { enteredLevel } from "./period-indicators";

/** An indicator as far as counting goes: its id and the version that holds for the period. */
export interface CountedIndicator {
  id: number;
  versionId: number;
}

/** Gives the indicators that units of a level report in a period; without their words, for lists of many reports. */
export async function indicatorCounter(client: Pick<Transaction, "indicator">, planId: number) {
  const rows = await client.indicator.findMany({
    where: { planId },
    select: {
      id: true,
      level: true,
      versions: { orderBy: { version: "desc" }, select: { id: true, validFrom: true, frequency: true } },
    },
  });
  return (level: UnitLevel, period: { startsOn: Date; frequency: Frequency }): CountedIndicator[] =>
    rows.flatMap((row) => {
      if (row.level !== enteredLevel(level)) return [];
      const valid = holdingVersion(row.versions, period.startsOn);
      return valid?.frequency === period.frequency ? [{ id: row.id, versionId: valid.id }] : [];
    });
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
