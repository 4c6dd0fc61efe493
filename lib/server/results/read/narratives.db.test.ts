import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordNarrative } from "@/lib/server/commands/record-narrative";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { submitReport } from "@/lib/server/commands/submit-report";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { countryProgress } from "@/lib/server/queries/results/public-progress";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport, reportAsSeen } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
let reportId: number;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plan = await makeReporting(database.prisma, `narratives${++plans}`);
  const values = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
  ({ id: reportId } = await makeReport(database.prisma, plan, {
    unit: "THA",
    period: "2016",
    values,
    others: "missing",
  }));
});

const here = () => plan.address("THA", "2016");
const asItStands = () => database.prisma.report.findUniqueOrThrow({ where: { id: reportId } });
async function write(kind: "progress" | "lessons", text: string, isPublic: boolean) {
  const row = await database.prisma.reportNarrative.findFirst({ where: { reportId, kind } });
  const rowVersion = row?.rowVersion ?? 0;
  await recordNarrative(plan.actors.thailand, here(), { pillar: "P1", kind, text, isPublic, rowVersion }, now);
}
async function submit() {
  await submitReport(plan.actors.thailand, here(), await reportAsSeen(database.prisma, plan), now);
}
async function decide() {
  const { rowVersion } = await asItStands();
  return (await approveAsShown(plan.actors.secretariat, here(), { rowVersion }, now)).resultsVersion;
}
async function approve() {
  await submit();
  return decide();
}
async function reopen() {
  const { rowVersion } = await asItStands();
  await reopenReport(
    plan.actors.secretariat,
    here(),
    { rowVersion, reason: "A province sent corrections.", readersReason: "Corrected." },
    now,
  );
}
/** What a visitor reads on the country's page. */
async function shown(unit = "THA") {
  const view = await countryProgress(plan.code, unit, "2016", "en");
  return view!.narratives.flatMap(({ pillar, texts }) => texts.map(({ kind, text }) => [pillar.code, kind, text]));
}
const versions = async () => {
  const rows = await database.prisma.publishedNarrative.findMany({
    where: { unitId: plan.unitIds.THA!, untilVersion: null },
  });
  return Object.fromEntries(rows.map(({ kind, fromVersion }) => [kind, fromVersion]));
};

describe("what a unit tells everybody", () => {
  it("is what was marked public, once it is approved", async () => {
    await write("progress", "Shelters opened.", true);
    await write("lessons", "For us alone.", false);
    await submit();
    expect(await database.prisma.publishedNarrative.count({ where: { unitId: plan.unitIds.THA! } })).toBe(0);
    await decide();
    expect(await shown()).toEqual([["P1", "progress", "Shelters opened."]]);
    expect(await shown("KHM")).toEqual([]);
  });

  it("stands as it was approved while the report is open and written anew", async () => {
    await write("progress", "Shelters opened.", true);
    await approve();
    await reopen();
    expect(await shown()).toEqual([["P1", "progress", "Shelters opened."]]);
    await write("progress", "A draft.", true);
    await write("lessons", "Another draft.", true);
    expect(await shown()).toEqual([["P1", "progress", "Shelters opened."]]);
    await write("progress", "A draft.", false);
    await write("progress", "", false);
    expect(await shown()).toEqual([["P1", "progress", "Shelters opened."]]);
  });

  it("is what the next approval says, and a text that stays keeps its version", async () => {
    await write("progress", "Shelters opened.", true);
    await write("lessons", "Ask early.", true);
    const first = await approve();
    await reopen();
    await write("progress", "Two shelters opened.", true);
    const second = await approve();
    expect(await shown()).toEqual([
      ["P1", "progress", "Two shelters opened."],
      ["P1", "lessons", "Ask early."],
    ]);
    expect(await versions()).toEqual({ progress: second, lessons: first });
  });

  it("goes with the approval of a report where it is no longer public, or no longer there", async () => {
    await write("progress", "Shelters opened.", true);
    await write("lessons", "Ask early.", true);
    await approve();
    await reopen();
    await write("progress", "Shelters opened.", false);
    await write("lessons", "", true);
    expect(await shown()).toHaveLength(2);
    await approve();
    expect(await shown()).toEqual([]);
  });
});
