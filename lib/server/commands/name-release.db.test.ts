import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";
import { releasesOfPlan } from "@/lib/server/queries/results/releases-of-plan";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { nameRelease } from "./name-release";

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

/** Two approvals: results versions 2 and 3. */
beforeEach(async () => {
  code = `released${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { countsPersons: false } });
  await plan.approve("THA", "2015", { "G1.1-a": count(40) });
  await plan.approve("THA", "2015", { "G1.1-a": count(41) });
});

const secretariat = (): Actor => ({
  ...reporting.actors.secretariat,
  roles: [{ role: "secretariat", plan: { id: plan.planId, code }, unit: null }],
});
const june = { code: "june-2018", version: 2, title: "Results, June 2018", notes: "", titleTh: "", notesTh: "" };
const name = (more: Partial<typeof june> = {}, actor = secretariat()) =>
  nameRelease(actor, { plan: code, ...june, ...more }, now);
const valueAt = async (version: string) => {
  const view = await regionalProgress(code, "2015", "en", version);
  return view?.rows[0]?.countries[4]?.value;
};
const shown = (number: string) => ({ state: "shown", value: { kind: "number", number } });

describe("a release", () => {
  it("is read as its results stood, and says whether a newer one exists", async () => {
    await name();
    expect(await valueAt("4~june-2018")).toEqual(shown("40"));
    expect(await valueAt("4")).toEqual(shown("41"));
    await name({ code: "july", version: 3, title: "July", titleTh: "กรกฎาคม" });
    const { plan: head } = (await regionalProgress(code, "2015", "en", "5~june-2018"))!;
    // 12 June where the region is.
    const release = { code: "june-2018", title: "Results, June 2018", notes: "", version: 2 };
    expect(head).toMatchObject({
      version: 2,
      release: { ...release, releasedOn: "2018-06-12", newer: { code: "july", title: "July" } },
    });
    expect((await regionalProgress(code, "2015", "th", "5~july"))?.plan.release).toMatchObject({
      title: "กรกฎาคม",
      newer: null,
    });
    const listed = await releasesOfPlan(code, "en", "5");
    expect(listed?.releases.map((each) => each.code)).toEqual(["july", "june-2018"]);
    for (const version of ["5~nothing", "5~", "6~july "]) expect(await valueAt(version)).toBeUndefined();
  });

  it("makes every public page anew, and is written down", async () => {
    await name();
    const { resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { code } });
    expect(resultsVersion).toBe(4);
    const event = await database.prisma.auditEvent.findFirstOrThrow({ where: { planId: plan.planId } });
    expect(event).toMatchObject({ action: "releaseNamed", subject: `release ${code} june-2018` });
  });

  it.each([
    ["the secretariat's alone", {}, "notAllowed"],
    ["of a version that there is", { version: 9 }, "notFound"],
    ["not of the version that it makes itself", { version: 4 }, "notFound"],
  ] as const)("is %s", async (what, more, refused) => {
    const actor = what === "the secretariat's alone" ? reporting.actors.thailand : secretariat();
    await expect(name(more, actor)).rejects.toThrow(refusal(refused));
    expect(await database.prisma.release.count({ where: { planId: plan.planId } })).toBe(0);
    expect(await database.prisma.plan.findUniqueOrThrow({ where: { code } })).toMatchObject({ resultsVersion: 3 });
  });

  it("has an address and a version of its own, also of two that are named at once", async () => {
    const both = await Promise.allSettled([name(), name({ version: 3 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("releaseCodeTaken") });
    const { version } = await database.prisma.release.findFirstOrThrow({ where: { planId: plan.planId } });
    await expect(name({ code: "other", version })).rejects.toThrow(
      refusal("versionNamed", { args: { code: "june-2018" } }),
    );
  });

  it("is never changed", async () => {
    await name();
    for (const change of [
      "UPDATE release SET version = 3",
      "UPDATE release_text SET title = 'x'",
      "DELETE FROM release",
    ])
      await expect(database.pool.query(change)).rejects.toThrow(/only ever added/);
  });
});
