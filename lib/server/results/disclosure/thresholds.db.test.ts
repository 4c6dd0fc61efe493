import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { publishedPlan } from "../read/plan";
import { publicReader } from "../read/result-reader";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const random = () => seededRandom(1);
let plans = 0;
const makePlan = async () => {
  const code = `threshold${++plans}`;
  const plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": {} });
  /** What everybody reads of Thailand's total in a version, or at present. */
  const read = async (version: number | null, period = "2015") => {
    const published = (await publishedPlan(code, "en", version === null ? null : String(version)))!;
    const results = await publicReader(published).results({});
    const own = results.find((each) => each.unitId === plan.unitIds.THA && each.periodId === plan.periodIds[period]);
    const { threshold, earlierThresholds } = published.head;
    return { value: own?.value, threshold, earlierThresholds };
  };
  return { plan, read };
};
const small = (below: number) => ({ state: "small", below });

it("a higher threshold hides what it makes small, and says that it was in the open before", async () => {
  const { plan, read } = await makePlan();
  const { resultsVersion: before } = await plan.approve("THA", "2015", { "G1.1-a": count(7) }, random());
  const { lost, resultsVersion } = await plan.setThreshold(11, random());
  expect(lost).toEqual(["G1.1-a THA|2015|total", "G1.1-a REGION|2015|total"]);
  expect(await read(before)).toMatchObject({ value: { state: "shown" }, threshold: 5 });
  expect(await read(resultsVersion)).toEqual({ value: small(11), threshold: 11, earlierThresholds: [5] });
});

it("a value that was shown as <5 shows as <11, and stays known to be below 5", async () => {
  const { plan, read } = await makePlan();
  const { resultsVersion: before } = await plan.approve("THA", "2015", { "G1.1-a": count(3) }, random());
  const { lost } = await plan.setThreshold(11, random());
  expect(lost).toEqual([]);
  expect([await read(before), await read(null)]).toMatchObject([{ value: small(5) }, { value: small(11) }]);
});

it("a lower threshold shows nothing that was hidden: only what is approved from then on", async () => {
  const { plan, read } = await makePlan();
  await plan.setThreshold(11, random());
  await plan.approve("THA", "2015", { "G1.1-a": count(7) }, random());
  const { lost, resultsVersion } = await plan.setThreshold(5, random());
  expect(lost).toEqual([]);
  expect(await read(resultsVersion)).toMatchObject({ value: small(11), threshold: 5 });
  // Worked out anew beside other values, and approved once more.
  await plan.approve("LAO", "2015", { "G1.1-a": count(20) }, random());
  await plan.approve("THA", "2015", { "G1.1-a": count(7) }, random());
  expect(await read(null)).toMatchObject({ value: small(11), threshold: 5 });
  await plan.approve("THA", "2016", { "G1.1-a": count(7) }, random());
  expect(await read(null, "2016")).toMatchObject({ value: { state: "shown" } });
  await plan.approve("THA", "2017", { "G1.1-a": count(3) }, random());
  expect(await read(null, "2017")).toMatchObject({ value: small(5) });
});

it("what a higher threshold hid stays hidden under a lower one, though earlier versions showed it", async () => {
  const { plan, read } = await makePlan();
  const { resultsVersion: first } = await plan.approve("THA", "2015", { "G1.1-a": count(7) }, random());
  await plan.setThreshold(11, random());
  await plan.setThreshold(5, random());
  await plan.approve("LAO", "2015", { "G1.1-a": count(20) }, random());
  expect(await read(null)).toMatchObject({ value: small(11) });
  expect(await read(first)).toMatchObject({ value: { state: "shown" } });
});

it("no threshold changes but with the one that gives way, which is kept for good", async () => {
  const { plan } = await makePlan();
  const { prisma } = database;
  const set = prisma.plan.update({ where: { id: plan.planId }, data: { smallCountThreshold: 11 } });
  await expect(set).rejects.toThrow("kept in former_threshold");
  await plan.setThreshold(11, random());
  const where = { planId: plan.planId };
  await expect(prisma.formerThreshold.updateMany({ where, data: { threshold: 3 } })).rejects.toThrow();
  await expect(prisma.formerThreshold.deleteMany({ where })).rejects.toThrow();
});
