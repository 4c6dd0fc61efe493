import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { planOfActor } from "@/lib/server/auth/plan-of-actor";
import { planHead } from "@/lib/server/queries/plan-head";
import { resultsVersion } from "@/lib/server/queries/results-version";
import { makePlan } from "@/test/factories/make-plan";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { setDefaultPlan } from "./set-default-plan";

const on = reportingTests();
/** Of all plans. */
let administrator: Actor;
let plans = 0;
let other: string;
beforeEach(async () => {
  await on.database.prisma.siteSettings.deleteMany();
  administrator = { ...on.plan.actors.administrator, roles: [{ role: "administrator", plan: null, unit: null }] };
  other = (await makePlan(on.database.prisma, `other${++plans}`)).code;
});
const events = () => auditWhere(on.database.prisma, { stream: "settings" });
const first = async () => (await on.database.prisma.plan.findFirstOrThrow({ orderBy: { id: "asc" } })).code;

it("is where an address without a plan leads, and whoever has a role of all plans; else it is the first plan", async () => {
  const where = async () => [
    (await resultsVersion(null))?.code,
    (await planHead(null, "en"))?.code,
    (await planOfActor(administrator))?.code,
  ];
  const before = (await events()).length;
  expect(await where()).toEqual(Array(3).fill(await first()));
  await setDefaultPlan(administrator, { from: null, to: other });
  expect(await where()).toEqual(Array(3).fill(other));
  await setDefaultPlan(administrator, { from: other, to: null });
  expect(await where()).toEqual(Array(3).fill(await first()));
  expect((await events()).slice(before)).toMatchObject([
    { action: "defaultPlanSet", subject: `plan ${other}`, before: { plan: null }, after: { plan: other } },
    { action: "defaultPlanSet", subject: "the first plan", before: { plan: other }, after: { plan: null } },
  ]);
});

it("is no administrator's of one plan alone, and no secretariat's", async () => {
  const secretariat: Actor = { ...administrator, roles: [{ role: "secretariat", plan: null, unit: null }] };
  const before = await events();
  for (const actor of [on.plan.actors.administrator, secretariat])
    await expect(setDefaultPlan(actor, { from: null, to: other })).rejects.toThrow(refusal("notAllowed"));
  await expect(setDefaultPlan(administrator, { from: null, to: "nowhere" })).rejects.toThrow(refusal("notFound"));
  expect(await resultsVersion(null)).toMatchObject({ code: await first() });
  expect(await events()).toEqual(before);
});

it("goes where the first of two at once sends it", async () => {
  const before = (await events()).length;
  const outcomes = await Promise.allSettled(
    [other, on.plan.code].map((to) => setDefaultPlan(administrator, { from: null, to })),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "changedMeanwhile" } },
  ]);
  expect((await events()).length).toBe(before + 1);
  await expect(setDefaultPlan(administrator, { from: null, to: other })).rejects.toThrow(refusal("changedMeanwhile"));
});

it("is the first plan again once the plan that was set is gone", async () => {
  await setDefaultPlan(administrator, { from: null, to: other });
  const { prisma } = on.database;
  const { id } = await prisma.plan.findUniqueOrThrow({ where: { code: other } });
  for (const level of ["country", "region"] as const)
    await prisma.reportingUnit.deleteMany({ where: { planId: id, level } });
  await prisma.reportingPeriod.deleteMany({ where: { planId: id } });
  await prisma.plan.delete({ where: { id } });
  expect(await resultsVersion(null)).toMatchObject({ code: await first() });
});
