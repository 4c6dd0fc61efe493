import { afterEach, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { reportingTests } from "@/test/factories/reporting-plan";
import { management } from "./management";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";

const on = reportingTests();
afterEach(() => vi.unstubAllEnvs());
const administrator = (): Actor => ({
  ...on.plan.actors.administrator,
  roles: [{ role: "administrator", plan: on.plan.actors.thailand.roles[0]!.plan, unit: null }],
});
const stepsOf = async (actor: Actor) =>
  new Map((await management(actor, "en")).steps?.map((step) => [step.key, step]) ?? []);

it("lists what reporting still needs, and strikes off what is there", async () => {
  const { prisma } = on.database;
  const before = await stepsOf(administrator());
  expect([...before.keys()]).toEqual([
    "administrator",
    "secretariat",
    "organisations",
    "focalPoints",
    "framework",
    "periods",
    "mail",
  ]);
  expect(before.get("organisations")?.lacking.map(({ code }) => code)).toContain("THA");
  expect(before.get("focalPoints")?.lacking.map(({ code }) => code)).not.toContain("THA");
  const { id: unitId } = await prisma.reportingUnit.findFirstOrThrow({
    where: { planId: on.plan.planId, code: "THA" },
    select: { id: true },
  });
  const { organisationId } = await prisma.user.findUniqueOrThrow({ where: { id: on.plan.actors.thailand.id } });
  await prisma.organisationUnit.create({ data: { organisationId, unitId } });
  await prisma.user.update({ where: { id: on.plan.actors.thailand.id }, data: { disabledAt: new Date() } });
  const after = await stepsOf(administrator());
  expect(after.get("organisations")?.lacking.map(({ code }) => code)).not.toContain("THA");
  expect(after.get("focalPoints")?.lacking.map(({ code }) => code)).toContain("THA");
});

it("counts an account of the demonstration where it can sign in, and nowhere else", async () => {
  const { id } = on.plan.actors.cambodia;
  await on.database.prisma.user.update({ where: { id }, data: { isDemo: true } });
  const lacking = async () =>
    (await stepsOf(administrator()))
      .get("focalPoints")
      ?.lacking.map(({ code }) => code)
      .includes("KHM");
  expect(await lacking()).toBe(false);
  vi.stubEnv("SPAIV_DEMO", "0");
  expect(await lacking()).toBe(true);
});

it("leads each to what is theirs, and tells first steps to whoever keeps people of all units", async () => {
  const { actors } = on.plan;
  expect((await management(actors.thailand, "en")).places).toEqual([
    "people",
    "organisations",
    "assignments",
    "periods",
    "completeness",
  ]);
  expect((await management(actors.cso, "en")).places).toEqual(["organisations"]);
  for (const actor of [actors.thailand, actors.cso, actors.contributor])
    expect((await management(actor, "en")).steps).toBeNull();
});

it("asks few statements", async () => {
  const asked = await statementsOfPage(on.database, on.plan.code, administrator(), (actor) => management(actor, "en"));
  expect(asked).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
});
