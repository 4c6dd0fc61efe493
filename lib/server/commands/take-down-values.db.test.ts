import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { sectionsOfKind } from "@/lib/domain/publication";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { correctionsOfRelease } from "@/lib/server/queries/results/corrections-of-release";
import { indicatorProgress } from "@/lib/server/queries/results/public-progress";
import { publicParts } from "@/lib/server/queries/take-downs";
import { everythingPublic } from "@/test/factories/everything-public";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { makePublicationAgain } from "./make-publication-again";
import { nameRelease } from "./name-release";
import { requestPublication } from "./request-publication";
import { restoreTakenDown } from "./restore-taken-down";
import { takeDown } from "./take-down";

const now = new Date("2018-06-11T17:30:00Z");
let database: Database;
let plan: ResultsPlan;
let reporting: Reporting;
let code: string;
let plans = 0;

beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const rising = { baseline: count(100_000), targets: [120_000, 140_000, 160_000, 180_000] };
/** Of so many digits that nothing else has them. */
const thai = { total: count(731_942), "sex=female": count(431_811), "sex=male": count(300_131) };
const others = { KHM: 111_113, LAO: 122_117, MMR: 133_121, VNM: 144_127, CHN: 155_131 };

/** Results versions: 2 to 6 others of 2015, 7 Thailand's, 8 Thailand's of 2016, without the value of the other year. */
beforeEach(async () => {
  code = `valuesdown${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, {
    "G1.1-a": { tables: [["sex"]], accumulation: "cumulativeToDate", paths: { each: rising } },
    "G1.1-b": { paths: { each: rising } },
  });
  for (const [unit, number] of Object.entries(others))
    await plan.approve(unit, "2015", { "G1.1-a": count(number), "G1.1-b": count(7) });
  await plan.approve("THA", "2015", { "G1.1-a": thai, "G1.1-b": count(655_321) });
  await plan.approve("THA", "2016", { "G1.1-a": count(900_907) });
});

const as = (role: "secretariat" | "auditor", id = reporting.actors.secretariat.id): Actor => ({
  ...reporting.actors.secretariat,
  id,
  roles: [{ role, plan: { id: plan.planId, code }, unit: null }],
});
const address = () => ({ plan: code, unit: "THA", period: "2015" });
const value = { kind: "value" as const, indicator: "G1.1-a" };
const take = (more: object = {}, actor = as("secretariat")) =>
  takeDown(actor, { ...address(), part: value, reason: "It counts a family.", ...more }, now);
const restore = (id: number, actor = as("secretariat")) => restoreTakenDown(actor, code, id, now);
const version = async () => (await database.prisma.plan.findUniqueOrThrow({ where: { code } })).resultsVersion;
const everything = async () => {
  const read = { code, indicators: ["G1.1-a", "G1.1-b"] };
  const versions = Array.from({ length: (await version()) - 1 }, (_, index) => String(index + 2));
  const all: string[] = [];
  for (const each of versions) all.push(JSON.stringify(await everythingPublic(read, each)));
  return all;
};
/** In which versions any of these numbers is read. */
const among = (read: readonly string[], ...numbers: number[]) =>
  read.flatMap((all, index) => (numbers.some((number) => all.includes(`${number}`)) ? [index + 2] : []));
const versionsWith = async (...numbers: number[]) => among(await everything(), ...numbers);
const cellOf = async (unit: string, period: string, at: string | null) => {
  const view = await indicatorProgress(code, "G1.1-a", period, "en", at);
  return (unit === "REGION" ? view?.region : view?.countries.find((each) => each.code === unit))?.points.at(-1)?.value;
};

const region = 111_113 + 122_117 + 133_121 + 144_127 + 155_131;
const withThai = region + 731_942;

describe("a value that is taken down", () => {
  it("is nowhere, at no version, with what could be worked out from it", async () => {
    const before = await everything();
    expect(among(before, 731_942)).toEqual([7, 8]);
    expect(among(before, withThai)).toEqual([7, 8]);
    await take();
    const since = await everything();
    expect(among(since, 731_942, 431_811, 300_131, withThai)).toEqual([]);
    // The next year's is the others', carried forward, and Thailand's own; in the earlier version it is blunt.
    expect(among(since, region + 900_907)).toEqual([9]);
    // Another indicator's stays.
    expect(among(since, 655_321)).toEqual([7, 8, 9]);
    const takenDown = { state: "missing", reason: "takenDown" };
    for (const at of ["7", "8", "9", null]) expect(await cellOf("THA", "2015", at)).toEqual(takenDown);
    expect(await cellOf("REGION", "2015", null)).toEqual({ state: "shown", value: count(region) });
    expect(await cellOf("KHM", "2015", "7")).toEqual({ state: "shown", value: count(111_113) });
    // Before it was public nothing is left out.
    expect(await cellOf("REGION", "2015", "6")).toEqual({ state: "shown", value: count(region) });
  });

  it("stays so when its report is approved again, with whatever value, until it is restored", {
    tags: ["long"],
  }, async () => {
    const id = await take();
    await plan.approve("THA", "2015", { "G1.1-a": { ...thai, total: count(731_943) }, "G1.1-b": count(655_321) });
    expect(await versionsWith(731_942, 731_943, 431_811)).toEqual([]);
    await plan.approve("KHM", "2015", { "G1.1-a": count(111_119), "G1.1-b": count(7) });
    expect(await versionsWith(731_942, 731_943, 431_811)).toEqual([]);
    await restore(id);
    const after = await everything();
    expect(among(after, 731_942)).toEqual([7, 8]);
    expect(among(after, 731_943)).toEqual([12]);
  });

  it("is back once it is restored, in earlier versions as they stood, and nowhere between", {
    tags: ["long"],
  }, async () => {
    const before = await everything();
    const id = await take();
    await restore(id);
    const after = await everything();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(among(after, 731_942)).toEqual([7, 8, 10]);
    expect(await cellOf("REGION", "2015", "10")).toEqual({ state: "shown", value: count(withThai) });
    expect(await cellOf("THA", "2015", "9")).toEqual({ state: "missing", reason: "takenDown" });
  });

  it("isn't restored from a draft", { tags: ["long"] }, async () => {
    const id = await take();
    await plan.draft("THA", "2015", { "G1.1-a": count(731_944) });
    await expect(restore(id)).rejects.toThrow(refusal("reportOpen"));
    expect(await versionsWith(731_942, 731_944)).toEqual([]);
  });

  it("isn't told by a release's list of corrections", async () => {
    const named = { code: "made-up", version: 8, title: "Made up", notes: "", titleTh: "", notesTh: "" };
    await nameRelease(as("secretariat"), { plan: code, ...named }, now);
    const id = await take();
    const corrections = async () => {
      const view = await correctionsOfRelease(code, "en", `${await version()}~made-up`);
      return view?.corrections.map(({ indicator, unit, period }) => `${indicator.code} ${unit.code} ${period.code}`);
    };
    expect(await corrections()).toEqual([]);
    await plan.approve("KHM", "2015", { "G1.1-a": count(111_113), "G1.1-b": count(9) });
    expect(await corrections()).toContain("G1.1-b KHM 2015");
    expect((await corrections())?.filter((each) => each.startsWith("G1.1-a"))).toEqual([]);
    await restore(id);
    expect((await corrections())?.filter((each) => each.startsWith("G1.1-a"))).toEqual([]);
  });

  it("stands in no publication that is made again", async () => {
    const settings = {
      kind: "country" as const,
      unit: "THA",
      period: "2015",
      goal: null,
      release: null,
      countries: ["THA"],
      language: "en" as const,
      sections: [...sectionsOfKind.country],
      isInternal: false,
      formats: ["csv" as const],
    };
    const { id } = await requestPublication(as("secretariat"), code, settings, now);
    const made = async () => {
      const { jobId } = await database.prisma.publication.findUniqueOrThrow({ where: { id } });
      await runJob(publicationJob, jobId);
      const { version, state } = await database.prisma.publication.findUniqueOrThrow({ where: { id } });
      return { version, state };
    };
    expect(await made()).toEqual({ version: 8, state: "ready" });
    await take();
    await makePublicationAgain(as("secretariat"), code, id, now);
    expect(await made()).toEqual({ version: 9, state: "ready" });
  });

  it("leaves what its report tells in words, and drafts, where they are", { tags: ["long"] }, async () => {
    await plan.draft("THA", "2015", { "G1.1-a": count(5), "G1.1-b": count(4) });
    await take();
    expect(await versionsWith(655_321)).toEqual([7, 8, 9]);
    expect(await plan.result("THA", "2015", "G1.1-a")).toMatchObject({ kind: "missing", missingReason: "notReported" });
  });
});

describe("taking values down", () => {
  it.each([
    ["the secretariat's alone", {}, "notAllowed"],
    ["of what is public", { period: "2017" }, "notPublic"],
    ["of an indicator that there is", { part: { kind: "value", indicator: "G9.9-z" } }, "notPublic"],
  ] as const)("is %s, and else changes nothing", async (what, more, refused) => {
    const actor = what === "the secretariat's alone" ? as("auditor") : as("secretariat");
    await expect(take(more, actor)).rejects.toThrow(refusal(refused));
    expect(await version()).toBe(8);
  });

  it("is done once by two who do it at once, and restored once", async () => {
    const parts = async () => (await publicParts(as("secretariat"), address(), "en"))?.parts.length;
    expect(await parts()).toBe(2);
    const both = await Promise.allSettled([take(), take()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("takenDownAlready") });
    expect(await parts()).toBe(1);
    const { id } = await database.prisma.takeDown.findFirstOrThrow({ where: { planId: plan.planId } });
    const restored = await Promise.allSettled([restore(id), restore(id)]);
    expect(restored.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await version()).toBe(10);
  });

  it("doesn't happen without its audit event", { tags: ["long"] }, async () => {
    await expect(take({}, as("secretariat", 0))).rejects.toThrow();
    expect(await version()).toBe(8);
    expect(await versionsWith(731_942)).toEqual([7, 8]);
  });
});
