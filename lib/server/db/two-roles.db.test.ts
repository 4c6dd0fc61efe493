import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { makeAnchor } from "@/lib/server/audit/anchor";
import { verifyAudit } from "@/lib/server/audit/verify-all";
import { restoreBackup } from "@/lib/server/backup/restore-backup";
import { writeBackup } from "@/lib/server/backup/write-backup";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { reply, said } from "@/lib/server/commands/commitments/testing/observing";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { writeObservation } from "@/lib/server/commands/commitments/write-observation";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import { recordNarrative } from "@/lib/server/commands/record-narrative";
import { requestPublication } from "@/lib/server/commands/request-publication";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { tidyJob } from "@/lib/server/jobs/tidy-job";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting } from "@/test/factories/make-reporting";
import { type Database, openDatabase, setDatabase } from "./client";
import { deployMigrations, MigrationRefused } from "./migrate";
import { grantAfterRestore, migrateDatabase, ownsItsTables } from "./two-roles";

const server = process.env.SPAIV_TEST_DATABASE_URL;
const now = new Date("2017-05-01T04:00:00Z");
/** SQLSTATE of what the role may not. */
const forbidden = expect.objectContaining({ code: "42501" });

// Roles are the whole server's: other tests run beside this one.
const suffix = randomBytes(4).toString("hex");
const [owner, program] = [`spaiv_owner_${suffix}`, `spaiv_${suffix}`];
const databases: string[] = [];

const at = (role: string, database: string) => {
  const url = new URL(server!);
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
};

async function asAdministrator(text: string, database = "postgres") {
  const client = new pg.Client({ connectionString: at(new URL(server!).username, database) });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function makeDatabase(belongsTo: string): Promise<string> {
  const name = `spaiv_roles_${randomBytes(4).toString("hex")}`;
  await asAdministrator(`CREATE DATABASE ${name} OWNER ${belongsTo}`);
  databases.push(name);
  return name;
}

const opened: Database[] = [];
async function openAsProgram(name: string): Promise<Database> {
  const database = await openDatabase({ url: at(program, name) });
  opened.push(database);
  return database;
}

describe.skipIf(!server)("a database of which another role owns the tables", () => {
  let name: string;
  let database: Database;
  beforeAll(async () => {
    await asAdministrator(`CREATE ROLE ${owner} LOGIN; CREATE ROLE ${program} LOGIN`);
    name = await makeDatabase(owner);
    database = await openAsProgram(name);
    process.env.MIGRATE_DATABASE_URL = at(owner, name);
    await migrateDatabase(database);
    setDatabase(database);
  });
  afterAll(async () => {
    delete process.env.MIGRATE_DATABASE_URL;
    for (const { close } of opened) await close();
    for (const one of databases) await asAdministrator(`DROP DATABASE ${one} WITH (FORCE)`);
    await asAdministrator(`DROP ROLE ${owner}; DROP ROLE ${program}`);
  });

  it("lets the program do its work: save, approve, publish, anchor, verify, erase", async () => {
    const { prisma } = database;
    const plan = await makeReporting(prisma);
    const entered = { kind: "number", number: "54", missingReason: "" } as const;
    const { thailand, secretariat, administrator } = plan.actors;
    const save = { indicator: "G1.2-b", cell: "total", expectedRevision: 0 };
    await recordValue(thailand, plan.address("THA", "2015"), { ...save, entered }, now);
    for (const [rowVersion, text] of ["Words.", "Others."].entries())
      await recordNarrative(
        thailand,
        plan.address("THA", "2015"),
        { pillar: "P1", kind: "progress", text, isPublic: true, rowVersion },
        now,
      );
    const { rowVersion } = await makeReport(prisma, plan, {
      unit: "KHM",
      period: "2016",
      others: "missing",
      state: "submitted",
    });
    await approveAsShown(secretariat, plan.address("KHM", "2016"), { rowVersion }, now);
    expect((await prisma.plan.findFirstOrThrow()).resultsVersion).toBe(2);
    // Words of a value are taken out once they are asked for, and nothing else of it.
    const redaction = "UPDATE value_revision SET text = NULL, redacted_at = now() WHERE text IS NOT NULL";
    const text = { kind: "narrative", text: "Words.", missingReason: "" } as const;
    await recordValue(thailand, plan.address("THA", "2015"), { ...save, indicator: "G1.2-a", entered: text }, now);
    expect((await database.pool.query(redaction)).rowCount).toBe(1);
    const settings: PublicationSettings = {
      kind: "country",
      unit: "KHM",
      period: "2016",
      goal: null,
      release: null,
      countries: ["KHM"],
      language: "en",
      sections: [...sectionsOfKind.country],
      isInternal: false,
      formats: ["csv"],
    };
    const { id } = await requestPublication(secretariat, plan.code, settings, now);
    const { jobId } = await prisma.publication.findUniqueOrThrow({ where: { id } });
    await runJob(publicationJob, jobId);
    expect((await prisma.publication.findUniqueOrThrow({ where: { id } })).state).toBe("ready");
    await runJob(tidyJob, await enqueue(prisma, tidyJob, {}));
    const { stream, sequence } = await prisma.auditEvent.findFirstOrThrow({
      where: { action: "narrativeRecorded", payload: { isNot: null } },
      orderBy: { sequence: "desc" },
    });
    await eraseFromAudit(administrator, { stream, sequence, reason: "Made up." });
    await makeAnchor();
    expect(await verifyAudit(prisma)).toMatchObject({ redacted: 1, faults: [] });
  });

  it("lets the program change what its triggers keep only from some day on: an observation until it has passed", async () => {
    const { cso, secretariat, thailand } = (await makeReporting(database.prisma, "fifth")).actors;
    const subject = { plan: "fifth", unit: "THA", period: "2015", about: { of: "indicator" as const, code: "G1.2-b" } };
    const typed = { number: "12", numerator: "", denominator: "", yesNo: "", step: "" };
    const words = { ...said, shadow: { typed, method: "Counted." } };
    const { id } = await addObservation(cso, subject, words, now);
    const seen = (rowVersion: number) => ({ plan: "fifth", id, rowVersion });
    await writeObservation(cso, seen(1), words);
    await submitObservation(cso, seen(2), now);
    await passObservation(secretariat, seen(3), now);
    await draftReply(thailand, seen(4), reply, now);
    await sendReply(thailand, seen(5), reply, now);
    const kept = "rows of addressed_round are only ever added";
    await expect(database.pool.query("UPDATE addressed_round SET body = 'Others'")).rejects.toThrow(kept);
  });

  it.each([
    'DROP TRIGGER "audit_event_append_only" ON audit_event',
    'ALTER TABLE audit_event DISABLE TRIGGER "audit_event_append_only"',
    "ALTER TABLE value ADD COLUMN more text",
    "DROP TABLE audit_event",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE TABLE plan_of_mine (id int)",
    "UPDATE audit_event SET action = action",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event CASCADE",
    "UPDATE audit_payload SET before = NULL",
    "UPDATE audit_anchor SET hash = hash",
    "DELETE FROM results_version",
    "UPDATE value_revision SET number = number",
    "DELETE FROM value_revision",
    "UPDATE review_decision SET decision = decision",
    "UPDATE result SET number = 40",
    "DELETE FROM result",
    "UPDATE published_narrative SET from_version = 1",
    "DELETE FROM published_narrative",
    "UPDATE take_down SET from_version = 1",
    "DELETE FROM take_down",
    "DELETE FROM file_import",
    `DELETE FROM "_prisma_migrations"`,
    "SET session_replication_role = replica",
  ])("lets the program never %s", async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(forbidden);
  });

  it("is opened without the owner's address once it is migrated, and not before, with a sentence", async () => {
    const url = process.env.MIGRATE_DATABASE_URL;
    delete process.env.MIGRATE_DATABASE_URL;
    try {
      expect(await migrateDatabase(database)).toEqual([]);
      expect(await ownsItsTables(database.pool)).toBe(false);
      const empty = await openAsProgram(await makeDatabase(owner));
      await expect(migrateDatabase(empty)).rejects.toThrow(MigrationRefused);
      await expect(migrateDatabase(empty)).rejects.toThrow(/npm run migrate with MIGRATE_DATABASE_URL/);
    } finally {
      process.env.MIGRATE_DATABASE_URL = url;
    }
  });

  it("isn't migrated by an address of another database, or of the same user", async () => {
    const other = await openAsProgram(await makeDatabase(owner));
    await expect(migrateDatabase(other)).rejects.toThrow(/leads to another database/);
    process.env.MIGRATE_DATABASE_URL = at(program, name);
    await expect(migrateDatabase(database)).rejects.toThrow(/names the same user as DATABASE_URL/);
    process.env.MIGRATE_DATABASE_URL = at(owner, name);
  });

  it("is backed up by the program, and restored by the owner", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "spaiv-roles-"));
    try {
      const file = path.join(folder, "backup.tar.gz");
      await writeBackup(database.pool, folder, file);
      const target = await makeDatabase(owner);
      await restoreBackup(file, { url: at(owner, target), folder });
      const restored = await openAsProgram(target);
      process.env.MIGRATE_DATABASE_URL = at(owner, target);
      await expect(restored.pool.query("SELECT FROM audit_event")).rejects.toThrow(forbidden);
      await grantAfterRestore(restored);
      const events = "SELECT count(*)::int AS events FROM audit_event";
      expect((await restored.pool.query(events)).rows).toEqual((await database.pool.query(events)).rows);
    } finally {
      process.env.MIGRATE_DATABASE_URL = at(owner, name);
      rmSync(folder, { recursive: true });
    }
  });

  it("is made of one that the program owned, by the script", async () => {
    const before = await makeDatabase(program);
    const own = await openAsProgram(before);
    await asAdministrator(`ALTER SCHEMA public OWNER TO ${program}`, before);
    await deployMigrations(own.pool);
    expect(await ownsItsTables(own.pool)).toBe(true);
    const script = readFileSync("docs/two-roles.sql", "utf8").replaceAll("spaiv_owner", owner);
    await asAdministrator(script, before);
    process.env.MIGRATE_DATABASE_URL = at(owner, before);
    expect(await migrateDatabase(own)).toEqual([]);
    expect(await ownsItsTables(own.pool)).toBe(false);
    const { rows } = await own.pool.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> '${owner}'::regrole`,
    );
    expect(rows).toEqual([]);
    await makeReporting(own.prisma);
    process.env.MIGRATE_DATABASE_URL = at(owner, name);
  });
});
