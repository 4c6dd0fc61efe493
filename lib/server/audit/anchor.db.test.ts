import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makeAnchor, notedAnchors } from "./anchor";
import { verifyAudit } from "./verify-all";
import { writeAudit } from "./write";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  for (const stream of ["a", "b"]) for (let n = 1; n <= 3; n++) await write(stream, n);
});
afterEach(() => database.close());

const write = (stream: string, n: number) =>
  transaction((tx) => writeAudit(tx, { stream, actorId: null, action: "done", subject: "it", after: { n } }));
const check = (noted: Parameters<typeof verifyAudit>[1] = []) => verifyAudit(database.prisma, noted);
const faults = async (noted: Parameters<typeof verifyAudit>[1] = []) => (await check(noted)).faults;

/** Changes rows as somebody would who owns the database. */
async function tamper(...statements: string[]) {
  const tables = ["audit_event", "audit_payload", "audit_anchor"];
  for (const table of tables) await database.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await database.pool.query(statement);
  for (const table of tables) await database.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
const cut = (stream: string, from: number) =>
  tamper(
    `DELETE FROM audit_payload WHERE stream = '${stream}' AND sequence >= ${from}`,
    `DELETE FROM audit_event WHERE stream = '${stream}' AND sequence >= ${from}`,
  );

/** Makes the anchors so far a day older than they are, each with the hash that it has then. */
async function letADayPass() {
  await tamper("UPDATE audit_anchor SET made_at = made_at - interval '1 day'");
  await tamper(`UPDATE audit_anchor SET hash = encode(sha256(convert_to(jsonb_build_array(number, previous_hash,
    to_char(made_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), heads)::text, 'UTF8')), 'hex')`);
}

describe("an anchor of the audit", () => {
  it("is made once a day, by whichever server comes first", async () => {
    const made = await Promise.all([makeAnchor(), makeAnchor(), makeAnchor()]);
    expect(made.filter(Boolean)).toEqual([{ auditAnchor: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await check()).toEqual({ streams: 2, events: 6, redacted: 0, anchors: 1, faults: [] });
    await write("a", 4);
    await letADayPass();
    expect(await makeAnchor()).toMatchObject({ auditAnchor: 2 });
    expect(await check()).toMatchObject({ events: 7, anchors: 2, faults: [] });
  });

  it("isn't changed or taken back", async () => {
    await makeAnchor();
    for (const statement of [
      "UPDATE audit_anchor SET heads = '{}'",
      "DELETE FROM audit_anchor",
      "TRUNCATE audit_anchor",
    ])
      await expect(database.pool.query(statement)).rejects.toThrow(/only ever added/);
  });

  it("shows a stream that was cut at its end, or taken out as a whole", async () => {
    await makeAnchor();
    await cut("a", 3);
    expect(await faults()).toEqual([{ stream: "a", sequence: 3, fault: "cut" }]);
    await cut("b", 1);
    expect(await faults()).toMatchObject([{ stream: "a" }, { stream: "b", sequence: 3, fault: "cut" }]);
  });

  it("shows a stream that was cut and written on", async () => {
    await makeAnchor();
    await cut("a", 3);
    await write("a", 9);
    await write("a", 10);
    expect(await faults()).toEqual([{ stream: "a", sequence: 3, fault: "replaced" }]);
  });

  it("doesn't hide what is altered within a stream", async () => {
    await makeAnchor();
    await tamper("UPDATE audit_event SET action = 'other' WHERE stream = 'a' AND sequence = 2");
    expect(await faults()).toEqual([{ stream: "a", sequence: 2, fault: "altered" }]);
  });

  it.each([
    ["fewer heads", "UPDATE audit_anchor SET heads = heads - 'a' WHERE number = 1", "anchorAltered"],
    ["another moment", "UPDATE audit_anchor SET made_at = made_at - interval '1 ms' WHERE number = 1", "anchorAltered"],
    ["one taken out", "DELETE FROM audit_anchor WHERE number = 1", "anchorMissing"],
  ])("shows when it is altered itself: %s", async (_, statement, fault) => {
    await makeAnchor();
    await letADayPass();
    await makeAnchor();
    expect(await faults()).toEqual([]);
    await tamper(statement);
    expect(await faults()).toEqual([{ anchor: 1, fault }]);
  });

  it("shows by its line in a log that it was taken out or made anew, with what it spoke of", async () => {
    const made = await makeAnchor();
    const lines = [
      '{"level":"info","msg":"else"}',
      "no JSON",
      `monitor-1  | ${JSON.stringify({ level: "info", ...made })}`,
    ];
    const noted = notedAnchors(lines);
    expect(noted).toEqual([made]);
    expect(await faults(noted)).toEqual([]);
    await cut("a", 3);
    await tamper("DELETE FROM audit_anchor");
    expect(await faults()).toEqual([]);
    expect(await faults(noted)).toEqual([{ anchor: 1, fault: "anchorMissing" }]);
    await makeAnchor();
    expect(await faults(noted)).toEqual([{ anchor: 1, fault: "anchorAltered" }]);
  });
});
