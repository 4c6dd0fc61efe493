import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { countryProgress } from "@/lib/server/queries/results/public-progress";
import { publicParts, takeDownsOf } from "@/lib/server/queries/take-downs";
import { everythingPublic } from "@/test/factories/everything-public";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { eraseFromAudit } from "./erase-from-audit";
import { restoreTakenDown } from "./restore-taken-down";
import { takeDown } from "./take-down";

// A narrative; values have a test of their own.

const now = new Date("2018-06-11T17:30:00Z");
let database: Database;
let plan: ResultsPlan;
let reporting: Reporting;
let code: string;
let plans = 0;
let reportId: number;

beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const words = "A girl from a village by the river told us her story.";
const other = "Shelters opened in two provinces.";
const write = async (text: string) => {
  const { nodeId: pillarId } = await database.prisma.editionNode.findFirstOrThrow({
    where: { edition: { planId: plan.planId }, code: "P1" },
  });
  const key = { reportId, pillarId, kind: "progress" } as const;
  await database.prisma.reportNarrative.upsert({
    where: { reportId_pillarId_kind: key },
    create: { ...key, text, isPublic: true, updatedById: reporting.actors.secretariat.id },
    update: { text },
  });
};
const approve = async () => (await plan.approve("THA", "2015", { "G1.1-a": count(40) })).resultsVersion;

/** Results versions: 2 without the words, 3 with them, 4 with others, 5 and until now with them again. */
beforeEach(async () => {
  code = `takedown${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { countsPersons: false } });
  await approve();
  ({ id: reportId } = await database.prisma.report.findFirstOrThrow({ where: { planId: plan.planId } }));
  for (const text of [words, other, words]) {
    await write(text);
    await approve();
  }
});

const as = (role: "secretariat" | "auditor" | "administrator", id = reporting.actors.secretariat.id): Actor => ({
  ...reporting.actors.secretariat,
  id,
  roles: [{ role, plan: { id: plan.planId, code }, unit: null }],
});
const part = { kind: "narrative" as const, pillar: "P1", narrative: "progress" as const };
const asked = () => ({ plan: code, unit: "THA", period: "2015", part, reason: "It names a victim." });
const take = (more: object = {}, actor = as("secretariat")) => takeDown(actor, { ...asked(), ...more }, now);
const restore = (id: number, actor = as("secretariat")) => restoreTakenDown(actor, code, id, now);
const everything = async () => {
  const { resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { code } });
  const read = { code, indicators: ["G1.1-a"], periods: ["2015"] };
  const versions = Array.from({ length: resultsVersion - 1 }, (_, index) => String(index + 2));
  return Promise.all(versions.map(async (version) => JSON.stringify(await everythingPublic(read, version))));
};
const versionsWith = async (text: string) =>
  (await everything()).flatMap((read, index) => (read.includes(text) ? [index + 2] : []));
const version = async () => (await database.prisma.plan.findUniqueOrThrow({ where: { code } })).resultsVersion;

describe("a narrative that is taken down", () => {
  it("is nowhere from then on, in earlier versions neither, which say when that was", async () => {
    expect(await versionsWith(words)).toEqual([3, 5]);
    await take();
    expect(await version()).toBe(6);
    expect(await versionsWith(words)).toEqual([]);
    expect(await versionsWith("names a victim")).toEqual([]);
    for (const read of ["3", "6", null]) {
      const view = await countryProgress(code, "THA", "2015", "en", read);
      // 12 June where the region is.
      expect(view?.narratives[0]?.texts).toEqual([{ kind: "progress", text: null, takenDownOn: "2018-06-12" }]);
    }
    // Another text that was public there goes with it.
    expect(await versionsWith(other)).toEqual([]);
  });

  it("stays so when it is approved once more, while what is written instead is public", {
    tags: ["long"],
  }, async () => {
    await take();
    await approve();
    expect(await versionsWith(words)).toEqual([]);
    await write("A text that harms nobody.");
    const corrected = await approve();
    expect(await versionsWith("A text that harms nobody.")).toEqual([corrected]);
    await write(words);
    await approve();
    expect(await versionsWith(words)).toEqual([]);
  });

  it("is told to a reviewer once, however often it was taken down", async () => {
    await take();
    await write("A text that names another.");
    await approve();
    await take();
    const read = await reportForReview(as("secretariat"), asked(), { locale: "en", now });
    expect(read?.takenDown).toMatchObject([{ kind: "narrative", pillar: "P1", narrative: "progress" }]);
  });

  it("is public again once it is restored, but not in what was published meanwhile", { tags: ["long"] }, async () => {
    const id = await take();
    await approve();
    await restore(id);
    expect(await versionsWith(words)).toEqual([3, 5, 8]);
    expect(await version()).toBe(8);
  });

  it("stays as its unit wants it where that changed meanwhile", { tags: ["long"] }, async () => {
    const id = await take();
    await write("");
    await approve();
    await restore(id);
    expect(await versionsWith(words)).toEqual([3, 5]);
  });

  it("is offered as long as it is public, and listed for whoever may know why", async () => {
    const parts = () => publicParts(as("secretariat"), { plan: code, unit: "THA", period: "2015" }, "en");
    expect((await parts())?.parts).toMatchObject([part, { kind: "value", indicator: "G1.1-a" }]);
    const id = await take();
    expect((await parts())?.parts).toMatchObject([{ kind: "value" }]);
    const listed = await takeDownsOf(as("auditor"), code, "en");
    expect(listed).toMatchObject({ mayRestore: false });
    expect(listed?.takeDowns).toMatchObject([{ id, part, period: "2015", reason: "It names a victim.", version: 6 }]);
    expect(await takeDownsOf(reporting.actors.thailand, code, "en")).toBeNull();
    expect(await publicParts(as("auditor"), { plan: code, unit: "THA", period: "2015" }, "en")).toBeNull();
  });
});

describe("taking down", () => {
  it.each([
    ["the secretariat's alone", {}, "notAllowed"],
    ["given a reason", { reason: "" }, "reasonMissing"],
    ["of what is public", { part: { kind: "narrative", pillar: "P1", narrative: "lessons" } }, "notPublic"],
    ["of a period that there is", { period: "1999" }, "notFound"],
  ] as const)("is %s, and else changes nothing", async (what, more, refused) => {
    const actor = what === "the secretariat's alone" ? as("auditor") : as("secretariat");
    await expect(take(more, actor)).rejects.toThrow(refusal(refused));
    expect(await version()).toBe(5);
    expect(await database.prisma.takeDown.count({ where: { planId: plan.planId } })).toBe(0);
  });

  it("is done once by two who do it at once, and restored once", async () => {
    const both = await Promise.allSettled([take(), take()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("takenDownAlready") });
    const { id } = await database.prisma.takeDown.findFirstOrThrow({ where: { planId: plan.planId } });
    await expect(restore(id, as("auditor"))).rejects.toThrow(refusal("notAllowed"));
    const restored = await Promise.allSettled([restore(id), restore(id)]);
    expect(restored.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(restored.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("changedMeanwhile") });
    expect(await version()).toBe(7);
  });

  it("doesn't happen without its audit event", { tags: ["long"] }, async () => {
    await expect(take({}, as("secretariat", 0))).rejects.toThrow();
    expect(await versionsWith(words)).toEqual([3, 5]);
    const id = await take();
    await expect(restore(id, as("secretariat", 0))).rejects.toThrow();
    expect(await versionsWith(words)).toEqual([]);
    await restore(id);
    const events = await database.prisma.auditEvent.findMany({
      where: { stream: `takeDown:${id}` },
      orderBy: { sequence: "asc" },
    });
    expect(events).toMatchObject([
      { action: "takenDown", subject: `take-down THA 2015 P1 progress of ${code}` },
      { action: "restored", subject: `take-down ${id} of ${code}` },
    ]);
  });

  it("keeps its reason until the audit is told to erase it", { tags: ["long"] }, async () => {
    const id = await take();
    const event = { stream: `takeDown:${id}`, sequence: 1, reason: "The reason names her." };
    await eraseFromAudit(as("administrator"), event);
    expect((await takeDownsOf(as("auditor"), code, "en"))?.takeDowns).toMatchObject([{ id, reason: null }]);
    for (const change of [
      "UPDATE take_down SET reason = 'x', redacted_at = NULL",
      "UPDATE take_down SET from_version = 1",
      "DELETE FROM take_down",
    ])
      await expect(database.pool.query(`${change} WHERE id = ${id}`)).rejects.toThrow(/only ever added/);
    // What it was about stays taken down.
    expect(await versionsWith(words)).toEqual([]);
  });
});
