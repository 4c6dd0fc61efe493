import "server-only";
import { type CellKey, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { areComparable, type VersionComparability } from "@/lib/domain/framework/indicator-version";
import type { UnitRef } from "@/lib/domain/permissions";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { EarlierTotal } from "@/lib/domain/values/cumulative-warning";
import type { Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { Explained } from "@/lib/domain/values/value-warning";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { asJsonArray, asJsonLists } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { isoMoment, ofJsonMoment } from "@/lib/server/db/iso-moment";
import { briefRowsOf, rowsOf } from "@/lib/server/db/rows-of";
import { valueColumns, valueInJsonLists, valueOfJsonArray } from "@/lib/server/db/value-columns";
import { isPresentEdition } from "@/lib/server/framework/edition";
import type { CellView, IsoMoment, ReportAddress } from "@/lib/views/report-view";
import { confirmedBy } from "../report-values";

/** A value of the indicator in the report. */
interface ValueInCell {
  cell: CellKey;
  value: Value;
  revision: number;
  /** As the statement's JSON has it, for `ofJsonMoment`: of a hundred values one is asked when it was saved. */
  savedAtJson: string;
  /** It is the period before's, until somebody confirms it. */
  carried: boolean;
}

/** A cell that was asked about. */
interface AskedCell {
  /** Null until a value is recorded in such a cell for the first time. */
  cellId: number | null;
  /** The last revision that the cell ever had, 0 for none; higher than the present value's after it was cleared. */
  lastRevision: number;
  /** Who changed the cell last; null where nobody ever did. */
  lastChange: StoredChange | null;
}

/** All that a command needs to judge an indicator's cells before it writes. */
export interface CellFacts {
  planId: number;
  unit: UnitRef;
  period: { id: number; state: PeriodState; startsOn: Date };
  /** Null until somebody opens it. */
  report: { id: number; state: ReportState } | null;
  indicatorId: number;
  versionId: number;
  rules: EntryRules;
  tables: string[];
  /** Those that a table crosses, in the order of cell keys; of an open list's categories only those that a cell names. */
  dimensions: { code: string; open: boolean; categories: { code: string }[] }[];
  asked: ReadonlyMap<CellKey, AskedCell>;
  /** The indicator's values in the report. */
  values: ValueInCell[];
  /** The approved totals of earlier periods, oldest first. */
  earlier: EarlierTotal[];
  explained: Explained;
}

/** Who changed a cell and when. */
interface StoredChange {
  by: string;
  byId: number;
  at: IsoMoment;
}

interface Row {
  code: string;
  planId: number;
  unitId: number;
  level: UnitRef["level"];
  periodId: number;
  periodState: PeriodState;
  startsOn: string;
  reportId: number | null;
  reportState: ReportState | null;
  indicatorId: number;
  versionId: number;
  version: number;
  rules: EntryRules;
  versions: VersionComparability[];
  tables: string[];
  dimensions: CellFacts["dimensions"];
  asked: Record<CellKey, AskedCell>;
  /** A list of each, null where there is no value. */
  values: [cells: CellKey[] | null, revisions: number[], savedAtJson: string[], carried: boolean[], lists: unknown[][]];
  earlier: [period: string, version: number, value: unknown[]][];
  explained: Explained;
}

const asValue = (alias: string) => asJsonArray(alias, valueColumns);

/** Facts of one cell. Null where there is no such unit, period or indicator, or the unit doesn't report it in the period. */
export const readCellFacts = async (address: ReportAddress, indicator: string, cell: CellKey) =>
  (await readFactsOfCells(address, new Map([[indicator, [cell]]]))).get(indicator) ?? null;

/**
 * Reads everything about cells in one statement, because saving a cell is what people wait for most often.
 * @param asked cells by their indicators' codes
 * @returns by indicator; without those that the unit doesn't report in the period
 */
export async function readFactsOfCells(
  { plan, unit, period }: ReportAddress,
  asked: ReadonlyMap<string, readonly CellKey[]>,
): Promise<Map<string, CellFacts>> {
  if (!areCodes(plan, unit, period) || asked.size === 0) return new Map();
  // Open lists are long, and never complete: nothing is judged by how many categories they have.
  const named = new Set([...asked.values()].flat().flatMap((cell) => [...(parseCellKey(cell)?.values() ?? [])]));
  // What one indicator's cells need is read in a moment; what a whole sheet needs would keep others waiting.
  const read = asked.size === 1 ? briefRowsOf<Row> : rowsOf<Row>;
  const rows = await read(Prisma.sql`
    SELECT ei.code, pl.id AS "planId", u.id AS "unitId", u.level, pe.id AS "periodId", pe.state AS "periodState",
      pe.starts_on::text AS "startsOn", r.id AS "reportId", r.state AS "reportState", i.id AS "indicatorId",
      iv.id AS "versionId", iv.version,
      json_build_object('type', iv.type, 'direction', iv.direction, 'accumulation', iv.accumulation,
        'aggregation', iv.aggregation, 'aggregationStep', iv.aggregation_step, 'countsPersons', iv.counts_persons,
        'decimals', iv.decimals, 'lowest', trim_scale(iv.lowest)::text, 'highest', trim_scale(iv.highest)::text,
        'mayExceedHundred', iv.may_exceed_hundred, 'unit', iv.unit, 'stepCount', (SELECT count(*) FROM milestone_step s WHERE s.indicator_version_id = iv.id)
      ) AS rules,
      (SELECT json_agg(json_build_object('version', v.version, 'comparable', v.comparable))
        FROM indicator_version v JOIN edition_definition d ON d.indicator_version_id = v.id
        WHERE v.indicator_id = i.id AND d.edition_id = e.id) AS versions,
      (SELECT coalesce(json_agg(t.code ORDER BY t.position), '[]')
        FROM disaggregation_table t WHERE t.indicator_version_id = iv.id) AS tables,
      (SELECT coalesce(json_agg(json_build_object('code', d.code, 'open', d.is_open, 'categories',
          (SELECT coalesce(json_agg(json_build_object('code', ca.code) ORDER BY ca.position), '[]')
            FROM category ca WHERE ca.dimension_id = d.id AND (NOT d.is_open OR ca.code = ANY(${[...named]}::text[])))
          ) ORDER BY d.position), '[]')
        FROM dimension d WHERE d.id IN (SELECT td.dimension_id FROM disaggregation_table_dimension td
          JOIN disaggregation_table t ON t.id = td.table_id WHERE t.indicator_version_id = iv.id)) AS dimensions,
      (SELECT coalesce(json_object_agg(c.key, json_build_object('cellId', c.id, 'lastRevision', coalesce(l.revision, 0),
          'lastChange', l.change)), '{}')
        FROM jsonb_array_elements_text(${JSON.stringify(Object.fromEntries(asked))}::jsonb -> ei.code) a(key)
          JOIN cell c ON c.plan_id = pl.id AND c.key = a.key
          -- Whose it was is looked up for the last revision alone, however many there were.
          LEFT JOIN LATERAL (SELECT h.revision, json_build_object('byId', h.created_by_id, 'at', ${isoMoment("h.created_at")},
              'by', (SELECT hu.name FROM "user" hu WHERE hu.id = h.created_by_id)) AS change
            FROM value_revision h WHERE h.period_id = pe.id AND h.report_id = r.id
              AND h.indicator_version_id = iv.id AND h.cell_id = c.id ORDER BY h.revision DESC LIMIT 1) l ON true) AS asked,
      (SELECT json_build_array(json_agg(vc.key), json_agg(v.revision), json_agg(v.updated_at), json_agg(v.carried),
          ${asJsonLists("v", valueColumns)})
        FROM value v JOIN cell vc ON vc.id = v.cell_id
        WHERE v.period_id = pe.id AND v.report_id = r.id AND v.indicator_version_id = iv.id) AS values,
      (SELECT coalesce(json_agg(json_build_array(e.code, e.version, ${asValue("e")})
          ORDER BY e.ends_on), '[]')
        FROM (SELECT DISTINCT ON (lp.ends_on) l.*, lp.code, lp.ends_on, lv.version
          FROM result l JOIN reporting_period lp ON lp.id = l.period_id JOIN cell lc ON lc.id = l.cell_id
            JOIN indicator_version lv ON lv.id = l.indicator_version_id
          WHERE lv.indicator_id = i.id AND l.unit_id = u.id AND l.until_version IS NULL AND lc.key = ${totalCell} AND lp.ends_on < pe.starts_on
            AND l.kind NOT IN ('missing', 'narrative')
          ORDER BY lp.ends_on, lv.version DESC) e) AS earlier,
      -- A comment explains no value that came after it, but for one that was confirmed since; without a comment nothing is
      -- explained, and no history is read.
      (SELECT json_build_object('total', coalesce(k.up_to >= h.total, false), 'values', coalesce(k.up_to >= h.values, false))
        FROM (SELECT max(figures_up_to) AS up_to FROM value_comment
            WHERE report_id = r.id AND indicator_id = i.id) k,
          LATERAL (SELECT coalesce(max(v.sequence), 0) AS values,
              coalesce(max(v.sequence) FILTER (WHERE vc.key = ${totalCell}), 0) AS total
            FROM value_revision v JOIN cell vc ON vc.id = v.cell_id LEFT JOIN ${confirmedBy}
            WHERE k.up_to IS NOT NULL AND v.period_id = pe.id AND v.report_id = r.id
              AND v.indicator_version_id = iv.id AND p.revision IS NULL) h) AS "explained"
    FROM plan pl
      JOIN reporting_unit u ON u.plan_id = pl.id AND u.code = ${unit}
      JOIN reporting_period pe ON pe.plan_id = pl.id AND pe.code = ${period}
      JOIN framework_edition e ON e.plan_id = pl.id AND ${isPresentEdition}
      JOIN edition_indicator ei ON ei.edition_id = e.id AND ei.code ${isCodeOf(asked)}
      JOIN indicator i ON i.id = ei.indicator_id AND (i.level = 'region') = (u.level = 'region')
      JOIN LATERAL (SELECT v.* FROM indicator_version v JOIN edition_definition d ON d.indicator_version_id = v.id
        WHERE v.indicator_id = i.id AND d.edition_id = e.id AND (v.valid_from IS NULL OR v.valid_from <= pe.starts_on) ORDER BY v.version DESC LIMIT 1) iv
        ON iv.frequency = pe.frequency
      LEFT JOIN report r ON r.unit_id = u.id AND r.period_id = pe.id
    WHERE pl.code = ${plan}`);
  return new Map(rows.map((row) => [row.code, factsOf(row, unit)]));
}

/** One code is told by itself: of a list the database expects many, and would plan the statement anew each time. */
const isCodeOf = (asked: ReadonlyMap<string, unknown>): Prisma.Sql => {
  const [first, ...others] = asked.keys();
  return others.length === 0 ? Prisma.sql`= ${first}` : Prisma.sql`= ANY(${[first, ...others]}::text[])`;
};

const neverUsed: AskedCell = { cellId: null, lastRevision: 0, lastChange: null };

/** What was asked about a cell, which may have been used nowhere yet. */
export const askedCell = ({ asked }: Pick<CellFacts, "asked">, cell: CellKey): AskedCell =>
  asked.get(cell) ?? neverUsed;

/** As a page has it. */
export const viewOf = ({ value, revision, savedAtJson, carried }: ValueInCell): CellView => ({
  value,
  revision,
  savedAt: ofJsonMoment(savedAtJson),
  ...(carried && { carried }),
});

function factsOf(row: Row, unit: string): CellFacts {
  const { planId, indicatorId, versionId, rules, tables, dimensions, explained } = row;
  const [cells, revisions, savedAtJson, carried, lists] = row.values;
  return {
    planId,
    indicatorId,
    versionId,
    rules,
    tables,
    dimensions,
    explained,
    unit: { id: row.unitId, code: unit, level: row.level },
    period: { id: row.periodId, state: row.periodState, startsOn: new Date(row.startsOn) },
    report: row.reportId === null ? null : { id: row.reportId, state: row.reportState! },
    asked: new Map(Object.entries(row.asked)),
    values: (cells ?? []).map((cell, at) => ({
      cell,
      revision: revisions[at]!,
      savedAtJson: savedAtJson[at]!,
      carried: carried[at]!,
      value: valueInJsonLists(lists, at)!,
    })),
    earlier: row.earlier.map(([period, version, value]) => ({
      period,
      value: valueOfJsonArray(value)!,
      comparable: areComparable(row.versions, [version, row.version]),
    })),
  };
}
