import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { consequencesOf } from "@/lib/server/results/consequences";
import { prepareApproval } from "@/lib/server/results/prepare";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count, type IndicatorToMake, sixCountries } from "@/test/factories/results-framework";

let database: Database;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const planOf = (indicators: Record<string, IndicatorToMake>) =>
  makeResultsPlan(database.prisma, `later${++plans}`, indicators);

const cases: IndicatorToMake = {
  countsPersons: false,
  paths: { each: { baseline: count(100), targets: [null, null, null, 180] } },
};
const a = "G1.1-a";
const everywhere = (number: number, but: Record<string, number> = {}) =>
  Object.fromEntries(sixCountries.map((unit) => [unit, { [a]: count(but[unit] ?? number) }]));

describe("a report of a period after the plan's end", () => {
  it.each([
    [180, 181, "achieved", "stillAchieved"],
    [170, 180, "achieved", "achievedLater"],
    [180, 179, "missed", "noLongerAchieved"],
    [170, 179, "missed", "stillMissed"],
  ])("is held to the last target, and to what became of it: %d, then %d", async (then, now, status, afterEnd) => {
    const plan = await planOf({ [a]: cases });
    await plan.approve("THA", "2018", { [a]: count(then) });
    expect(await plan.result("THA", "2018", a)).toMatchObject({ afterEnd: null, publicAfterEnd: null });
    await plan.carryOn("2019");
    await plan.approve("THA", "2019", { [a]: count(now) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({
      status,
      publicStatus: status,
      planned: "180/1",
      afterEnd,
      publicAfterEnd: afterEnd,
      inputs: { unit: { inputs: { endOfPlan: "2018-12-31" } } },
    });
  });

  it("says neither where the year of the plan's end wasn't assessed", async () => {
    const plan = await planOf({ [a]: cases });
    await plan.approve("THA", "2018", {});
    await plan.carryOn("2019");
    await plan.approve("THA", "2019", { [a]: count(180) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({ status: "achieved", afterEnd: null });
    // The report of the end is corrected: what came after follows.
    await plan.approve("THA", "2018", { [a]: count(20) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({ status: "achieved", afterEnd: "achievedLater" });
  });

  it("is one after the plan's end, not only after a last target that lies before it", async () => {
    const early: IndicatorToMake = { ...cases, paths: { each: { baseline: count(100), targets: [null, 180] } } };
    const plan = await planOf({ [a]: early });
    await plan.approve("THA", "2016", { [a]: count(180) });
    await plan.approve("THA", "2018", { [a]: count(170) });
    expect(await plan.result("THA", "2018", a)).toMatchObject({
      status: "missed",
      afterEnd: null,
      publicAfterEnd: null,
    });
    await plan.carryOn("2019");
    await plan.approve("THA", "2019", { [a]: count(170) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({ status: "missed", afterEnd: "noLongerAchieved" });
  });

  it("goes on counting a total from the plan's start, and carries it forward for the region alone", async () => {
    const total: IndicatorToMake = {
      ...cases,
      accumulation: "cumulativeToDate",
      paths: { each: { targets: [null, null, null, 40] } },
    };
    const plan = await planOf({ [a]: total });
    await plan.approveTogether("2018", everywhere(30));
    await plan.carryOn("2019");
    await plan.approve("THA", "2019", { [a]: count(40) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({ status: "achieved", afterEnd: "achievedLater" });
    expect(await plan.result("KHM", "2019", a)).toBeNull();
    // 5 x 30 and 40, of 6 x 40.
    expect(await plan.result("REGION", "2019", a)).toMatchObject({
      status: "missed",
      afterEnd: "stillMissed",
      countriesIn: 6,
      carriedFromId: plan.periodIds["2018"],
    });
    expect((await plan.result("REGION", "2019", a))?.number?.toString()).toBe("190");
  });

  it("compares the region only over the same countries", async () => {
    const plan = await planOf({ [a]: cases });
    await plan.approveTogether("2018", everywhere(170));
    await plan.carryOn("2019");
    const { MMR: _, ...five } = everywhere(185);
    await plan.approveTogether("2019", five);
    expect(await plan.result("REGION", "2019", a)).toMatchObject({
      status: "achieved",
      afterEnd: null,
      countriesIn: 5,
    });
    await plan.approve("MMR", "2019", { [a]: count(185) });
    expect(await plan.result("REGION", "2019", a)).toMatchObject({ status: "achieved", afterEnd: "achievedLater" });
  });

  it("takes new targets from the end on, and leaves the plan's own years as they were", async () => {
    const plan = await planOf({ [a]: cases });
    await plan.approve("THA", "2018", { [a]: count(170) });
    await plan.carryOn("2019");
    await plan.carryOn("2020", { [a]: [{ unit: "THA", number: 240 }] });
    await plan.approve("THA", "2019", { [a]: count(190) });
    expect(await plan.result("THA", "2019", a)).toMatchObject({
      status: "accelerationNeeded",
      planned: "210/1",
      afterEnd: null,
      inputs: { unit: { letters: { T: "240/1" } } },
    });
    await plan.approve("THA", "2018", { [a]: count(171) });
    expect(await plan.result("THA", "2018", a)).toMatchObject({ status: "missed", planned: "180/1" });
  });

  it("tells the public nothing that follows from a hidden value", async () => {
    const persons: IndicatorToMake = { paths: { each: { baseline: count(0), targets: [null, null, null, 3] } } };
    const plan = await planOf({ [a]: persons });
    await plan.approve("THA", "2018", { [a]: count(2) });
    await plan.carryOn("2019");
    await plan.approve("THA", "2019", { [a]: count(30) });
    // 2 shows as <5, which may be 3 or more: whether the target was missed isn't told, nor by the year after.
    expect(await plan.result("THA", "2018", a)).toMatchObject({ status: "missed", publicStatus: "notAssessed" });
    expect(await plan.result("THA", "2019", a)).toMatchObject({
      status: "achieved",
      publicStatus: "achieved",
      afterEnd: "achievedLater",
      publicAfterEnd: null,
    });
  });

  it("tells whoever reviews it what readers will be told of the target", async () => {
    const plan = await planOf({ [a]: cases });
    await plan.approve("THA", "2018", { [a]: count(170) });
    await plan.carryOn("2019");
    const approve = async (period: string, number: number) => {
      const { id } = await plan.draft("THA", period, { [a]: count(number) });
      const place = { planId: plan.planId, unitId: plan.unitIds.THA!, periodId: plan.periodIds[period]! };
      const prepared = await prepareApproval({ ...place, id, rowVersion: 1 });
      const { own, statuses } = await consequencesOf(database.prisma, place, prepared);
      await plan.approve("THA", period, { [a]: count(number) });
      return { own: own.map(({ period, before, after }) => [period, before, after]), told: statuses[a] };
    };
    expect(await approve("2019", 179)).toEqual({
      own: [["2019", null, "stillMissed"]],
      told: { before: null, after: "stillMissed", exact: "stillMissed" },
    });
    // A correction of the plan's last year changes what is told of the years after it.
    expect((await approve("2018", 180)).own).toEqual([
      ["2018", "missed", "achieved"],
      ["2019", "stillMissed", "noLongerAchieved"],
    ]);
  });
});
