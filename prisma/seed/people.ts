import type { PrismaClient } from "@/lib/server/db/generated/client";
import { demoAccounts, demoPassword } from "@/lib/server/demo-accounts";
import { makePerson } from "./make-person";

/**
 * Adds the demo accounts that aren't there yet to a plan whose framework is loaded.
 * Call it only in demo mode: their password is published.
 */
export async function seedDemoPeople(prisma: PrismaClient, planId: number): Promise<void> {
  const units = await prisma.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const unitIds = new Map(units.map((unit) => [unit.code, unit.id]));
  const present = await prisma.user.findMany({ where: { isDemo: true }, select: { email: true } });
  const emails = new Set(present.map((user) => user.email));
  for (const { email, name, organisation, role, unit, assigned } of demoAccounts) {
    if (emails.has(email)) continue;
    const unitId = unit === null ? null : unitIds.get(unit);
    if (unitId === undefined) throw new Error(`The plan has no unit ${unit}, which ${email} should report for.`);
    const indicators =
      assigned === undefined
        ? []
        : await prisma.indicator.findMany({
            where: { planId, level: "country", code: { startsWith: assigned } },
            select: { id: true },
          });
    await makePerson(prisma, {
      email,
      name,
      organisation,
      password: demoPassword,
      isDemo: true,
      roles: [{ role, planId, unitId }],
      assignments: unitId === null ? [] : indicators.map(({ id }) => ({ indicatorId: id, unitId })),
    });
  }
}
