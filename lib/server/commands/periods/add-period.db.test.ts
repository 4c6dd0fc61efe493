import { describe, expect, it } from "vitest";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { periodList } from "@/lib/server/queries/periods/period-list";
import { newPeriod } from "@/lib/server/queries/periods/period-step";
import { auditWhere } from "@/test/factories/make-report";
import { pastTriggers } from "@/test/factories/past-triggers";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addPeriod } from "./add-period";

const on = reportingTests();
const asked = { locale: "en", now: new Date("2026-11-28T04:00:00Z") };
const planRow = () =>
  on.database.prisma.plan.findUniqueOrThrow({
    where: { id: on.plan.planId },
    select: { id: true, resultsVersion: true },
  });
const codes = async () => (await frameworkOf(await planRow(), "en")).periods.map(({ code }) => code);
const events = () => auditWhere(on.database.prisma, { action: "periodAdded", planId: on.plan.planId });
const proposed = async () => {
  const { choices, last } = (await newPeriod(on.plan.actors.secretariat, on.plan.code, asked))!;
  return { ...choices[0]!, after: last?.code ?? "" };
};
const add = async (change: Partial<Awaited<ReturnType<typeof proposed>>> = {}, actor = on.plan.actors.secretariat) => {
  const { after, code, frequency, dueOn } = { ...(await proposed()), ...change };
  return addPeriod(actor, { plan: on.plan.code, after, code, frequency, dueOn });
};

describe("a period that is added", () => {
  it("follows the last one, extends the plan, begins closed, and is seen by whoever reads the plan anew", async () => {
    const before = await codes();
    const version = (await planRow()).resultsVersion;
    const next = await proposed();
    await add();
    expect((await planRow()).resultsVersion).toBe(version + 1);
    expect(await codes()).toEqual([...before, next.code]);
    const { periods, endsOn } = (await periodList(on.plan.actors.secretariat, on.plan.code, asked))!;
    expect(periods.at(-1)).toMatchObject({
      code: next.code,
      state: "closed",
      dueOn: next.dueOn,
      startsOn: next.startsOn,
    });
    expect(periods.at(-1)!.isAfterEnd).toBe(periods.at(-1)!.startsOn > endsOn);
    expect(await events()).toHaveLength(1);
  });

  it("is the secretariat's, and nothing is left of one that is refused", async () => {
    const version = (await planRow()).resultsVersion;
    const { thailand, administrator, cso } = on.plan.actors;
    for (const actor of [thailand, administrator, cso])
      await expect(add({}, actor)).rejects.toThrow(refusal("notAllowed"));
    const { after, startsOn, endsOn } = await proposed();
    await expect(add({ after: "1999" })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(add({ code: after })).rejects.toThrow(refusal("periodCodeTaken"));
    await expect(add({ dueOn: endsOn })).rejects.toThrow(refusal("dueBeforeEnd", { args: { endsOn } }));
    expect(startsOn < endsOn).toBe(true);
    expect(await events()).toEqual([]);
    expect((await planRow()).resultsVersion).toBe(version);
  });

  it("is added once by two who press at the same time", async () => {
    const before = await codes();
    const outcomes = await Promise.allSettled([add(), add()]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await codes()).toHaveLength(before.length + 1);
    expect(await events()).toHaveLength(1);
  });

  it("never has a frequency that nothing of the plan is reported at", async () => {
    const { planId } = on.plan;
    const frequency = "quarterly";
    await pastTriggers(on.database.prisma, (tx) =>
      tx.indicatorVersion.updateMany({ where: { indicator: { planId } }, data: { frequency } }),
    );
    await expect(add()).rejects.toThrow(refusal("frequencyDiffers"));
    expect(await events()).toEqual([]);
  });
});
