import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { valueHistory } from "./value-history";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
});

const here = () => plan.address("THA", "2016");
const save = (number: string, expectedRevision: number, cell = "total") =>
  recordValue(
    plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
const history = (actor = plan.actors.thailand, indicator = "G1.1-a") => valueHistory(actor, here(), indicator);

describe("the history of an indicator's figures", () => {
  it("has every figure of every cell, the latest first, and whoever entered it", async () => {
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
    expect(await history(plan.actors.secretariat)).toEqual(await history());
    expect(await history(plan.actors.thailand, "G1.2-b")).toEqual({ count: 0, revisions: [] });
  });

  it("says how much it leaves out of a very long one", async () => {
    for (let revision = 0; revision < 201; revision++) await save(`${revision + 1}`, revision);
    const view = await history();
    expect(view).toMatchObject({ count: 201, revisions: { length: 200 } });
    expect(view!.revisions.at(-1)).toMatchObject({ revision: 2 });
  });

  it("isn't there for whoever doesn't see the indicator", async () => {
    await save("54", 0);
    for (const actor of [plan.actors.cambodia, plan.actors.contributor, plan.actors.cso])
      expect(await history(actor)).toBeNull();
    expect(await history(plan.actors.thailand, "G9-z")).toBeNull();
    expect(await history(plan.actors.thailand, "G1.1-a\0")).toBeNull();
  });
});
