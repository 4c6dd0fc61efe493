import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { areComparable } from "@/lib/domain/framework/indicator-version";
import type { Transaction } from "@/lib/server/db/client";
import { selected, selectedOf } from "@/lib/server/db/columns";
import { dayOf } from "@/lib/server/db/day";
import { baselineOfRow, targetOfRow } from "@/lib/server/db/plan-row";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";
import type { EarlierValue, IndicatorContext } from "@/lib/views/report-view";
import { isPresentEdition } from "./edition";
import type { PeriodIndicator } from "./period-indicators";

/** One thing that is known of an indicator; the columns that its kind doesn't have are null. */
interface KnownRow extends ValueRow {
  known: "result" | "baseline" | "target" | "note";
  /** Which of those that were asked about. */
  place: number;
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
 * Baseline, target and earlier approved totals of the indicators of each unit and period, in their order, by indicator id,
 * in one statement. Approved totals are read from the results: reopening a report neither takes them away nor shows its
 * draft.
 */
export async function contextsOfIndicators(
  client: Pick<Transaction, "$queryRaw">,
  asked: readonly {
    unitId: number;
    period: { id: number; startsOn: Date };
    indicators: readonly PeriodIndicator[];
  }[],
): Promise<Map<number, IndicatorContext>[]> {
  if (asked.length === 0) return [];
  const ids = [...new Set(asked.flatMap(({ indicators }) => indicators.map(({ id }) => id)))];
  const unitIds = asked.map(({ unitId }) => unitId);
  const periodIds = asked.map(({ period }) => period.id);
  const starts = asked.map(({ period }) => dayOf(period.startsOn));
  // A result that is missing without a reason is no approved value; the region has such rows.
  const rows = await client.$queryRaw<KnownRow[]>`
    WITH asked AS (
      SELECT unit_id, period_id, starts_on, place::int - 1 AS place
      FROM unnest(${unitIds}::int[], ${periodIds}::int[], ${starts}::date[])
        WITH ORDINALITY AS a(unit_id, period_id, starts_on, place)
    )
    SELECT 'result' AS known, a.place, v.indicator_id AS "indicatorId", v.version, p.code AS period, p.ends_on AS "endsOn",
      NULL AS "measuredOn", '' AS note, ${selected("r", valueColumns)}
    FROM asked a
      JOIN result r ON r.unit_id = a.unit_id AND r.until_version IS NULL
      JOIN indicator_version v ON v.id = r.indicator_version_id
      JOIN reporting_period p ON p.id = r.period_id
      JOIN cell c ON c.id = r.cell_id
    WHERE v.indicator_id = ANY(${ids}) AND c.key = ${totalCell} AND p.ends_on < a.starts_on
      AND (r.kind <> 'missing' OR r.missing_reason IS NOT NULL)
    UNION ALL
    SELECT 'baseline', a.place, v.indicator_id, v.version, '', NULL, b.measured_on, '',
      ${selectedOf("b", ["number", "numerator", "denominator", "yesNo", "step"], valueColumns)}
    FROM asked a JOIN baseline b ON b.unit_id = a.unit_id JOIN framework_edition e ON e.id = b.edition_id AND ${isPresentEdition}
      JOIN indicator_version v ON v.id = b.indicator_version_id
    WHERE v.indicator_id = ANY(${ids})
    UNION ALL
    SELECT 'target', a.place, v.indicator_id, v.version, '', NULL, NULL, '',
      ${selectedOf("t", ["number", "yesNo", "step"], valueColumns)}
    FROM asked a JOIN target t ON t.unit_id = a.unit_id AND t.period_id = a.period_id
      JOIN framework_edition e ON e.id = t.edition_id AND ${isPresentEdition}
      JOIN indicator_version v ON v.id = t.indicator_version_id
    WHERE v.indicator_id = ANY(${ids})
    UNION ALL
    SELECT 'note', a.place, v.indicator_id, v.version, '', NULL, NULL, n.note,
      ${selectedOf("n", [], valueColumns)}
    FROM asked a JOIN path_note n ON n.unit_id = a.unit_id JOIN framework_edition e ON e.id = n.edition_id AND ${isPresentEdition}
      JOIN indicator_version v ON v.id = n.indicator_version_id
    WHERE v.indicator_id = ANY(${ids})
    ORDER BY "endsOn", version`;
  const known = asked.map(({ indicators }) => new Map(indicators.map(({ id }): [number, KnownRow[]] => [id, []])));
  for (const row of rows) known[row.place]!.get(row.indicatorId)?.push(row);
  return asked.map(
    ({ indicators }, place) =>
      new Map(indicators.map((indicator) => [indicator.id, contextOf(indicator, known[place]!.get(indicator.id)!)])),
  );
}

/** @param known results in the order of time; of each kind the newest version last */
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
