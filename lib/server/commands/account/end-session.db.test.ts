import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sessionActor } from "@/lib/server/auth/session";
import { handleOf } from "@/lib/server/auth/session-handle";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { ownSessions } from "@/lib/server/queries/account/own-sessions";
import { makePlan } from "@/test/factories/make-plan";
import { signIn } from "../sign-in";
import { endOtherSessions } from "./end-other-sessions";
import { endSession } from "./end-session";
import { officers } from "./testing/officers";

const now = new Date("2026-03-02T08:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const laptop = { browser: "Firefox", system: "Windows" };
const phone = { browser: "Chrome", system: "Android" };

let database: Database;
let plan: Awaited<ReturnType<typeof makePlan>>;
const { officer, password } = officers(() => database);
beforeAll(async () => {
  database = await testDatabase();
  plan = await makePlan(database.prisma);
});
afterAll(() => database.close());
beforeEach(() => database.prisma.signInThrottle.deleteMany());

async function twice() {
  const { id, email } = await officer("focalPoint", plan);
  const enter = (address: string, device: typeof laptop, at: Date) => signIn({ email, password }, address, at, device);
  const here = await enter("192.0.2.1", laptop, now);
  const there = await enter("198.51.100.7", phone, minutes(1));
  return { id, email, enter, here, there, actor: (await sessionActor(here.id, minutes(1)))! };
}
const events = (userId: number, action: string) =>
  database.prisma.auditEvent.count({ where: { stream: `user:${userId}`, action } });

describe("one's own sessions", () => {
  it("say where and when, this one first, and name neither a network nor what a cookie holds", async () => {
    const { actor, here, there } = await twice();
    const sessions = await ownSessions(actor, here.id, minutes(2));
    expect(sessions).toMatchObject([
      { isThis: true, ...laptop, startedAt: now.toISOString(), isNewPlace: false },
      { isThis: false, ...phone, startedAt: minutes(1).toISOString(), isNewPlace: true },
    ]);
    const said = JSON.stringify(sessions);
    for (const secret of [here.id, there.id, "192.0.2", "198.51.100"]) expect(said).not.toContain(secret);
  });

  // The embedded database has one connection: there nobody holds a row while another asks.
  it.skipIf(!process.env.SPAIV_TEST_DATABASE_URL)(
    "go on while somebody holds them, and are noted as used after that",
    async () => {
      const { here } = await twice();
      const seenAt = async () => (await database.prisma.session.findUniqueOrThrow({ where: { id: here.id } })).seenAt;
      await database.prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM session WHERE id = ${here.id} FOR UPDATE`;
        expect(await sessionActor(here.id, minutes(10))).not.toBeNull();
      });
      expect(await seenAt()).toEqual(now);
      expect(await sessionActor(here.id, minutes(11))).not.toBeNull();
      expect(await seenAt()).toEqual(minutes(11));
    },
  );

  it("are those that go on: neither ended, nor over, nor at rest for too long", async () => {
    const { actor, here, there } = await twice();
    await sessionActor(here.id, minutes(100));
    expect(await ownSessions(actor, here.id, minutes(100))).toHaveLength(2);
    expect(await ownSessions(actor, here.id, minutes(122))).toMatchObject([{ isThis: true }]);
    await expect(endSession(actor, handleOf(there.id), minutes(122))).rejects.toMatchObject({ code: "notFound" });
  });

  it("are at a new place on another network or with another browser, and at none the first time or again", async () => {
    const { email, enter } = await twice();
    const isNew = async (address: string, device: typeof laptop) => {
      const { id } = await enter(address, device, minutes(3));
      return (await database.prisma.session.findUniqueOrThrow({ where: { id } })).isNewPlace;
    };
    expect(email).toContain("@");
    expect(await isNew("192.0.2.1", laptop)).toBe(false);
    expect(await isNew("192.0.2.1", phone)).toBe(false);
    expect(await isNew("203.0.113.9", laptop)).toBe(true);
    expect(await isNew("203.0.113.9", laptop)).toBe(false);
    expect(await isNew("203.0.113.9", { browser: "Safari", system: "macOS" })).toBe(true);
  });
});

describe("ending a session", () => {
  it("leaves its cookie nothing, wherever a copy of it is, and leaves the others", async () => {
    const { id, actor, here, there } = await twice();
    await endSession(actor, handleOf(there.id), minutes(2));
    expect(await sessionActor(there.id, minutes(2))).toBeNull();
    expect(await sessionActor(here.id, minutes(2))).not.toBeNull();
    expect(await events(id, "sessionEnded")).toBe(1);
  });

  it("is written down once where two ask for it at once", async () => {
    const { id, actor, there } = await twice();
    const outcomes = await Promise.allSettled([1, 2].map(() => endSession(actor, handleOf(there.id), minutes(2))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await events(id, "sessionEnded")).toBe(1);
  });

  it("is for one's own: another's, and one that isn't there, are one answer", async () => {
    const [one, other] = [await twice(), await twice()];
    for (const handle of [handleOf(other.here.id), other.here.id, one.there.id, "made up", ""])
      await expect(endSession(one.actor, handle, minutes(2))).rejects.toMatchObject({ code: "notFound" });
    expect(await sessionActor(other.here.id, minutes(2))).not.toBeNull();
    expect(await events(one.id, "sessionEnded")).toBe(0);
  });

  it("of all others keeps this one", async () => {
    const { id, actor, enter, here, there } = await twice();
    const third = await enter("192.0.2.1", laptop, minutes(1));
    expect(await endOtherSessions(actor, here.id, minutes(2))).toEqual({ ended: 2 });
    for (const { id } of [there, third]) expect(await sessionActor(id, minutes(2))).toBeNull();
    expect(await sessionActor(here.id, minutes(2))).not.toBeNull();
    expect(await endOtherSessions(actor, here.id, minutes(2))).toEqual({ ended: 0 });
    expect(await events(id, "otherSessionsEnded")).toBe(1);
  });
});
