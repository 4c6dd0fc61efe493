import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { can } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { sessionActor } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { makePlan } from "@/test/factories/make-plan";
import { auditWhere } from "@/test/factories/make-report";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

const now = new Date("2026-03-02T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const office = "192.0.2.10";
const password = "seven quiet rivers";

let database: Database;
let plan: Awaited<ReturnType<typeof makePlan>>;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makePlan(database.prisma);
});
afterAll(() => database.close());
beforeEach(() => database.prisma.signInThrottle.deleteMany());

async function officer({ isDemo = false } = {}) {
  people++;
  const roles = [{ role: "focalPoint" as const, planId: plan.id, unitId: plan.unitId.THA! }];
  return makePerson(database.prisma, { email: `officer${people}@example.org`, password, isDemo, roles });
}
const wrong = expect.objectContaining({ code: "wrongCredentials" });

describe("signing in", () => {
  it("starts a session in which the person holds their roles, and says so in the audit", async () => {
    const { id, email } = await officer();
    const session = await signIn({ email, password }, office, now);
    const actor = await sessionActor(session.id, now);
    expect(actor).toMatchObject({ id, email, roles: [{ role: "focalPoint", unit: { code: "THA" } }] });
    const subject = { planId: plan.id, unit: { id: plan.unitId.THA!, level: "country" as const } };
    expect(can(actor, "submitReport", subject)).toBe(true);
    const events = await auditWhere(database.prisma, { stream: `user:${id}` });
    expect(events).toMatchObject([{ action: "signedIn", actorId: id, after: { address: office } }]);
    expect(JSON.stringify(events)).not.toContain(session.id);
  });

  it("brings along everything that permissions ask of a person", async () => {
    const indicator = await database.prisma.indicator.create({ data: { planId: plan.id } });
    const unitId = plan.unitId.LAO!;
    const { periodId } = plan;
    const { id } = await makePerson(database.prisma, {
      email: "two.roles@example.org",
      name: "Noy Souvanna",
      password,
      organisation: { name: "Ministry of Justice (made up)", kind: "government" },
      roles: [
        { role: "contributor", planId: plan.id, unitId },
        { role: "csoMember", planId: plan.id, unitId: null },
      ],
      assignments: [{ planId: plan.id, unitId, periodId, indicatorId: indicator.id }],
    });
    const session = await signIn({ email: "two.roles@example.org", password }, office, now);
    const of = { id: plan.id, code: "spaiv" };
    expect(await sessionActor(session.id, now)).toEqual({
      id,
      twoStepDue: false,
      name: "Noy Souvanna",
      email: "two.roles@example.org",
      locale: "en",
      isDemo: false,
      organisation: { id: expect.any(Number), name: "Ministry of Justice (made up)", kind: "government" },
      roles: [
        { role: "contributor", plan: of, unit: { id: unitId, code: "LAO", level: "country" } },
        { role: "csoMember", plan: of, unit: null },
      ],
      assignments: [{ unitId, periodId, indicatorIds: [indicator.id] }],
    });
  });

  it("refuses a wrong password, an unknown account and a disabled one alike, and starts nothing", async () => {
    const { id, email } = await officer();
    await expect(signIn({ email, password: "seven quiet river" }, office, now)).rejects.toThrow(wrong);
    await expect(signIn({ email: "nobody@example.org", password }, office, now)).rejects.toThrow(wrong);
    await database.prisma.user.update({ where: { id }, data: { disabledAt: now } });
    await expect(signIn({ email, password }, office, now)).rejects.toThrow(wrong);
    expect(await database.prisma.session.count({ where: { userId: id } })).toBe(0);
    expect(await verifyStream(database.prisma, `user:${id}`)).toMatchObject({ events: 0 });
  });

  it("takes the password however the keyboard composed it", async () => {
    await makePerson(database.prisma, { email: "viet@example.org", password: "Vi\u1ec7t Nam song dai" });
    await signIn({ email: "viet@example.org", password: "Vie\u0302\u0323t Nam song dai" }, office, now);
  });

  it("knows no demo account where demo mode is off, and ends those who are in", async () => {
    const { email } = await officer({ isDemo: true });
    const session = await signIn({ email, password }, office, now);
    process.env.SPAIV_DEMO = "0";
    try {
      await expect(signIn({ email, password }, office, now)).rejects.toThrow(wrong);
      expect(await sessionActor(session.id, now)).toBeNull();
    } finally {
      delete process.env.SPAIV_DEMO;
    }
    expect(await sessionActor(session.id, now)).not.toBeNull();
  });
});

describe("a session", () => {
  it("is over after sign-out, which is written down once", async () => {
    const { id, email } = await officer();
    const [first, second] = [
      await signIn({ email, password }, office, now),
      await signIn({ email, password }, office, now),
    ];
    await Promise.all([signOut(first.id, now), signOut(first.id, now), signOut("no such session", now)]);
    expect(await sessionActor(first.id, now)).toBeNull();
    expect(await sessionActor(second.id, now)).not.toBeNull();
    const ended = await database.prisma.auditEvent.count({ where: { stream: `user:${id}`, action: "signedOut" } });
    expect(ended).toBe(1);
    expect(await verifyStream(database.prisma, `user:${id}`)).toMatchObject({ intact: true, events: 3 });
  });

  it("is over at once when its person is disabled", async () => {
    const { id, email } = await officer();
    const session = await signIn({ email, password }, office, now);
    await database.prisma.user.update({ where: { id }, data: { disabledAt: now } });
    expect(await sessionActor(session.id, now)).toBeNull();
  });

  it("is over after two hours in which nobody used it", async () => {
    const { email } = await officer();
    const session = await signIn({ email, password }, office, now);
    expect(await sessionActor(session.id, later(119))).not.toBeNull();
    // That use counts, and those of the next minutes needn't be written down.
    expect(await sessionActor(session.id, later(122))).not.toBeNull();
    expect(await sessionActor(session.id, later(119 + 120))).toBeNull();
    // Whoever looks at a session that is over doesn't wake it up.
    expect(await sessionActor(session.id, later(119 + 120))).toBeNull();
  });

  it("is over after twelve hours, however much it is used", async () => {
    const { email } = await officer();
    const session = await signIn({ email, password }, office, now);
    for (let hour = 1; hour < 12; hour++) expect(await sessionActor(session.id, later(hour * 60))).not.toBeNull();
    expect(await sessionActor(session.id, later(12 * 60 - 1))).not.toBeNull();
    expect(await sessionActor(session.id, later(12 * 60))).toBeNull();
  });
});
