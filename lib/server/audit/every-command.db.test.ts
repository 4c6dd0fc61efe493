import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting } from "@/test/factories/make-reporting";
import {
  accountsAndEntry,
  fileName,
  network,
  passwords,
  person,
  values,
  type World,
  words,
} from "./testing/accounts-and-entry";
import { assignments } from "./testing/assignments";
import { civilSociety } from "./testing/civil-society";
import { directory } from "./testing/directory";
import { meetings, paperSets } from "./testing/meetings";
import { observations, stillValid } from "./testing/observations";
import { ownAccount } from "./testing/own-account";
import { people } from "./testing/people";
import { reading } from "./testing/reading";
import { reviewAndAfter } from "./testing/review-and-after";
import { youth } from "./testing/youth";
import { verifyAudit } from "./verify-all";

const world = {} as World;
const data = mkdtempSync(path.join(tmpdir(), "spaiv-audit-"));
beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  world.database = await testDatabase();
  world.plan = await makeReporting(world.database.prisma);
});
afterAll(async () => {
  await world.database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

const story = [
  ...accountsAndEntry(world),
  ...assignments(world),
  ...observations(world),
  ...stillValid(world),
  ...meetings(world),
  ...youth(world),
  ...civilSociety(world),
  ...directory(world),
  ...people(world),
  ...reading(world),
  ...reviewAndAfter(world),
  ...paperSets(world),
  ...ownAccount(world),
];

/** They change nothing that stands in the database, or ask a device for something that isn't there yet. */
const silent = new Set([
  "keep-file-to-import",
  "preview-file",
  "stop-publication-preview",
  "account/begin-passkey",
  "account/begin-passkey-sign-in",
]);

describe("the audit's chain", () => {
  const looked = new Set<string>();

  it("is looked through after every command that there is", () => {
    const files = readdirSync("lib/server/commands", { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !/\.test\.ts$|(^|\/)testing\//.test(name),
    );
    expect(story.map(([name]) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it.each(story)("holds nobody's name, address or words after %s", async (name, run) => {
    await run();
    const { rows } = await world.database.pool.query<{ event: string }>("SELECT e::text AS event FROM audit_event e");
    const written = rows.filter(({ event }) => !looked.has(event));
    for (const { event } of written) looked.add(event);
    expect(written.length > 0).toBe(!silent.has(name));
    const accounts = await world.database.prisma.user.findMany({ select: { name: true, email: true } });
    const told = [
      "Malee",
      "malee",
      "Aroon",
      "Somchai",
      "Sokha",
      "said",
      ".example",
      network,
      "203.0.113",
      ...passwords,
      ...values,
      fileName,
      ...accounts.flatMap(({ name, email }) => [name, email]),
    ];
    const found = written.filter(({ event }) => told.some((text) => event.includes(text)));
    expect(found).toEqual([]);
  });

  it("is intact after all of them, and says so much in its payloads alone", async () => {
    expect(await verifyAudit(world.database.prisma)).toMatchObject({ redacted: 3, faults: [] });
    const { rows } = await world.database.pool.query<{ said: string }>("SELECT p::text AS said FROM audit_payload p");
    const said = rows.map((row) => row.said).join("\n");
    // Else this test looks for what nobody wrote.
    for (const text of [person.email, network, words("first"), words("reply"), words("erasing")])
      expect(said).toContain(text);
    // What has a row of its own isn't repeated.
    for (const text of [
      ...values,
      ...["handback", "again"].map(words),
      ...["observation", "source", "note", "draft", "answer", "second", "deleted"].map(words),
      ...["value", "comment", "evidence", "reason", "reopened", "function", "query"].map(words),
    ])
      expect(said).not.toContain(text);
  });
});
