import "server-only";
import { totalCell } from "@/lib/domain/disaggregation";
import { areComparable } from "@/lib/domain/indicator-version";
import type { EarlierValue, IndicatorContext } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { baselineOfRow, baselineSelect, targetOfRow, targetSelect } from "@/lib/server/db/plan-row";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-row";
import type { PeriodIndicator } from "./period-indicators";

/**
 * Baseline, target and earlier approved totals of a unit's indicators, by indicator id. Approved totals are read from
 * the results: reopening a report neither takes them away nor shows its draft.
 */
export async function contextOfIndicators(
  client: Pick<Transaction, "baseline" | "target" | "pathNote" | "result">,
  unitId: number,
  period: { id: number; startsOn: Date },
  indicators: readonly PeriodIndicator[],
): Promise<Map<number, IndicatorContext>> {
  const ofThese = { indicatorVersion: { indicatorId: { in: indicators.map(({ id }) => id) } } };
  const newestFirst = [{ indicatorVersion: { version: "desc" } }, { version: "desc" }] as const;
  const named = { version: true, indicatorId: true } as const;
  const baselines = await client.baseline.findMany({
    where: { unitId, ...ofThese },
    orderBy: [...newestFirst],
    select: { ...baselineSelect, measuredOn: true, indicatorVersion: { select: named } },
  });
  const targets = await client.target.findMany({
    where: { unitId, periodId: period.id, ...ofThese },
    orderBy: [...newestFirst],
    select: { ...targetSelect, indicatorVersion: { select: named } },
  });
  const notes = await client.pathNote.findMany({
    where: { unitId, ...ofThese },
    orderBy: { indicatorVersion: { version: "desc" } },
    select: { note: true, indicatorVersion: { select: named } },
  });
  const results = await client.result.findMany({
    // A result that is missing without a reason is no approved figure; the region has such rows.
    where: {
      unitId,
      period: { endsOn: { lt: period.startsOn } },
      cell: { key: totalCell },
      OR: [{ kind: { not: "missing" } }, { missingReason: { not: null } }],
      ...ofThese,
    },
    orderBy: [{ period: { endsOn: "asc" } }, { indicatorVersion: { version: "asc" } }],
    select: { ...valueSelect, period: { select: { code: true } }, indicatorVersion: { select: named } },
  });
  return new Map(
    indicators.map(({ id, versions, view }) => {
      // What was set for this very version counts; else what the newest version has.
      const ownOf = <R extends { indicatorVersion: { indicatorId: number; version: number } }>(rows: readonly R[]) => {
        const own = rows.filter(({ indicatorVersion }) => indicatorVersion.indicatorId === id);
        return own.find(({ indicatorVersion }) => indicatorVersion.version === view.version) ?? own[0];
      };
      const baseline = ownOf(baselines);
      const target = ownOf(targets);
      const earlier = new Map<string, EarlierValue>();
      for (const { period, indicatorVersion, ...columns } of results) {
        if (indicatorVersion.indicatorId !== id) continue;
        const { version } = indicatorVersion;
        const comparable = areComparable(versions, [version, view.version]);
        earlier.set(period.code, { period: period.code, value: valueOfRow(columns)!, version, comparable });
      }
      const context: IndicatorContext = {
        baseline: baseline
          ? {
              value: baselineOfRow(baseline),
              measuredOn: dayOf(baseline.measuredOn),
              version: baseline.indicatorVersion.version,
            }
          : null,
        target: target ? { value: targetOfRow(target), version: target.indicatorVersion.version } : null,
        note: ownOf(notes)?.note ?? "",
        earlier: [...earlier.values()],
      };
      return [id, context];
    }),
  );
}
