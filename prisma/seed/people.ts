import { mayBeOfAllPlans } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { demoAccounts, demoPassword } from "@/lib/server/demo-accounts";
import { makePerson } from "./make-person";

/**
 * Adds the demo accounts to a plan whose framework is loaded.
 * Call it only in demo mode: their password is published.
 */
export async function seedDemoPeople(tx: Transaction, planId: number): Promise<void> {
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const periods = await tx.reportingPeriod.findMany({ where: { planId }, select: { id: true } });
  const unitIds = new Map(units.map((unit) => [unit.code, unit.id]));
  for (const { email, name, organisation, role, unit, assigned } of demoAccounts) {
    const unitId = unit === null ? null : unitIds.get(unit);
    if (unitId === undefined) throw new Error(`The plan has no unit ${unit}, which ${email} should report for.`);
    const indicators =
      assigned === undefined
        ? []
        : await tx.indicator.findMany({
            where: { planId, level: "country", editions: { some: { code: { startsWith: assigned } } } },
            select: { id: true },
          });
    const { id } = await makePerson(tx, {
      email,
      name,
      organisation,
      password: demoPassword,
      isDemo: true,
      roles: [{ role, planId: mayBeOfAllPlans(role) ? null : planId, unitId }],
      assignments:
        unitId === null
          ? []
          : periods.flatMap(({ id: periodId }) =>
              indicators.map(({ id }) => ({ planId, unitId, periodId, indicatorId: id })),
            ),
    });
    if (unitId === null) continue;
    const { organisationId } = await tx.user.findUniqueOrThrow({ where: { id }, select: { organisationId: true } });
    await tx.organisationUnit.createMany({ data: [{ organisationId, unitId }], skipDuplicates: true });
  }
}
