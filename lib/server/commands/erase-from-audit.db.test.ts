import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { writeAudit } from "@/lib/server/audit/write";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { auditWhere, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { adoptNext } from "@/test/factories/next-edition";
import { eraseFromAudit } from "./erase-from-audit";

let database: Database;
let plan: Reporting;
let stream: string;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plan = await makeReporting(database.prisma, `plan${++plans}`);
  stream = `report:${plans * 1000}`;
  for (const name of ["Somchai", "Malee", "Anong"]) await write({ name });
});

const write = (after: unknown, more: object = {}) =>
  transaction((tx) =>
    writeAudit(tx, {
      stream,
      actorId: 1,
      action: "done",
      subject: "it",
      place: { planId: plan.planId },
      after,
      ...more,
    }),
  );
const erase = (
  sequence: number,
  { actor = plan.actors.administrator, reason = "She asked for it.", of = stream } = {},
) => eraseFromAudit(actor, { stream: of, sequence, reason });
const events = () => auditWhere(database.prisma, { stream });
const check = () => verifyStream(database.prisma, stream);
const refusal = (code: string) => expect.objectContaining({ code });

describe("erasing from the audit", () => {
  it("takes out what was said, and leaves that it was: redacted, not altered", async () => {
    await erase(2);
    expect(await check()).toMatchObject({ intact: true, events: 4, redacted: [2] });
    expect(await events()).toMatchObject([
      { after: { name: "Somchai" } },
      { action: "done", after: null, payloadHash: expect.any(String) },
      { after: { name: "Anong" } },
      {
        action: "erased",
        subject: `event ${stream} 2`,
        actorId: plan.actors.administrator.id,
        planId: plan.planId,
        after: { reason: "She asked for it." },
      },
    ]);
    const { rows } = await database.pool.query("SELECT * FROM audit_payload WHERE stream = $1", [stream]);
    expect(JSON.stringify(rows)).not.toContain("Malee");
  });

  it("isn't anybody's but an administrator's, of every plan where the event is of none", async () => {
    for (const [name, actor] of Object.entries(plan.actors))
      if (name !== "administrator") await expect(erase(2, { actor }), name).rejects.toThrow(refusal("notAllowed"));
    const other = await makeReporting(database.prisma, `other${plans}`);
    await expect(erase(2, { actor: other.actors.administrator })).rejects.toThrow(refusal("notAllowed"));
    await write({ name: "Nobody's" }, { place: {} });
    await expect(erase(4)).rejects.toThrow(refusal("notAllowed"));
    expect(await check()).toMatchObject({ intact: true, events: 4, redacted: [] });
  });

  it("needs a reason, and something to erase", async () => {
    await expect(erase(2, { reason: " " })).rejects.toThrow(refusal("reasonMissing"));
    await expect(erase(9)).rejects.toThrow(refusal("notFound"));
    await erase(2);
    await expect(erase(2)).rejects.toThrow(refusal("notFound"));
    expect(await check()).toMatchObject({ events: 4, redacted: [2] });
  });

  it("by two at once is done once", async () => {
    const outcomes = await Promise.allSettled([erase(2), erase(2)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await check()).toMatchObject({ intact: true, events: 4, redacted: [2] });
  });

  it("doesn't hide that something was altered", async () => {
    await database.pool.query("ALTER TABLE audit_payload DISABLE TRIGGER USER");
    await database.pool.query(`UPDATE audit_payload SET after = '{}' WHERE stream = $1 AND sequence = 2`, [stream]);
    await database.pool.query("ALTER TABLE audit_payload ENABLE TRIGGER USER");
    await expect(erase(2)).rejects.toThrow(expect.objectContaining({ code: "auditAltered", args: { sequence: 2 } }));
    expect(await check()).toEqual({ intact: false, sequence: 2, fault: "altered" });
  });

  it("isn't told by an event of another stream, of another number, or that came before", async () => {
    await database.pool.query("ALTER TABLE audit_payload DISABLE TRIGGER USER");
    await database.pool.query("DELETE FROM audit_payload WHERE stream = $1 AND sequence = 2", [stream]);
    await database.pool.query("ALTER TABLE audit_payload ENABLE TRIGGER USER");
    await write({}, { action: "erased", subject: `event other:${stream} 2` });
    await write({}, { action: "erased", subject: `event ${stream} 3` });
    expect(await check()).toEqual({ intact: false, sequence: 2, fault: "payloadMissing" });
    const before = `${stream}0`;
    await write({}, { stream: before, action: "erased", subject: `event ${before} 2` });
    await write({}, { stream: before });
    const gone = database.pool.query("DELETE FROM audit_payload WHERE stream = $1 AND sequence = 2", [before]);
    await expect(gone).rejects.toMatchObject({ code: "23001" });
  });
});

describe("what an event names", () => {
  const words = (text: string) => ({ kind: "narrative", text });
  let reportId: number;
  let revision: { period_id: number; indicator_version_id: number; cell_id: number };

  /** A cell of words with two revisions, of which the second stands in the report, and an event for each. */
  beforeEach(async () => {
    const { id } = await makeReport(database.prisma, plan, {
      unit: "THA",
      period: "2016",
      state: "returned",
      values: { "G1.1-a": { total: { kind: "number", number: "3" } } },
    });
    reportId = id;
    stream = `report:${id}`;
    const { rows } = await database.pool.query(
      `UPDATE value SET kind = 'narrative', number = NULL, text = 'Malee said so', revision = 3 WHERE report_id = $1
       RETURNING period_id, indicator_version_id, cell_id`,
      [id],
    );
    revision = rows[0];
    for (const [number, text] of [
      [2, "Somchai said so"],
      [3, "Malee said so"],
    ] as const)
      await database.pool.query(
        `INSERT INTO value_revision (period_id, report_id, indicator_version_id, cell_id, revision, kind, text, created_by_id)
         VALUES ($1, $2, $3, $4, $5, 'narrative', $6, $7)`,
        [
          revision.period_id,
          id,
          revision.indicator_version_id,
          revision.cell_id,
          number,
          text,
          plan.actors.thailand.id,
        ],
      );
    const place = { planId: plan.planId, reportId: id };
    const of = { action: "valueRecorded", subject: "report THA 2016 G1.1-a total", place };
    await write({ indicator: "G1.1-a", cell: "total", revision: 2 }, of);
    await write({ indicator: "G1.1-a", cell: "total", revision: 3 }, of);
    // As earlier versions wrote it.
    await write({ revision: 2, value: words("Somchai said so") }, of);
    const decision = await database.prisma.reviewDecision.findFirstOrThrow({ where: { reportId: id } });
    await write({ decision: decision.id }, { action: "returned", place });
    const file = { format: "glotip", rows: 1, imported: 1, createdById: plan.actors.thailand.id, reportId: id };
    const importOf = (sha256: string) =>
      database.prisma.fileImport.create({ data: { ...file, sha256, fileName: "Malee.csv" } });
    // As earlier versions wrote it.
    await write({ fill: (await importOf("earlier")).id }, { action: "filledFromFile", place });
    await write({ import: (await importOf("present")).id }, { action: "fileImported", place });
  });

  const revisions = async () => {
    const { rows } = await database.pool.query(
      "SELECT revision, text, redacted_at IS NOT NULL AS redacted FROM value_revision WHERE report_id = $1 ORDER BY revision",
      [reportId],
    );
    return rows;
  };

  it.each([1, 3])("is redacted with it: the words of a revision (event %i)", async (event) => {
    await erase(event);
    expect(await revisions()).toEqual([
      { revision: 1, text: null, redacted: false },
      { revision: 2, text: null, redacted: true },
      { revision: 3, text: "Malee said so", redacted: false },
    ]);
    expect(await check()).toMatchObject({ intact: true, redacted: [event] });
  });

  it("is redacted with it by the code that the indicator had, whichever has that code now", async () => {
    await adoptNext(database.prisma, plan.actors.secretariat, plan, async (editionId) => {
      for (const [code, next] of [
        ["G1.1-a", "G1.1-z"],
        ["G1.1-b", "G1.1-a"],
      ] as const)
        await database.prisma.editionIndicator.updateMany({ where: { editionId, code }, data: { code: next } });
    });
    await erase(1);
    expect((await revisions())[1]).toEqual({ revision: 2, text: null, redacted: true });
  });

  it("stays, and so does the event, while the words stand in the report", async () => {
    await expect(erase(2)).rejects.toThrow(refusal("wordsInUse"));
    expect((await revisions())[2]).toMatchObject({ text: "Malee said so", redacted: false });
    expect(await check()).toMatchObject({ intact: true, events: 6, redacted: [] });
  });

  it("is redacted with it: the reason of a decision", async () => {
    await erase(4);
    const decision = await database.prisma.reviewDecision.findFirstOrThrow({ where: { reportId } });
    expect(decision).toMatchObject({ reason: "", redactedAt: expect.any(Date), decision: "returned" });
  });

  it("is redacted with it: what readers were told, which leaves the public pages", async () => {
    const { id: decisionId } = await database.prisma.reviewDecision.findFirstOrThrow({ where: { reportId } });
    await database.prisma.correctionReason.create({ data: { decisionId, text: "Malee counted twice." } });
    const versionOf = async () =>
      (await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } })).resultsVersion;
    const before = await versionOf();
    await erase(4);
    expect(await database.prisma.correctionReason.findUniqueOrThrow({ where: { decisionId } })).toMatchObject({
      text: "",
      redactedAt: expect.any(Date),
    });
    expect(await versionOf()).toBe(before + 1);
  });

  it.each([
    [5, "earlier"],
    [6, "present"],
  ])("is redacted with it: the name of a file (event %i)", async (event, sha256) => {
    await erase(event);
    const files = await database.prisma.fileImport.findMany({ where: { reportId }, orderBy: { id: "asc" } });
    const names = Object.fromEntries(files.map((each) => [each.sha256, each.fileName]));
    expect(names).toEqual({ earlier: "Malee.csv", present: "Malee.csv", [sha256]: "" });
    expect(files.find((each) => each.sha256 === sha256)).toMatchObject({ redactedAt: expect.any(Date), rows: 1 });
  });

  it.each([
    "UPDATE value_revision SET text = 'other' WHERE report_id = $1 AND revision = 2",
    "UPDATE value_revision SET text = NULL WHERE report_id = $1 AND revision = 2",
    "UPDATE value_revision SET text = NULL, redacted_at = now(), kind = NULL WHERE report_id = $1 AND revision = 2",
    "UPDATE value_revision SET text = 'other', redacted_at = now() WHERE report_id = $1 AND revision = 2",
    "UPDATE value_revision SET redacted_at = now() WHERE report_id = $1 AND revision = 1",
    "UPDATE value_revision SET number = 4 WHERE report_id = $1 AND revision = 1",
    "DELETE FROM value_revision WHERE report_id = $1",
    "UPDATE review_decision SET reason = 'other' WHERE report_id = $1",
    "UPDATE review_decision SET reason = '', redacted_at = now(), decision = 'approved' WHERE report_id = $1",
    "DELETE FROM review_decision WHERE report_id = $1",
    "UPDATE file_import SET rows = 2 WHERE report_id = $1",
    "UPDATE file_import SET file_name = 'other' WHERE report_id = $1",
    "DELETE FROM file_import WHERE report_id = $1",
    "UPDATE results_version SET subject = 'other' WHERE plan_id = (SELECT plan_id FROM report WHERE id = $1)",
    "DELETE FROM results_version WHERE plan_id = (SELECT plan_id FROM report WHERE id = $1)",
  ])("isn't changed in any other way: %s", async (statement) => {
    const changed = database.pool.query(statement, [reportId]);
    await expect(changed).rejects.toThrow(/only ever added|value_revision_figure_check/);
  });
});
