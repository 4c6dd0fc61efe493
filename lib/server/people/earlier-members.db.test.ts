import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseBefore } from "@/lib/server/db/before-migration.testing";
import type { Database } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";

// Every CSO member wrote the reports of platforms, before that was a CSO reporter's.

const reporters = "20261129160000_reporters_of_platforms";

let database: Database;

beforeAll(async () => {
  database = await databaseBefore(reporters);
  const person = (id: number) => `(${id}, 'p${id}@example.org', 'Made up', '', 1)`;
  await database.pool.query(`
    INSERT INTO organisation (id, name, kind) VALUES (1, 'Made up', 'civilSociety');
    INSERT INTO "user" (id, email, name, password_hash, organisation_id) VALUES ${[1, 2, 3, 4].map(person).join(", ")};
    INSERT INTO plan (id, code, starts_on, ends_on)
      VALUES (1, 'p', '2015-01-01', '2018-12-31'), (2, 'q', '2019-01-01', '2022-12-31');
    INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (6, 1, 'REGION', 'region', 0);
    INSERT INTO reporting_unit (id, plan_id, code, level, position, parent_id) VALUES (7, 1, 'THA', 'country', 1, 6);
    INSERT INTO user_role (user_id, plan_id, role, unit_id) VALUES (1, 1, 'csoMember', NULL), (2, 1, 'csoMember', 7),
      (2, 2, 'csoMember', NULL), (3, 1, 'csoMember', NULL), (4, 1, 'csoMember', 7), (4, 1, 'csoReporter', 7);
    INSERT INTO platform_report (plan_id, unit_id, year, organisation_id, author_id, locale, visibility, created_at)
      VALUES (1, 7, 2016, 1, 1, 'en', 'public', '2017-01-01');`);
  const did = (person: number, action: string) =>
    database.pool.query(
      `SELECT append_audit_event('platformReport:1', ${person}, '${action}', 'platformReport p CSO-THA-2016', 1, 7, NULL, NULL, NULL)`,
    );
  await did(2, "platformReportWritten");
  await did(3, "platformReportAgreedTo");
  await did(4, "platformReportWritten");
  await deployMigrations(database.pool);
});
afterAll(async () => {
  await database.close();
});

it("an upgrade keeps at their work those who wrote a platform's report, and says so in the audit", async () => {
  const roles = await database.prisma.userRole.findMany({
    orderBy: [{ userId: "asc" }, { planId: "asc" }, { role: "asc" }],
    select: { userId: true, planId: true, role: true, unitId: true },
  });
  expect(roles.map(({ userId, planId, role, unitId }) => [userId, planId, role, unitId])).toEqual([
    [1, 1, "csoReporter", null],
    [2, 1, "csoReporter", 7],
    [2, 2, "csoMember", null],
    // Whoever agreed goes on agreeing.
    [3, 1, "csoMember", null],
    // Who had both roles has one.
    [4, 1, "csoReporter", 7],
  ]);
  const events = await database.prisma.auditEvent.findMany({
    where: { stream: { startsWith: "user:" } },
    orderBy: [{ stream: "asc" }, { sequence: "asc" }],
    select: { stream: true, action: true, actorId: true, unitId: true },
  });
  expect(events.map(({ stream, action, actorId, unitId }) => [stream, action, actorId, unitId])).toEqual([
    ["user:1", "roleTaken", null, null],
    ["user:1", "roleGiven", null, null],
    ["user:2", "roleTaken", null, 7],
    ["user:2", "roleGiven", null, 7],
    ["user:4", "roleTaken", null, 7],
  ]);
  const after = await database.prisma.auditPayload.findFirstOrThrow({ where: { stream: "user:2", sequence: 2 } });
  expect(after.after).toEqual({ role: "csoReporter", planId: 1, unitId: 7, plan: "p", unit: "THA" });
});
