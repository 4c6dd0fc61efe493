import { describe, expect, it } from "vitest";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordNarrative } from "./record-narrative";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const write = (
  text: string,
  rowVersion = 0,
  { actor = on.plan.actors.thailand, pillar = "P1", period = "2016" } = {},
) =>
  recordNarrative(
    actor,
    on.plan.address("THA", period),
    { pillar, kind: "lessons", text, isPublic: false, rowVersion },
    now,
  );
const events = async () => (await auditOf(on.database.prisma, on.plan)).map(({ action }) => action);

describe("the report narrative", () => {
  it("is written, changed and emptied, and raises the report's version each time", async () => {
    expect(await write("First.")).toMatchObject({ rowVersion: 1 });
    expect(await write("Second.", 1)).toMatchObject({ rowVersion: 2 });
    expect(await write("", 2)).toMatchObject({ rowVersion: 3 });
    const report = await on.database.prisma.report.findFirstOrThrow({
      where: { planId: on.plan.planId },
      include: { narratives: true },
    });
    expect(report).toMatchObject({ rowVersion: 4, narratives: [{ text: "", rowVersion: 3, kind: "lessons" }] });
    expect(await events()).toEqual(["opened", ...Array(3).fill("narrativeRecorded")]);
  });

  it("isn't written twice when it is sent again", async () => {
    const first = await write("First.");
    expect(await write("First.")).toEqual(first);
    expect(await events()).toEqual(["opened", "narrativeRecorded"]);
  });

  it("comes back when somebody else changed it meanwhile", async () => {
    await write("First.");
    const present = { text: "First.", isPublic: false, rowVersion: 1, was: expect.any(String) };
    await expect(write("Mine.")).rejects.toThrow(refusal("changedMeanwhile", { present }));
    expect(await events()).toHaveLength(2);
  });

  it("takes one of two who write at once", async () => {
    const outcomes = await Promise.allSettled([write("One."), write("Two.")]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile", present: { rowVersion: 1 } } },
    ]);
  });

  it("is the focal point's, about a pillar, while the report can be changed", async () => {
    const { contributor, cambodia, secretariat } = on.plan.actors;
    await expect(write("No.", 0, { actor: contributor })).rejects.toThrow(refusal("notAllowed"));
    await expect(write("No.", 0, { actor: secretariat })).rejects.toThrow(refusal("notAllowed"));
    await expect(write("No.", 0, { actor: cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(write("No.", 0, { pillar: "G1" })).rejects.toThrow(refusal("notFound"));
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", state: "approved" });
    await expect(write("No.", 0, { period: "2015" })).rejects.toThrow(refusal("locked"));
    expect(await events()).toEqual([]);
  });
});
