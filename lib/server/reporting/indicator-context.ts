import "server-only";
import { totalCell } from "@/lib/domain/disaggregation";
import { areComparable } from "@/lib/domain/indicator-version";
import type { EarlierValue, IndicatorContext } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { baselineOfRow, targetOfRow } from "@/lib/server/db/plan-row";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-row";
import type { PeriodIndicator } from "./period-indicators";

/** One thing that is known of an indicator; the columns that its kind doesn't have are null. */
interface KnownRow extends ValueRow {
  known: "result" | "baseline" | "target" | "note";
  indicatorId: number;
  /** Of the indicator. */
  version: number;
  /** Of results: the code of the period. */
  period: string;
  /** Of baselines. */
  measuredOn: Date;
  note: string;
}

/**
 * Baseline, target and earlier approved totals of a unit's indicators, by indicator id, in one statement. Approved totals
 * are read from the results: reopening a report neither takes them away nor shows its draft.
 */
export async function contextOfIndicators(
  client: Pick<Transaction, "$queryRaw">,
  unitId: number,
  period: { id: number; startsOn: Date },
  indicators: readonly PeriodIndicator[],
): Promise<Map<number, IndicatorContext>> {
  const ids = indicators.map(({ id }) => id);
  // A result that is missing without a reason is no approved figure; the region has such rows.
  const rows = await client.$queryRaw<KnownRow[]>`
    SELECT 'result' AS known, v.indicator_id AS "indicatorId", v.version, p.code AS period, p.ends_on AS "endsOn",
      NULL AS "measuredOn", '' AS note, 0 AS edition, ${valueColumns("r")}
    FROM result r
      JOIN indicator_version v ON v.id = r.indicator_version_id
      JOIN reporting_period p ON p.id = r.period_id
      JOIN cell c ON c.id = r.cell_id
    WHERE r.unit_id = ${unitId} AND v.indicator_id = ANY(${ids}) AND c.key = ${totalCell}
      AND p.ends_on < ${period.startsOn} AND (r.kind <> 'missing' OR r.missing_reason IS NOT NULL)
    UNION ALL
    SELECT 'baseline', v.indicator_id, v.version, '', NULL, b.measured_on, '', b.version,
      NULL, b.number, NULL, b.numerator, NULL, b.denominator, NULL, b.yes_no, b.step, NULL, NULL
    FROM baseline b JOIN indicator_version v ON v.id = b.indicator_version_id
    WHERE b.unit_id = ${unitId} AND v.indicator_id = ANY(${ids})
    UNION ALL
    SELECT 'target', v.indicator_id, v.version, '', NULL, NULL, '', t.version,
      NULL, t.number, NULL, NULL, NULL, NULL, NULL, t.yes_no, t.step, NULL, NULL
    FROM target t JOIN indicator_version v ON v.id = t.indicator_version_id
    WHERE t.unit_id = ${unitId} AND t.period_id = ${period.id} AND v.indicator_id = ANY(${ids})
    UNION ALL
    SELECT 'note', v.indicator_id, v.version, '', NULL, NULL, n.note, 0,
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM path_note n JOIN indicator_version v ON v.id = n.indicator_version_id
    WHERE n.unit_id = ${unitId} AND v.indicator_id = ANY(${ids})
    ORDER BY "endsOn", version, edition`;
  const known = new Map(ids.map((id): [number, KnownRow[]] => [id, []]));
  for (const row of rows) known.get(row.indicatorId)?.push(row);
  return new Map(indicators.map((indicator) => [indicator.id, contextOf(indicator, known.get(indicator.id) ?? [])]));
}

/** @param known results in the order of time; of each kind the newest version last, and of a version its last edition */
function contextOf({ versions, view }: PeriodIndicator, known: readonly KnownRow[]): IndicatorContext {
  // What was set for this very version counts; else what the newest version has.
  const ownOf = (kind: KnownRow["known"]) => {
    const all = known.filter((row) => row.known === kind);
    return all.findLast(({ version }) => version === view.version) ?? all.at(-1);
  };
  const [baseline, target] = [ownOf("baseline"), ownOf("target")] as const;
  const earlier = new Map<string, EarlierValue>();
  for (const { known: kind, period, version, ...columns } of known) {
    if (kind !== "result") continue;
    const comparable = areComparable(versions, [version, view.version]);
    earlier.set(period, { period, value: valueOfRow(columns)!, version, comparable });
  }
  return {
    baseline: baseline
      ? { value: baselineOfRow(baseline), measuredOn: dayOf(baseline.measuredOn), version: baseline.version }
      : null,
    target: target ? { value: targetOfRow(target), version: target.version } : null,
    note: ownOf("note")?.note ?? "",
    earlier: [...earlier.values()],
  };
}
