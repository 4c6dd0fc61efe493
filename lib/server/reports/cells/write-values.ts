import "server-only";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { Value } from "@/lib/domain/values/value";
import { type AuditEntry, appendingAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { given, inserted, overwritten, recordset } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { columnsOf, storedColumns } from "@/lib/server/db/value-columns";

/** A cell's next value; without one, the cell is cleared. */
interface ValueToWrite {
  versionId: number;
  cellId: number;
  /** One more than the last revision that the cell ever had. */
  revision: number;
  value: Value | undefined;
  /** It is the period before's, until somebody confirms it. */
  carried?: boolean;
}

/** What was judged before: the write is void unless it is still so. */
export interface JudgedReport {
  id: number;
  state: ReportState;
  periodState: PeriodState;
}

/** Somebody else was faster: the report moved on, or one of the cells has another value. Undo the transaction. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Values in one statement. The embedded database works in this very thread: whoever waits has a turn in between. */
const AT_ONCE = 200;

/**
 * Writes values and appends their revisions, all or none. The report and its period are held as they
 * were judged until the transaction ends; a cell takes a value only as the successor of the revision before it, and the
 * revisions' key decides between two who follow the same one.
 * @returns when each was stored
 * @throws Overtaken; undo the transaction then
 */
export async function writeValues(
  tx: Transaction,
  report: JudgedReport,
  values: readonly ValueToWrite[],
  by: { actorId: number; importId?: number },
): Promise<Date[]> {
  const moments: Date[] = [];
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const some = values.slice(from, from + AT_ONCE);
    const written = await unlessTaken(
      tx.$queryRaw<
        { savedAt: Date }[]
      >`${revising(report, some, by)} SELECT created_at AT TIME ZONE 'UTC' AS "savedAt" FROM revised`,
    );
    if (written.length !== some.length) throw new Overtaken();
    // All values of a statement are stored at one moment.
    moments.push(...written.map(({ savedAt }) => savedAt));
  }
  return moments;
}

/**
 * The same for one value together with its audit event, so that it needs no transaction around it: nothing is written
 * where somebody else was faster.
 * @param run by itself, or in a transaction where more is written
 * @returns when it was stored
 * @throws Overtaken
 */
export async function writeValue(
  run: (statement: Prisma.Sql) => Promise<{ savedAt: Date }[]>,
  report: JudgedReport,
  value: ValueToWrite,
  event: AuditEntry & { actorId: number },
  /** Rows `a` of assignments without which the actor may not; one is held with the report. Null: they need none. */
  assigned: Prisma.Sql | null = null,
): Promise<Date> {
  const statement = Prisma.sql`
    ${revising(report, [value], event, assigned)}
    SELECT created_at AT TIME ZONE 'UTC' AS "savedAt", ${appendingAudit(event)} FROM revised`;
  const [written] = await unlessTaken(run(statement));
  if (!written) throw new Overtaken();
  return written.savedAt;
}

/** Everything but the last part of the statement: `revised` has a row for each value that was written. */
function revising(
  report: JudgedReport,
  values: readonly ValueToWrite[],
  { actorId, importId = null }: { actorId: number; importId?: number | null },
  assigned: Prisma.Sql | null = null,
): Prisma.Sql {
  const rows = values.map(({ value, carried = false, ...place }) => ({
    ...place,
    carried,
    ...(value && columnsOf(value)),
  }));
  return Prisma.sql`
    WITH held AS (
      SELECT r.id, r.period_id FROM report r JOIN reporting_period p ON p.id = r.period_id
      WHERE r.id = ${report.id} AND r.state = ${report.state}::report_state
        AND p.state = ${report.periodState}::period_state
      FOR SHARE OF r, p
    ),
    ${assigned ? Prisma.sql`assigned AS MATERIALIZED (SELECT a.id FROM ${assigned} FOR KEY SHARE OF a),` : Prisma.empty}
    -- The moment is taken once the report is held, so that no value seems to precede a decision that it follows.
    judged AS MATERIALIZED (SELECT h.*, clock_timestamp() AT TIME ZONE 'UTC' AS moment FROM held h
      ${assigned ? Prisma.sql`WHERE EXISTS (SELECT FROM assigned)` : Prisma.empty}),
    given AS (
      SELECT * FROM ${recordset(rows, { versionId: "int", cellId: "int", revision: "int", ...storedColumns })}
    ),
    stored AS (
      INSERT INTO value AS v (period_id, report_id, indicator_version_id, cell_id, revision, ${inserted(storedColumns)},
        updated_at, updated_by_id)
      SELECT j.period_id, j.id, given."versionId", given."cellId", given.revision, ${given(storedColumns)},
        j.moment, ${actorId}::int
      FROM judged j, given WHERE given.kind IS NOT NULL
      ON CONFLICT (period_id, report_id, indicator_version_id, cell_id) DO UPDATE SET
        revision = EXCLUDED.revision, ${overwritten(storedColumns)},
        updated_at = EXCLUDED.updated_at, updated_by_id = EXCLUDED.updated_by_id
      WHERE v.revision = EXCLUDED.revision - 1
      RETURNING v.indicator_version_id, v.cell_id
    ),
    cleared AS (
      DELETE FROM value v USING judged j, given
      WHERE given.kind IS NULL AND v.period_id = j.period_id AND v.report_id = j.id
        AND v.indicator_version_id = given."versionId" AND v.cell_id = given."cellId" AND v.revision = given.revision - 1
      RETURNING v.indicator_version_id, v.cell_id
    ),
    done AS (SELECT * FROM stored UNION ALL SELECT * FROM cleared),
    revised AS (
      INSERT INTO value_revision (period_id, report_id, indicator_version_id, cell_id, revision, ${inserted(storedColumns)},
        import_id, created_at, created_by_id)
      SELECT j.period_id, j.id, given."versionId", given."cellId", given.revision, ${given(storedColumns)},
        ${importId}::int, j.moment, ${actorId}::int
      FROM judged j, given JOIN done d ON d.indicator_version_id = given."versionId" AND d.cell_id = given."cellId"
      RETURNING created_at
    )`;
}

async function unlessTaken<T>(writing: Promise<T>): Promise<T> {
  return writing.catch((error: unknown) => {
    throw isTaken(error) ? new Overtaken() : error;
  });
}

/** The revision's key is taken (SQLSTATE 23505). */
function isTaken(error: unknown): boolean {
  if (error instanceof Error && "code" in error && error.code === "23505") return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const cause = error.meta?.driverAdapterError;
  if (!(cause instanceof Error) || typeof cause.cause !== "object" || cause.cause === null) return false;
  return "kind" in cause.cause && cause.cause.kind === "UniqueConstraintViolation";
}
