import type { PrismaClient } from "@/lib/server/db/generated/client";

const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];

/** A plan with the region, the six countries and one open period (2016), for tests that need no framework. */
export async function makePlan(prisma: PrismaClient, code = "spaiv") {
  const plan = await prisma.plan.create({
    data: {
      code,
      startsOn: new Date("2015-01-01"),
      endsOn: new Date("2018-12-31"),
      periods: {
        create: {
          code: "2016",
          frequency: "annual",
          startsOn: new Date("2016-01-01"),
          endsOn: new Date("2016-12-31"),
          dueOn: new Date("2017-03-31"),
        },
      },
      units: { create: { code: "REGION", level: "region", position: 0 } },
    },
    select: { id: true, code: true, units: { select: { id: true } }, periods: { select: { id: true } } },
  });
  const regionId = plan.units[0]!.id;
  await prisma.reportingUnit.createMany({
    data: countries.map((unit, at) => ({
      planId: plan.id,
      code: unit,
      level: "country" as const,
      parentId: regionId,
      position: at + 1,
    })),
  });
  const units = await prisma.reportingUnit.findMany({ where: { planId: plan.id }, select: { id: true, code: true } });
  return {
    id: plan.id,
    code: plan.code,
    periodId: plan.periods[0]!.id,
    unitId: Object.fromEntries(units.map((unit) => [unit.code, unit.id])) as Record<string, number>,
  };
}
