import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantFits, mayBeOfAllPlans, roleScope } from "@/lib/domain/permissions";
import { roles } from "@/lib/domain/roles";
import { makePerson } from "@/prisma/seed/make-person";
import { makePlan } from "@/test/factories/make-plan";
import type { Database } from "./client";
import { testDatabase } from "./testing";

let database: Database;
let plan: Awaited<ReturnType<typeof makePlan>>;
let other: typeof plan;
let userId: number;

beforeAll(async () => {
  database = await testDatabase();
  plan = await makePlan(database.prisma);
  other = await makePlan(database.prisma, "fifth");
  ({ id: userId } = await makePerson(database.prisma, {
    email: "officer@example.org",
    password: "seven quiet rivers",
  }));
});
afterAll(() => database.close());

const grant = (role: (typeof roles)[number], unitId: number | null, planId: number | null = plan.id) =>
  database.prisma.userRole.create({ data: { userId, planId, role, unitId }, select: { id: true } });

describe("a role and its scope in the database", () => {
  it("takes exactly the grants that the rules take", async () => {
    const taken = async (role: (typeof roles)[number], unitId: number | null) => {
      try {
        await database.prisma.userRole.delete({ where: await grant(role, unitId) });
        return true;
      } catch (error) {
        expect(String(error)).toMatch("user_role_scope_check");
        return false;
      }
    };
    for (const role of roles) {
      const ofAllPlans = await grant(role, null, null).catch((error) => String(error));
      if (mayBeOfAllPlans(role)) expect(ofAllPlans, role).toMatchObject({ id: expect.any(Number) });
      else expect(ofAllPlans).toMatch(/user_role_(plan|scope)_check/);
      expect(await taken(role, null), `${role} (${roleScope[role]}) for all units`).toBe(grantFits(role, null));
      const country = grantFits(role, { level: "country" });
      expect(await taken(role, plan.unitId.THA!), `${role} (${roleScope[role]}) for a country`).toBe(country);
    }
  });

  it("doesn't take another plan's unit", async () => {
    await expect(grant("focalPoint", other.unitId.THA!)).rejects.toThrow(/foreign key/i);
  });

  it("is held once for all plans", async () => {
    const { id } = await makePerson(database.prisma, { email: "keeper@example.org", password: "seven quiet rivers" });
    const data = { userId: id, role: "administrator" as const };
    await database.prisma.userRole.create({ data });
    await expect(database.prisma.userRole.create({ data })).rejects.toThrow(/user_role_once|Unique/);
  });

  it("never becomes a role over every unit because its unit goes", async () => {
    const { id: unitId } = await database.prisma.reportingUnit.create({
      data: { planId: plan.id, code: "XXA", level: "country", parentId: plan.unitId.REGION!, position: 99 },
    });
    const { id } = await grant("csoMember", unitId);
    await expect(database.prisma.reportingUnit.delete({ where: { id: unitId } })).rejects.toThrow(/foreign key/i);
    expect(await database.prisma.userRole.findUniqueOrThrow({ where: { id } })).toMatchObject({ unitId });
  });
});
