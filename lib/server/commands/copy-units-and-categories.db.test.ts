import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { writeFramework } from "@/prisma/seed/write-framework";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { smallFramework } from "@/test/factories/small-framework";
import { copyUnitsAndCategories } from "./copy-units-and-categories";

const on = reportingTests();
beforeEach(() =>
  on.anew(({ units, dimensions }) => {
    units[2]!.texts = {
      en: { name: "Thailand", longName: "Kingdom of Thailand" },
      th: { name: "ไทย", longName: "ราชอาณาจักรไทย" },
    };
    dimensions[2]!.categories[1]!.aliases = ["Thai", "Siam"];
  }),
);

/** Another plan, in which the same secretariat works. */
async function otherPlan({ units = 0, dimensions = 0 } = {}) {
  const code = `${on.plan.code}-next`;
  const framework = smallFramework(code);
  const given = {
    ...framework,
    units: framework.units.slice(0, units),
    dimensions: framework.dimensions.slice(0, dimensions),
    pillars: [],
  };
  const planId = await on.database.prisma.$transaction((tx) => writeFramework(tx, given));
  const { secretariat } = on.plan.actors;
  const roles = [...secretariat.roles, { role: "secretariat" as const, plan: { id: planId, code }, unit: null }];
  const actor: Actor = { ...secretariat, roles };
  return { planId, code, actor };
}

/** Units and categories of a plan with all that is said of them, without ids. */
async function shape(planId: number) {
  const { prisma } = on.database;
  const texts = { select: { locale: true, name: true }, orderBy: { locale: "asc" } } as const;
  return {
    units: await prisma.reportingUnit.findMany({
      where: { planId },
      orderBy: { position: "asc" },
      select: {
        code: true,
        level: true,
        position: true,
        parent: { select: { code: true } },
        texts: { select: { locale: true, name: true, longName: true }, orderBy: { locale: "asc" } },
      },
    }),
    dimensions: await prisma.dimension.findMany({
      where: { planId },
      orderBy: { position: "asc" },
      select: {
        code: true,
        isOpen: true,
        position: true,
        texts,
        categories: {
          orderBy: { position: "asc" },
          select: {
            code: true,
            position: true,
            texts,
            aliases: { select: { alias: true }, orderBy: { alias: "asc" } },
          },
        },
      },
    }),
  };
}

it("gives an empty plan all units and categories of another one, twice the same", async () => {
  const { planId, code, actor } = await otherPlan();
  const copied = await copyUnitsAndCategories(actor, on.plan.code, code);
  expect(copied).toEqual({ units: ["REGION", "KHM", "THA"], dimensions: ["sex", "age", "citizenship"], categories: 7 });
  const there = await shape(planId);
  expect(there).toEqual(await shape(on.plan.planId));
  // Else the comparison is of little.
  expect(JSON.stringify(there)).toMatch(/ราชอาณาจักรไทย.*Siam/);
  expect(there.units[2]).toMatchObject({ code: "THA", parent: { code: "REGION" } });
  const parents = await on.database.prisma.reportingUnit.findMany({ where: { planId }, select: { parent: true } });
  for (const { parent } of parents) expect(parent?.planId ?? planId).toBe(planId);

  expect(await copyUnitsAndCategories(actor, on.plan.code, code)).toEqual({ units: [], dimensions: [], categories: 0 });
  expect(await shape(planId)).toEqual(there);
  const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { id: planId }, include: { versions: true } });
  expect([plan.resultsVersion, plan.versions.at(-1)?.cause]).toEqual([2, "framework"]);
  expect(await auditWhere(on.database.prisma, { stream: `framework:${planId}` })).toMatchObject([{ after: copied }]);
});

it("adds what a plan lacks, and leaves what it has as it is", async () => {
  const { planId, code, actor } = await otherPlan({ units: 1, dimensions: 1 });
  const { prisma } = on.database;
  await prisma.reportingUnitText.updateMany({ where: { unit: { planId } }, data: { name: "Its own region" } });
  expect(await copyUnitsAndCategories(actor, on.plan.code, code)).toMatchObject({
    units: ["KHM", "THA"],
    dimensions: ["age", "citizenship"],
  });
  const { units } = await shape(planId);
  expect(units.map(({ texts, parent }) => [texts[0]?.name, parent?.code])).toEqual([
    ["Its own region", undefined],
    ["Cambodia", "REGION"],
    ["Thailand", "REGION"],
  ]);
});

it("is refused to whoever doesn't keep both frameworks, for a plan in which something is reported, and for no plan", async () => {
  const { planId, code, actor } = await otherPlan({ units: 1 });
  const { secretariat, administrator } = on.plan.actors;
  for (const other of [secretariat, administrator])
    await expect(copyUnitsAndCategories(other, on.plan.code, code)).rejects.toThrow(refusal("notAllowed"));
  for (const [from, to] of [
    [on.plan.code, "nowhere"],
    ["nowhere", code],
    [code, code],
  ] as const)
    await expect(copyUnitsAndCategories(actor, from, to)).rejects.toThrow(refusal("notFound"));
  const { prisma } = on.database;
  const unit = await prisma.reportingUnit.findFirstOrThrow({ where: { planId } });
  const period = await prisma.reportingPeriod.findFirstOrThrow({ where: { planId } });
  await prisma.report.create({ data: { planId, unitId: unit.id, periodId: period.id } });
  await expect(copyUnitsAndCategories(actor, on.plan.code, code)).rejects.toThrow(refusal("planInUse"));
  expect((await shape(planId)).units).toHaveLength(1);
  expect(await auditWhere(prisma, { stream: `framework:${planId}` })).toEqual([]);
});

it("is done once where two ask at once", async () => {
  const { planId, code, actor } = await otherPlan();
  const both = await Promise.all([1, 2].map(() => copyUnitsAndCategories(actor, on.plan.code, code)));
  expect(both.map(({ categories }) => categories).sort()).toEqual([0, 7]);
  expect(await auditWhere(on.database.prisma, { stream: `framework:${planId}` })).toHaveLength(1);
});
