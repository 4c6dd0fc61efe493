import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can } from "@/lib/domain/permissions";
import { sessionActor } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePlan } from "@/test/factories/make-plan";
import { auditWhere } from "@/test/factories/make-report";
import { createAdministrator } from "./create-administrator";
import { signIn } from "./sign-in";

const now = new Date("2026-03-02T08:00:00Z");
const first = {
  email: "admin@example.org",
  name: "Noy Souvanna",
  password: "seven quiet rivers",
  organisation: "COMMIT Secretariat",
};

let database: Database;
let plan: Awaited<ReturnType<typeof makePlan>>;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makePlan(database.prisma);
});
afterAll(() => database.close());

describe("the first administrator", () => {
  it("signs in with the password given, may do an administrator's work, and stands in the audit", async () => {
    const { id } = await createAdministrator(first);
    const session = await signIn(first, "127.0.0.1", now);
    const actor = await sessionActor(session.id, now);
    expect(can(actor, "changeSettings", { planId: plan.id })).toBe(true);
    expect(can(actor, "keepPeriods", { planId: plan.id })).toBe(false);
    const events = await auditWhere(database.prisma, { stream: `user:${id}` });
    expect(events.map((event) => event.action)).toEqual(["administratorCreated", "signedIn"]);
    expect(JSON.stringify(events)).not.toMatch(/rivers|argon2/);
  });

  it("isn't made twice, and an account that is there stays as it is", async () => {
    const again = { ...first, name: "Somebody Else", password: "eleven loud mountains" };
    await expect(createAdministrator(again)).rejects.toThrow(expect.objectContaining({ code: "emailTaken" }));
    await signIn(first, "127.0.0.1", now);
    expect(await database.prisma.user.count()).toBe(1);
  });

  it("needs a strong password", async () => {
    const weak = { ...first, email: "other@example.org", password: "administrator1" };
    await expect(createAdministrator(weak)).rejects.toThrow(expect.objectContaining({ code: "weakPassword" }));
    expect(await database.prisma.user.count()).toBe(1);
  });
});
