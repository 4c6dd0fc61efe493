import { describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { reportingTests } from "@/test/factories/reporting-plan";
import { valueHistory } from "./value-history";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const save = (number: string, expectedRevision: number, cell = "total") =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
const history = (actor = on.plan.actors.thailand, indicator = "G1.1-a") => valueHistory(actor, here(), indicator);

describe("the history of an indicator's values", () => {
  it("has every value of every cell, the latest first, and whoever entered it", async () => {
    expect(await history()).toEqual({ count: 0, revisions: [] });
    await save("54", 0);
    await save("20", 0, "sex=female");
    await save("", 1);
    await save("55", 0);
    expect(await history()).toMatchObject({
      count: 4,
      revisions: [
        { cell: "total", revision: 3, value: { number: "55" }, by: "Officer thailand", file: null },
        { cell: "total", revision: 2, value: null },
        { cell: "sex=female", revision: 1, value: { number: "20" } },
        { cell: "total", revision: 1, value: { number: "54" } },
      ],
    });
    expect(await history(on.plan.actors.secretariat)).toEqual(await history());
    expect(await history(on.plan.actors.thailand, "G1.2-b")).toEqual({ count: 0, revisions: [] });
  });

  it("says how much it leaves out of a very long one", { tags: ["long"] }, async () => {
    for (let revision = 0; revision < 201; revision++) await save(`${revision + 1}`, revision);
    const view = await history();
    expect(view).toMatchObject({ count: 201, revisions: { length: 200 } });
    expect(view!.revisions.at(-1)).toMatchObject({ revision: 2 });
  });

  it("isn't there for whoever doesn't see the indicator", async () => {
    await save("54", 0);
    for (const actor of [on.plan.actors.cambodia, on.plan.actors.contributor, on.plan.actors.cso])
      expect(await history(actor)).toBeNull();
    expect(await history(on.plan.actors.thailand, "G9-z")).toBeNull();
    expect(await history(on.plan.actors.thailand, "G1.1-a\0")).toBeNull();
  });
});
