import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ValueKind } from "@/lib/domain/values/value";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import type { Database } from "./client";
import { type Columns, columnName } from "./columns";
import { testDatabase } from "./testing";
import { storedColumns, valueColumns } from "./value-columns";

let database: Database;
let plan: Reporting;
let other: Reporting;
let place: { periodId: number; reportId: number; indicatorVersionId: number; cellId: number };

beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  other = await makeReporting(database.prisma, "fifth");
  const { id: reportId } = await makeReport(database.prisma, plan, { unit: "THA", period: "2016" });
  const { id: cellId } = await database.prisma.cell.upsert({
    where: { planId_key: { planId: plan.planId, key: "total" } },
    create: { planId: plan.planId, key: "total" },
    update: {},
  });
  const { id: indicatorVersionId } = await database.prisma.indicatorVersion.findFirstOrThrow({
    where: { indicatorId: plan.indicatorIds["G1.1-a"]! },
  });
  place = { periodId: plan.periodIds["2016"]!, reportId, indicatorVersionId, cellId };
});
afterAll(() => database.close());

const sql = (statement: string, values: unknown[] = []) => database.pool.query(statement, values);

/**
 * Tries a value in each table that keeps some; nothing stays. The answer lists the tables that took it.
 * @param judged what stands beside the value in a result
 */
async function takenBy(columns: Record<string, string>, judged: Record<string, string> = {}): Promise<string[]> {
  const { periodId, reportId, indicatorVersionId, cellId } = place;
  const by = plan.actors.thailand.id;
  const key = { period_id: periodId, indicator_version_id: indicatorVersionId, cell_id: cellId };
  const unit = { unit_id: plan.unitIds.THA };
  const tables = {
    value: { ...key, report_id: reportId, revision: 1, updated_by_id: by },
    value_revision: { ...key, report_id: reportId, revision: 1, created_by_id: by },
    result: {
      ...key,
      ...unit,
      plan_id: plan.planId,
      approved_at: "2017-05-12",
      value_since: 1,
      from_version: 1,
      ...judged,
      disclosure_state: columns.kind === "missing" ? "missing" : "shown",
    },
  };
  const taken: string[] = [];
  for (const [table, own] of Object.entries(tables)) {
    const row = { ...own, ...columns };
    const names = Object.keys(row).join(", ");
    const literals = Object.values(row).map((value) => `'${value}'`);
    const client = await database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`INSERT INTO ${table} (${names}) VALUES (${literals.join(", ")})`);
      taken.push(table);
    } catch (error) {
      expect(String(error)).toMatch(`${table}_figure_check`);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  }
  return taken;
}
const everywhere = ["value", "value_revision", "result"];

/** The list's columns as PostgreSQL names them and their types. */
const inDatabase = (columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [columnName(name), { int: "int4", boolean: "bool" }[type] ?? type]),
  );
const everything = inDatabase(valueColumns);
const stored = inDatabase(storedColumns);
const places = ["period_id", "indicator_version_id", "cell_id"];
/** What stands beside the value in each of these tables. */
const ownColumns: Record<string, string[]> = {
  value: [...places, "report_id", "revision", "updated_at", "updated_by_id"],
  value_revision: [
    ...places,
    "report_id",
    "revision",
    "import_id",
    "sequence",
    "redacted_at",
    "created_at",
    "created_by_id",
  ],
  result: [
    ...places,
    "plan_id",
    "unit_id",
    "revision",
    "planned",
    "status",
    "status_reason",
    "public_status",
    "after_end",
    "public_after_end",
    "public_status_reason",
    "ratio",
    "public_ratio",
    "method",
    "method_version",
    "inputs",
    "public_inputs",
    "countries_in",
    "countries_of",
    "carried_from_id",
    "disclosure_state",
    "disclosure_bound",
    "told_least",
    "approved_at",
    "value_since",
    "from_version",
    "until_version",
  ],
};

/** A value of each kind, in the columns that it has. */
const samples: Record<ValueKind, Record<string, string>> = {
  number: { number: "1127" },
  censored: { below: "5" },
  ratio: { numerator: "0", denominator: "0" },
  yesNo: { yes_no: "false" },
  step: { step: "0" },
  narrative: { text: "Words" },
  missing: { missing_reason: "confidential" },
};
/** A literal for each column of a value but its kind. */
const literals = { ...Object.assign({}, ...Object.values(samples)), numerator_below: "5", denominator_below: "5" };
const kinds = Object.entries(samples);

describe("a value in the database", () => {
  it.each(Object.entries({ value: stored, value_revision: stored, result: everything }))(
    "stands in %s with the columns of the one list",
    async (table, listed) => {
      const { rows } = await sql(
        `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = $1 AND NOT column_name = ANY($2)`,
        [table, ownColumns[table]],
      );
      expect(Object.fromEntries(rows.map(({ name, type }) => [name, type]))).toEqual(listed);
    },
  );

  it.each(kinds)("is taken with the columns of its kind: %s", async (kind, columns) => {
    expect(await takenBy({ kind, ...columns })).toEqual(everywhere);
  });

  it.each<Record<string, string>>([
    { kind: "ratio", numerator_below: "5", denominator: "44" },
    { kind: "ratio", numerator: "-3", denominator: "100" },
  ])("is taken as a ratio: %o", async (columns) => {
    expect(await takenBy(columns)).toEqual(everywhere);
  });

  it.each(kinds)("is refused with a column too few: %s", async (kind, columns) => {
    for (const left of Object.keys(columns)) {
      const { [left]: _, ...rest } = columns;
      expect(await takenBy({ kind, ...rest }), left).toEqual(kind === "missing" ? ["result"] : []);
    }
  });

  it.each(kinds)("is refused with a column too many: %s", async (kind, columns) => {
    const others = Object.keys(everything).filter((name) => name !== "kind" && !(name in columns));
    for (const name of others) expect(await takenBy({ kind, ...columns, [name]: literals[name]! }), name).toEqual([]);
  });

  it("is missing in the region without a reason, and nowhere else", async () => {
    expect(await takenBy({ kind: "missing" })).toEqual(["result"]);
  });

  it("has room for every R that exact values lead to", async () => {
    const ratio = "-2999999999999999999999999999.123457";
    const judged = { status: "movingAway", public_status: "movingAway", ratio, public_ratio: ratio };
    expect(await takenBy({ kind: "number", number: "1" }, judged)).toContain("result");
  });
});

describe("what is only ever added", () => {
  const onlyAdded = [
    "value_revision",
    "review_decision",
    "correction_reason",
    "file_import",
    "results_version",
    "audit_event",
    "audit_payload",
    "audit_anchor",
  ];
  it.each([...onlyAdded, "result", "published_narrative", "take_down"])(
    "isn't emptied as a whole: %s",
    async (table) => {
      await expect(sql(`TRUNCATE ${table}`)).rejects.toThrow(/only ever added|referenced in a foreign key/);
      await expect(sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/only ever added/);
    },
  );

  it("is closed once where it stood from a results version until another, and isn't changed otherwise", async () => {
    const { periodId, indicatorVersionId, cellId } = place;
    const at = [plan.planId, periodId, plan.unitIds.THA, indicatorVersionId, cellId];
    const add = (from: number) =>
      sql(
        `INSERT INTO result (plan_id, period_id, unit_id, indicator_version_id, cell_id, kind, number, disclosure_state,
          approved_at, value_since, from_version) VALUES ($1, $2, $3, $4, $5, 'number', 3, 'small', now(), 2, ${from})`,
        at,
      );
    await add(2);
    await expect(add(3)).rejects.toThrow(/result_present/);
    await expect(sql("UPDATE result SET until_version = 1")).rejects.toThrow(/result_interval_check/);
    await expect(sql("UPDATE result SET until_version = 2, number = 4")).rejects.toThrow(/only ever added and closed/);
    await sql("UPDATE result SET until_version = 2");
    await add(3);
    await expect(sql("UPDATE result SET until_version = 5 WHERE from_version = 2")).rejects.toThrow(/added and closed/);
    await expect(sql("DELETE FROM result")).rejects.toThrow(/only ever added and closed/);
  });
});

describe("a plan's results version", () => {
  const raise = (to: string) => sql(`UPDATE plan SET results_version = ${to} WHERE id = $1`, [plan.planId]);

  it("rises by one, with the row that says why", async () => {
    await expect(raise("results_version + 1")).rejects.toThrow(/rises by one/);
    await sql("INSERT INTO results_version (plan_id, version, cause, subject) VALUES ($1, 3, 'setting', 'x')", [
      plan.planId,
    ]);
    await expect(raise("3")).rejects.toThrow(/rises by one/);
    await sql("INSERT INTO results_version (plan_id, version, cause, subject) VALUES ($1, 2, 'setting', 'x')", [
      plan.planId,
    ]);
    await raise("2");
    await expect(raise("1")).rejects.toThrow(/rises by one/);
  });
});

describe("a report", () => {
  const add = (unitId: number, periodId: number) =>
    sql("INSERT INTO report (plan_id, unit_id, period_id) VALUES ($1, $2, $3)", [plan.planId, unitId, periodId]);

  it("doesn't take another plan's unit or period", async () => {
    await expect(add(other.unitIds.KHM!, plan.periodIds["2016"]!)).rejects.toThrow(/foreign key/);
    await expect(add(plan.unitIds.KHM!, other.periodIds["2016"]!)).rejects.toThrow(/foreign key/);
    await add(plan.unitIds.KHM!, plan.periodIds["2016"]!);
  });
});

it("evidence is one thing at most, a file has a title of its own, and what it backs stays", async () => {
  const { id: by, organisation } = plan.actors.thailand;
  const file = await database.prisma.storedFile.create({
    data: { sha256: "a".repeat(64), size: 1, type: "pdf", title: "Register", addedAt: new Date(), addedById: by },
  });
  const add = (columns: Record<string, string | number>) => {
    const row = {
      report_id: place.reportId,
      indicator_id: plan.indicatorIds["G1.1-a"]!,
      ...columns,
      organisation_id: organisation.id,
      created_by_id: by,
    };
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    return sql(
      `INSERT INTO evidence (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
      Object.values(row),
    );
  };
  const url = "https://example.org/";
  await expect(add({ url, file_id: file.id })).rejects.toThrow(/evidence_(place|title)_check/);
  await expect(add({ title: "Register", file_id: file.id })).rejects.toThrow("evidence_title_check");
  await expect(add({ url })).rejects.toThrow("evidence_title_check");
  await add({ file_id: file.id });
  await expect(add({ file_id: file.id })).rejects.toThrow("evidence_file_id_key");
  await add({ title: "Register", url });
  await database.prisma.storedFile.delete({ where: { id: file.id } });
  expect(await database.prisma.evidence.findMany()).toMatchObject([{ url, fileId: null }]);
});
