import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyStream, writeAudit } from "./audit";
import type { Database } from "./db/client";
import { testDatabase } from "./db/testing";
import { transaction } from "./transaction";

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
  before: { state: "draft" },
  after,
});
const write = (stream: string, after?: unknown) => transaction((tx) => writeAudit(tx, entry(stream, after)));

/** Changes the stored chain as somebody would who can write to the database past this program. */
async function tamper(statement: string) {
  await database.pool.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
  await database.pool.query(statement);
  await database.pool.query("ALTER TABLE audit_event ENABLE TRIGGER USER");
}

describe("an audit stream", () => {
  it("is intact as written, and empty when nothing was", async () => {
    for (let n = 0; n < 3; n++) await write("plain");
    expect(await verifyStream(database.prisma, "plain")).toEqual({
      intact: true,
      events: 3,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await verifyStream(database.prisma, "nothing")).toEqual({ intact: true, events: 0, head: "" });
  });

  it("can't be changed or shortened through the database's own rules", async () => {
    await write("guarded");
    await expect(
      database.pool.query("UPDATE audit_event SET subject = 'x' WHERE stream = 'guarded'"),
    ).rejects.toThrow();
    await expect(database.pool.query("DELETE FROM audit_event WHERE stream = 'guarded'")).rejects.toThrow();
  });

  const changes: [string, string, { sequence: number; fault: string }][] = [
    [
      "other words",
      "UPDATE audit_event SET action = 'approved' WHERE stream = $ AND sequence = 2",
      { sequence: 2, fault: "altered" },
    ],
    [
      "another actor",
      "UPDATE audit_event SET actor_id = 2 WHERE stream = $ AND sequence = 2",
      { sequence: 2, fault: "altered" },
    ],
    [
      "nobody as actor",
      "UPDATE audit_event SET actor_id = NULL WHERE stream = $ AND sequence = 1",
      { sequence: 1, fault: "altered" },
    ],
    [
      "another time",
      "UPDATE audit_event SET at = at + interval '1 ms' WHERE stream = $ AND sequence = 3",
      { sequence: 3, fault: "altered" },
    ],
    [
      "another state before",
      `UPDATE audit_event SET before = '{"state": "returned"}' WHERE stream = $ AND sequence = 2`,
      { sequence: 2, fault: "altered" },
    ],
    [
      "no state after",
      "UPDATE audit_event SET after = NULL WHERE stream = $ AND sequence = 2",
      { sequence: 2, fault: "altered" },
    ],
    [
      "another hash",
      "UPDATE audit_event SET hash = repeat('0', 64) WHERE stream = $ AND sequence = 2",
      { sequence: 2, fault: "altered" },
    ],
    [
      "an event taken out",
      "DELETE FROM audit_event WHERE stream = $ AND sequence = 2",
      { sequence: 2, fault: "missing" },
    ],
    [
      "the first taken out",
      "DELETE FROM audit_event WHERE stream = $ AND sequence = 1",
      { sequence: 1, fault: "missing" },
    ],
    [
      "one taken out and the rest moved up",
      "DELETE FROM audit_event WHERE stream = $ AND sequence = 2; UPDATE audit_event SET sequence = 2 WHERE stream = $ AND sequence = 3",
      { sequence: 2, fault: "altered" },
    ],
  ];
  it.each(changes)("shows %s", async (name, statement, shown) => {
    for (let n = 0; n < 3; n++) await write(name);
    await tamper(statement.replaceAll("$", `'${name}'`));
    expect(await verifyStream(database.prisma, name)).toEqual({ intact: false, ...shown });
  });

  it("stays whole under many writers at once", async () => {
    await Promise.all(Array.from({ length: 24 }, (_, n) => write("busy", { n })));
    const check = await verifyStream(database.prisma, "busy");
    expect(check).toMatchObject({ intact: true, events: 24 });
    const events = await database.prisma.auditEvent.findMany({ where: { stream: "busy" }, select: { after: true } });
    expect(new Set(events.map((event) => JSON.stringify(event.after))).size).toBe(24);
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
    expect(await database.prisma.organisation.count({ where: { name: "Undone" } })).toBe(0);
  });

  it("checks out whatever was written in it", async () => {
    let at = 0;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.array(fc.integer({ min: 0, max: 0xffff })), async (json, units) => {
        const stream = `any-${at++}`;
        await write(stream, { json, text: String.fromCharCode(...units), at: new Date(0), none: undefined });
        expect(await verifyStream(database.prisma, stream)).toMatchObject({ intact: true, events: 1 });
      }),
      { numRuns: 60 },
    );
  });
});
