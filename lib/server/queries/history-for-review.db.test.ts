import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/values/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { historyForReview } from "./history-for-review";
import { valueHistory } from "./value-history";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const here = () => plan.address("THA", "2016");
const save = (indicator: string, number: string, expectedRevision: number, cell = "total") =>
  recordValue(
    plan.actors.thailand,
    here(),
    { indicator, cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );

describe("the history of a report's totals", () => {
  it("is what each indicator's own history says, for the secretariat alone", async () => {
    expect(await historyForReview(plan.actors.secretariat, here())).toEqual({});
    await save("G1.1-a", "44", 0);
    await save("G1.1-a", "45", 1);
    await save("G1.1-a", "", 2);
    await save("G1.1-a", "41", 0, "sex=female");
    const history = await historyForReview(plan.actors.secretariat, here());
    expect(Object.keys(history)).toEqual(["G1.1-a"]);
    expect(history["G1.1-a"]?.map(({ value }) => value)).toEqual([
      null,
      { kind: "number", number: "45" },
      { kind: "number", number: "44" },
    ]);
    const all = await valueHistory(plan.actors.secretariat, here(), "G1.1-a");
    const totals = all!.revisions.filter(({ cell }) => cell === "total").map(({ cell: _, ...revision }) => revision);
    expect(history["G1.1-a"]).toEqual(totals);
    const { thailand, cambodia, contributor, cso, administrator } = plan.actors;
    for (const actor of [thailand, cambodia, contributor, cso, administrator, null])
      expect(await historyForReview(actor, here())).toEqual({});
  });
});
