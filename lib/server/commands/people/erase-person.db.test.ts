import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { verifyAudit } from "@/lib/server/audit/verify-all";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { addComment } from "@/lib/server/commands/add-comment";
import { signIn } from "@/lib/server/commands/sign-in";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { personOf } from "@/lib/server/queries/people/person";
import { transaction } from "@/lib/server/transaction";
import { makePerson } from "@/prisma/seed/make-person";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { signInByProvider } from "../account/sign-in-by-provider";
import { changePerson } from "./change-person";
import { clearBounce } from "./clear-bounce";
import { erasePerson } from "./erase-person";
import { invitePeople } from "./invite-people";
import { makePasswordLink } from "./make-password-link";
import { setPersonState } from "./set-person-state";

const now = new Date("2017-05-01T04:00:00Z");
const network = "203.0.113.41";
const password = "seven quiet rivers";
const code = (code: string) => expect.objectContaining({ code });

let database: Database;
let plan: Reporting;
let administrator: Actor;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  administrator = await acting((await person("administrator", null)).id);
});
afterAll(() => database.close());

async function acting(id: number): Promise<Actor> {
  const session = await database.prisma.$transaction((tx) => startSession(tx, id, new Date()));
  return (await sessionActor(session.id, new Date()))!;
}
function person(role: Role, unit: string | null) {
  made++;
  const unitId = unit === null ? null : plan.unitIds[unit]!;
  return makePerson(database.prisma, {
    email: `somsri.${made}@ministry.example`,
    name: `Somsri Number${made}`,
    password,
    roles: [{ role, planId: unit === null ? null : plan.planId, unitId }],
  });
}
const disable = (id: number) => setPersonState(administrator, { id, to: "disabled" }, now);

/** All that the database says, but for the rows of audit events, which hold codes and ids alone. */
async function said(): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'",
  );
  const tables: string[] = [];
  for (const { name } of rows) {
    const { rows } = await database.pool.query<{ said: string }>(`SELECT t::text AS said FROM "${name}" t`);
    tables.push(...rows.map((row) => row.said));
  }
  return tables.join("\n");
}

describe("erasing a person", () => {
  it("leaves nothing by which they are known in any table, what they did, and an audit that verifies", async () => {
    const { id, email } = await person("focalPoint", "THA");
    const defaults = {
      organisation: administrator.organisation.id,
      role: "contributor" as const,
      language: "en",
      locale: "en",
      place: { plan: "spaiv", unit: "THA" },
      roleWords: {},
    };
    const invited = [{ number: 1, fields: { email, name: "Somsri Invited" } }];
    await invitePeople(administrator, { lines: invited, defaults, isList: false }, now);
    await signIn({ email, password: "wrong" }, network, now).catch(() => {});
    const session = await signIn({ email, password }, network, now);
    const known = { issuer: "https://login.example.org", subject: "somsri-there", verifiedEmail: email };
    await signInByProvider(known, network, now);
    const actor = (await sessionActor(session.id, now))!;
    const place = plan.address("THA", "2015");
    await addComment(actor, place, { indicator: "G1.2-b", body: "Made up" }, now);
    const own = [{ number: 1, fields: { email: "another@ministry.example", name: "Another" } }];
    const invitedBy = { ...defaults, organisation: actor.organisation.id };
    await invitePeople(actor, { lines: own, defaults: invitedBy, isList: false }, now);
    const was = { name: actor.name, email, organisation: actor.organisation.id };
    const moved = "somsri.moved@ministry.example";
    await changePerson(administrator, { id, was, to: { ...was, name: "Somsri Married", email: moved } }, now);
    await makePasswordLink(administrator, id, now);
    const key = {
      credentialId: "c29tc3Jp",
      publicKey: new Uint8Array([1]),
      counter: 0n,
      isBackedUp: false,
      transports: [],
    };
    await database.prisma.passkey.create({ data: { ...key, userId: id, name: "Somsri’s telephone", createdAt: now } });
    const args = { at: now.toISOString() };
    await transaction((tx) => queueMail(tx, { to: { userId: id }, kind: "newPlace", args, once: `place:${id}` }, now));
    await disable(id);
    expect(await said()).toMatch(/Somsri Married/);
    const others = await database.prisma.auditPayload.count({ where: { stream: { not: `user:${id}` } } });

    await erasePerson(administrator, id, now);
    const left = (await said()).replaceAll(/Somsri Number1\b|somsri\.1@/g, "");
    // What is counted of a network for a quarter of an hour is nobody's.
    const rows = left.split("\n").filter((row) => !row.startsWith("(address:"));
    expect(rows.filter((row) => /somsri/i.test(row) || row.includes(network))).toEqual([]);
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: `former focalPoint ${id}`,
      email: `former.${id}@erased.invalid`,
      erasedAt: now,
      disabledAt: now,
    });
    expect(await database.prisma.valueComment.count({ where: { authorId: id } })).toBe(1);
    expect(await database.prisma.mail.count({ where: { userId: id } })).toBe(0);
    expect(await verifyAudit(database.prisma)).toMatchObject({ faults: [] });
    // Whom they invited is about somebody else.
    const invitation = { stream: `user:${id}`, event: { action: "peopleInvited" } };
    expect(await database.prisma.auditPayload.count({ where: invitation })).toBe(1);
    const event = { stream: `user:${id}`, action: "personErased", actorId: administrator.id };
    expect(await database.prisma.auditEvent.count({ where: event })).toBe(1);
    // Of other streams the one invitation that named them is gone, and the event that says so came.
    expect(await database.prisma.auditPayload.count({ where: { stream: { not: `user:${id}` } } })).toBe(others);
    expect(await personOf(administrator, id, "en", now)).toMatchObject({
      state: "erased",
      mayKeep: false,
      mayErase: false,
      give: null,
      roles: [],
      invitations: [],
    });
  });

  it("is for administrators of all plans alone, of somebody else who is disabled and no demo account, and stores nothing else", async () => {
    const { id } = await person("contributor", "THA");
    const { secretariat, thailand, cso } = plan.actors;
    const before = await database.prisma.auditEvent.count();
    await expect(erasePerson(administrator, id, now)).rejects.toThrow(code("personNotDisabled"));
    for (const actor of [secretariat, thailand])
      await expect(erasePerson(actor, id, now)).rejects.toThrow(code("notAllowed"));
    for (const actor of [cso, plan.actors.cambodia])
      await expect(erasePerson(actor, id, now)).rejects.toThrow(code("notFound"));
    await expect(erasePerson(administrator, administrator.id, now)).rejects.toThrow(code("notAllowed"));
    await database.prisma.user.update({ where: { id }, data: { isDemo: true, disabledAt: now } });
    await expect(erasePerson(administrator, id, now)).rejects.toThrow(code("notAllowed"));
    expect(await database.prisma.auditEvent.count()).toBe(before);
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ erasedAt: null });
  });

  it("is refused where the audit of them isn't as it was written, and then erases nothing", async () => {
    const { id, email } = await person("contributor", "THA");
    await signIn({ email, password }, network, now);
    await disable(id);
    await database.pool.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
    await database.pool.query("UPDATE audit_event SET action = 'approved' WHERE stream = $1 AND sequence = 1", [
      `user:${id}`,
    ]);
    await database.pool.query("ALTER TABLE audit_event ENABLE TRIGGER USER");
    await expect(erasePerson(administrator, id, now)).rejects.toThrow(code("auditAltered"));
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ email, erasedAt: null });
    expect(await database.prisma.userRole.count({ where: { userId: id } })).toBe(1);
  });

  it("is done once where two ask for it, and never of an account that was enabled at the same moment", async () => {
    for (let n = 0; n < 4; n++) {
      const { id } = await person("contributor", "THA");
      await disable(id);
      const outcomes = await Promise.allSettled([
        erasePerson(administrator, id, now),
        setPersonState(administrator, { id, to: "active" }, now),
        erasePerson(administrator, id, now),
      ]);
      const { erasedAt, disabledAt } = await database.prisma.user.findUniqueOrThrow({ where: { id } });
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect([erasedAt === null, disabledAt === null]).toEqual(
        outcomes[1]!.status === "fulfilled" ? [true, true] : [false, false],
      );
    }
  });

  it("leaves an account of which nothing is changed any more, and an address that signs nobody in", async () => {
    const { id } = await person("contributor", "THA");
    await disable(id);
    await erasePerson(administrator, id, now);
    const erased = code("personErased");
    await expect(setPersonState(administrator, { id, to: "active" }, now)).rejects.toThrow(erased);
    await expect(makePasswordLink(administrator, id, now)).rejects.toThrow(erased);
    await expect(erasePerson(administrator, id, now)).rejects.toThrow(erased);
    const nobody = signIn({ email: `former.${id}@erased.invalid`, password }, network, now);
    await expect(nobody).rejects.toThrow(code("wrongCredentials"));
    await database.prisma.signInThrottle.deleteMany();
  });
});

describe("mail that came back", () => {
  const bounced = (id: number) => database.prisma.user.update({ where: { id }, data: { mailBouncedAt: now } });

  it("is told to whoever sees the person, until whoever keeps the account says that mail arrives again", async () => {
    const { id } = await person("contributor", "THA");
    await bounced(id);
    const seen = await personOf(plan.actors.thailand, id, "en", now);
    expect(seen).toMatchObject({ state: "bounced", mailBouncedAt: now.toISOString(), mayKeep: true });
    const before = await database.prisma.auditEvent.count();
    await expect(clearBounce(plan.actors.cso, id)).rejects.toThrow(code("notFound"));
    expect(await database.prisma.auditEvent.count()).toBe(before);
    const outcomes = await Promise.allSettled([clearBounce(plan.actors.thailand, id), clearBounce(administrator, id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "changedMeanwhile" },
    });
    expect(await database.prisma.auditEvent.count({ where: { stream: `user:${id}`, action: "bounceCleared" } })).toBe(
      1,
    );
    expect(await personOf(plan.actors.thailand, id, "en", now)).toMatchObject({ state: "active", mailBouncedAt: null });
  });

  it("is forgotten once the address is another one", async () => {
    const { id, email } = await person("contributor", "THA");
    await bounced(id);
    const { name, organisationId } = await database.prisma.user.findUniqueOrThrow({ where: { id } });
    const was = { name, email, organisation: organisationId };
    await changePerson(administrator, { id, was, to: { ...was, email: "somsri.another@ministry.example" } }, now);
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ mailBouncedAt: null });
  });
});
