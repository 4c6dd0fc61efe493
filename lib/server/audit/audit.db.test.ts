import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { type StreamCheck, verifyStream } from "./verify";
import { writeAudit } from "./write";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const entry = (stream: string, after: unknown = { state: "submitted" }) => ({
  stream,
  actorId: 1,
  action: "submitted",
  subject: "report THA 2016",
  place: { planId: 1, unitId: 2, reportId: 3 },
  before: { state: "draft" },
  after,
});
const write = (stream: string, after?: unknown) => transaction((tx) => writeAudit(tx, entry(stream, after)));

/** Changes the stored chain as somebody would who can write to the database past this program. */
async function tamper(statement: string) {
  const tables = ["audit_event", "audit_payload"];
  for (const table of tables) await database.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await database.pool.query(statement);
  for (const table of tables) await database.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

describe("an audit stream", () => {
  it("is intact as written, and empty when nothing was", async () => {
    for (let n = 0; n < 3; n++) await write("plain");
    expect(await verifyStream(database.prisma, "plain")).toEqual({
      intact: true,
      events: 3,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      redacted: [],
    });
    const nothing = { intact: true, events: 0, head: "", redacted: [] };
    expect(await verifyStream(database.prisma, "nothing")).toEqual(nothing);
  });

  it("has no two hashes alike of the same words", async () => {
    for (let n = 0; n < 2; n++) await write("salted");
    const events = await database.prisma.auditEvent.findMany({ where: { stream: "salted" } });
    expect(new Set(events.map(({ payloadHash }) => payloadHash)).size).toBe(2);
  });

  it.each([
    "UPDATE audit_event SET subject = 'x' WHERE stream = 'guarded'",
    "DELETE FROM audit_event WHERE stream = 'guarded'",
    "UPDATE audit_payload SET after = '{}' WHERE stream = 'guarded'",
    "UPDATE audit_payload SET after = after WHERE stream = 'guarded'",
    "DELETE FROM audit_payload WHERE stream = 'guarded'",
  ])("can't be changed or shortened through the database's own rules: %s", async (statement) => {
    await write("guarded");
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: "23001" });
  });

  const second = "WHERE stream = $ AND sequence = 2";
  const altered = (sequence: number) => ({ sequence, fault: "altered" as const });
  const missing = (sequence: number) => ({ sequence, fault: "missing" as const });
  const changes: [string, string, Omit<Extract<StreamCheck, { intact: false }>, "intact">][] = [
    ["other words", `UPDATE audit_event SET action = 'approved' ${second}`, altered(2)],
    ["another subject", `UPDATE audit_event SET subject = 'report THA 2017' ${second}`, altered(2)],
    ["another actor", `UPDATE audit_event SET actor_id = 2 ${second}`, altered(2)],
    ["nobody as actor", "UPDATE audit_event SET actor_id = NULL WHERE stream = $ AND sequence = 1", altered(1)],
    ["another plan", `UPDATE audit_event SET plan_id = 2 ${second}`, altered(2)],
    ["another unit", `UPDATE audit_event SET unit_id = 3 ${second}`, altered(2)],
    ["no report", `UPDATE audit_event SET report_id = NULL ${second}`, altered(2)],
    ["plan and unit exchanged", `UPDATE audit_event SET plan_id = unit_id, unit_id = plan_id ${second}`, altered(2)],
    ["another time", "UPDATE audit_event SET at = at + interval '1 ms' WHERE stream = $ AND sequence = 3", altered(3)],
    ["another state before", `UPDATE audit_payload SET before = '{"state": "returned"}' ${second}`, altered(2)],
    ["no state after", `UPDATE audit_payload SET after = NULL ${second}`, altered(2)],
    ["before and after exchanged", `UPDATE audit_payload SET before = after, after = before ${second}`, altered(2)],
    ["another salt", `UPDATE audit_payload SET salt = gen_random_uuid() ${second}`, altered(2)],
    [
      "a payload and its hash replaced",
      `UPDATE audit_payload SET after = '{}' ${second};
       UPDATE audit_event e SET payload_hash = audit_payload_hash(p.salt, p.before, p.after) FROM audit_payload p
       WHERE e.stream = $ AND e.sequence = 2 AND p.stream = $ AND p.sequence = 2`,
      altered(2),
    ],
    ["no payload", `DELETE FROM audit_payload ${second}`, { sequence: 2, fault: "payloadMissing" }],
    [
      "no payload and no hash of it",
      `DELETE FROM audit_payload ${second}; UPDATE audit_event SET payload_hash = NULL ${second}`,
      altered(2),
    ],
    [
      "the payload of another event",
      `DELETE FROM audit_payload WHERE stream = $ AND sequence = 3;
       UPDATE audit_payload SET sequence = 3 ${second}`,
      { sequence: 2, fault: "payloadMissing" },
    ],
    ["another hash", `UPDATE audit_event SET hash = repeat('0', 64) ${second}`, altered(2)],
    ["an event taken out", `DELETE FROM audit_payload ${second}; DELETE FROM audit_event ${second}`, missing(2)],
    [
      "the first taken out",
      "DELETE FROM audit_payload WHERE stream = $ AND sequence = 1; DELETE FROM audit_event WHERE stream = $ AND sequence = 1",
      missing(1),
    ],
    [
      "one taken out and the rest moved up",
      `DELETE FROM audit_payload ${second}; DELETE FROM audit_event ${second};
       UPDATE audit_event SET sequence = 2 WHERE stream = $ AND sequence = 3`,
      altered(2),
    ],
  ];
  it.each(changes)("shows %s", async (name, statement, shown) => {
    for (let n = 0; n < 3; n++) await write(name);
    await tamper(statement.replaceAll("$", `'${name}'`));
    expect(await verifyStream(database.prisma, name)).toEqual({ intact: false, ...shown });
  });

  it("shows a payload where there was nothing to say", async () => {
    const { before: _, after: __, ...bare } = entry("added");
    await transaction((tx) => writeAudit(tx, bare));
    expect(await verifyStream(database.prisma, "added")).toMatchObject({ intact: true, events: 1 });
    await tamper(
      "INSERT INTO audit_payload (stream, sequence, salt, after) VALUES ('added', 1, gen_random_uuid(), '{}')",
    );
    expect(await verifyStream(database.prisma, "added")).toEqual({ intact: false, ...altered(1) });
  });

  it("stays whole under many writers at once", async () => {
    await Promise.all(Array.from({ length: 24 }, (_, n) => write("busy", { n })));
    const check = await verifyStream(database.prisma, "busy");
    expect(check).toMatchObject({ intact: true, events: 24 });
    const said = await database.prisma.auditPayload.findMany({ where: { stream: "busy" }, select: { after: true } });
    expect(new Set(said.map((payload) => JSON.stringify(payload.after))).size).toBe(24);
  });

  it("stays whole when writers ask for serializable transactions", async () => {
    const serial = () => transaction((tx) => writeAudit(tx, entry("serial")), "Serializable");
    await Promise.all(Array.from({ length: 4 }, serial));
    expect(await verifyStream(database.prisma, "serial")).toMatchObject({ intact: true, events: 4 });
  });

  it("goes with its change: undone together", async () => {
    const undone = transaction(async (tx) => {
      await tx.organisation.create({ data: { name: "Undone", kind: "government" } });
      await writeAudit(tx, entry("undone"));
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await verifyStream(database.prisma, "undone")).toMatchObject({ events: 0 });
    expect(await database.prisma.auditPayload.count({ where: { stream: "undone" } })).toBe(0);
    expect(await database.prisma.organisation.count({ where: { name: "Undone" } })).toBe(0);
  });

  it("checks out whatever was written in it", async () => {
    let at = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        fc.string({ unit: "binary" }),
        async (json, units, subject) => {
          const stream = `any-${at++} ${subject.replaceAll("\0", "")}`;
          const said = { json, text: String.fromCharCode(...units), at: new Date(0), none: undefined };
          await transaction((tx) => writeAudit(tx, { ...entry(stream, said), subject: stream }));
          expect(await verifyStream(database.prisma, stream)).toMatchObject({ intact: true, events: 1 });
        },
      ),
      { numRuns: 60 },
    );
  });
});
