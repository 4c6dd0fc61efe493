import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { sessionActor } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { auditWhere } from "@/test/factories/make-report";
import { changePassword } from "./change-password";
import { signIn } from "./sign-in";

const now = new Date("2026-03-02T08:00:00Z");
const old = "seven quiet rivers";
const fresh = "eleven loud mountains";

let database: Database;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.prisma.signInThrottle.deleteMany());

async function signedIn({ isDemo = false } = {}) {
  people++;
  const { email } = await makePerson(database.prisma, {
    email: `p${people}@example.org`,
    name: "Chanthavong Latsamy",
    password: old,
    isDemo,
  });
  const here = await signIn({ email, password: old }, "192.0.2.1", now);
  const elsewhere = await signIn({ email, password: old }, "192.0.2.2", now);
  const actor = (await sessionActor(here.id, now)) as Actor;
  return { email, here, elsewhere, actor };
}
const code = (code: string) => expect.objectContaining({ code });
const changes = (actor: Actor) =>
  database.prisma.auditEvent.count({ where: { stream: `user:${actor.id}`, action: "passwordChanged" } });

describe("changing the password", () => {
  it("takes the new one only, ends the other sessions, keeps this one, and is written down without the password", async () => {
    const { email, here, elsewhere, actor } = await signedIn();
    const done = await changePassword(actor, here.id, { currentPassword: old, newPassword: fresh }, now);
    expect(done).toEqual({ otherSessionsEnded: 1 });
    expect(await sessionActor(here.id, now)).not.toBeNull();
    expect(await sessionActor(elsewhere.id, now)).toBeNull();
    await expect(signIn({ email, password: old }, "192.0.2.1", now)).rejects.toThrow(code("wrongCredentials"));
    await signIn({ email, password: fresh }, "192.0.2.1", now);
    expect(await verifyStream(database.prisma, `user:${actor.id}`)).toMatchObject({ intact: true, events: 4 });
    const events = await auditWhere(database.prisma, { stream: `user:${actor.id}` });
    expect(JSON.stringify(events)).not.toMatch(/argon2|rivers|mountains/);
  });

  it.each([
    ["a wrong present password", { currentPassword: "wrong", newPassword: fresh }, code("wrongPassword")],
    [
      "a short one",
      { currentPassword: old, newPassword: "short" },
      expect.objectContaining({ args: { weakness: "passwordTooShort" } }),
    ],
    [
      "their own name",
      { currentPassword: old, newPassword: "chanthavonglatsamy" },
      expect.objectContaining({ args: { weakness: "passwordLikeOwnName" } }),
    ],
  ])("refuses %s and changes nothing", async (_, form, refusal) => {
    const { email, here, elsewhere, actor } = await signedIn();
    await expect(changePassword(actor, here.id, form, now)).rejects.toThrow(refusal);
    expect(await sessionActor(elsewhere.id, now)).not.toBeNull();
    expect(await changes(actor)).toBe(0);
    await signIn({ email, password: old }, "192.0.2.1", now);
  });

  it("leaves a demo account its published password", async () => {
    const { here, actor } = await signedIn({ isDemo: true });
    const change = changePassword(actor, here.id, { currentPassword: old, newPassword: fresh }, now);
    await expect(change).rejects.toThrow(code("demoPassword"));
  });

  it("counts guesses of the present password", async () => {
    const { here, actor } = await signedIn();
    const guess = () => changePassword(actor, here.id, { currentPassword: "guess", newPassword: fresh }, now);
    for (let n = 0; n < 10; n++) await expect(guess()).rejects.toThrow(code("wrongPassword"));
    await expect(guess()).rejects.toThrow(code("throttled"));
  });

  it("lets one of two changes at once win and tells the other", async () => {
    const { here, actor } = await signedIn();
    const change = (newPassword: string) => changePassword(actor, here.id, { currentPassword: old, newPassword }, now);
    const outcomes = await Promise.allSettled([change("the first new password"), change("the second new password")]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    // Whoever comes second sees either that the password changed on the way, or that it is no longer the present one.
    expect(refused).toHaveLength(1);
    expect(["changedMeanwhile", "wrongPassword"]).toContain(refused[0]);
    expect(await changes(actor)).toBe(1);
  });
});
