import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { writeFramework } from "@/prisma/seed/write-framework";
import { smallFramework } from "@/test/factories/small-framework";
import { refuseNotBuilt } from "./refuse-not-built";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const province = {
  code: "KH-12",
  level: "province",
  parent: "KHM",
  texts: { en: { name: "Kep", longName: "Kep" } },
} as const;

it("refuses to write a framework with a province, or with an indicator of another frequency", async () => {
  const framework = smallFramework("refused");
  const write = (changed: typeof framework) => database.prisma.$transaction((tx) => writeFramework(tx, changed));
  await expect(write({ ...framework, units: [...framework.units, province] })).rejects.toThrow(
    "KH-12: a province can't report yet",
  );
  const quarterly = structuredClone(framework);
  quarterly.pillars[0]!.children[0]!.children[0]!.indicators[1]!.versions[0]!.frequency = "quarterly";
  await expect(write(quarterly)).rejects.toThrow("G1.1-b: periods and indicators of a plan have one frequency");
  expect(await database.prisma.plan.count()).toBe(0);
});

it("refuses to start on a plan into which either came by another way", async () => {
  const { prisma } = database;
  const planId = await prisma.$transaction((tx) => writeFramework(tx, smallFramework("started")));
  await refuseNotBuilt(prisma);
  const { id: parentId } = await prisma.reportingUnit.findFirstOrThrow({ where: { planId, code: "KHM" } });
  const unit = { planId, code: "KH-12", level: "province", parentId, position: 9 } as const;
  const { id } = await prisma.reportingUnit.create({ data: unit });
  await expect(refuseNotBuilt(prisma)).rejects.toThrow(
    "The plan started has KH-12: a province can't report yet, for nothing ties its values to its country's sum. Take it out.",
  );
  await prisma.reportingUnit.delete({ where: { id } });
  await refuseNotBuilt(prisma);
  await prisma.reportingPeriod.updateMany({ where: { planId, code: "2016" }, data: { frequency: "quarterly" } });
  await expect(refuseNotBuilt(prisma)).rejects.toThrow("The plan started has 2016: periods and indicators");
});
