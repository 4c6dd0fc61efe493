import { describe, expect, it } from "vitest";
import type { MissingReason } from "@/lib/domain/values/value";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReasons } from "./record-reasons";
import { recordValue } from "./record-value";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const give = (reason: MissingReason, indicators: string[], as = on.plan.actors.thailand) =>
  recordReasons(as, here(), { given: indicators.map((indicator) => ({ indicator, reason })) }, now);
const enter = (number: string, expectedRevision: number) =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell: "total", expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
const values = () => on.database.prisma.value.findMany({ where: { report: { planId: on.plan.planId } } });
const actions = async () => (await auditOf(on.database.prisma, on.plan)).map(({ action }) => action);

describe("reasons for blank indicators", () => {
  it("are stored for several at once, with one event, and open the report where nobody did", async () => {
    expect(await give("notCollected", ["G1.1-a", "G1.2-b"])).toEqual({ recorded: ["G1.1-a", "G1.2-b"], answered: [] });
    expect(await values()).toMatchObject(
      [1, 2].map(() => ({ kind: "missing", missingReason: "notCollected", revision: 1 })),
    );
    expect(await actions()).toEqual(["opened", "reasonsRecorded"]);
  });

  it("leave alone what somebody answered, and go on from what was cleared", async () => {
    await enter("10", 0);
    expect(await give("confidential", ["G1.1-a"])).toEqual({ recorded: [], answered: ["G1.1-a"] });
    expect(await values()).toMatchObject([{ number: expect.anything(), kind: "number" }]);
    await enter("", 1);
    expect(await give("confidential", ["G1.1-a"])).toEqual({ recorded: ["G1.1-a"], answered: [] });
    expect(await values()).toMatchObject([{ kind: "missing", revision: 3 }]);
  });

  it("are for whoever enters the indicator: all of them, or none is stored", async () => {
    const { contributor, secretariat, cambodia } = on.plan.actors;
    expect(await give("notCollected", ["G2.1-a"], contributor)).toMatchObject({ recorded: ["G2.1-a"] });
    await expect(give("notCollected", ["G2.1-a", "G1.1-a"], contributor)).rejects.toThrow(refusal("notAssigned"));
    await expect(give("notCollected", ["G1.1-a"], secretariat)).rejects.toThrow(refusal("notAllowed"));
    await expect(give("notCollected", ["G1.1-a"], cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(give("notCollected", ["G1.1-a", "G9.9-z"])).rejects.toThrow(refusal("notFound"));
    expect(await values()).toHaveLength(1);
  });

  it("are refused while the report is under review", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    await expect(give("notCollected", ["G1.1-a"])).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    expect(await actions()).toEqual([]);
  });

  it("never replace a value that is saved at the same moment", async () => {
    for (let round = 0; round < 4; round++) {
      await on.anew();
      await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016" });
      const [, entered] = await Promise.allSettled([give("notReported", ["G1.1-a"]), enter("10", 0)]);
      const stored = await values();
      expect(stored).toHaveLength(1);
      if (entered?.status === "fulfilled") expect(stored).toMatchObject([{ kind: "number" }]);
      else expect([entered, stored]).toMatchObject([{ reason: { code: "changedMeanwhile" } }, [{ kind: "missing" }]]);
    }
  });
});
