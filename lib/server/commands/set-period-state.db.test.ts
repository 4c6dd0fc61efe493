import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { recordValue } from "./record-value";
import { setPeriodState } from "./set-period-state";

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

const refusal = (code: string) => expect.objectContaining({ code });
type State = "open" | "closed" | "locked";
const set = (from: State, to: State, { actor = plan.actors.secretariat, period = "2016" } = {}) =>
  setPeriodState(actor, { plan: plan.code, period, from, to });
const state = async () =>
  (await database.prisma.reportingPeriod.findUniqueOrThrow({ where: { id: plan.periodIds["2016"]! } })).state;
const events = () =>
  database.prisma.auditEvent.findMany({
    where: { stream: `period:${plan.periodIds["2016"]}` },
    orderBy: { sequence: "asc" },
  });

describe("a reporting period", () => {
  it("is closed, locked and opened again, each time with its event", async () => {
    await set("open", "closed");
    await set("closed", "locked");
    await set("locked", "locked");
    await set("locked", "open");
    expect(await state()).toBe("open");
    expect((await events()).map(({ before, after }) => [before, after])).toEqual([
      [{ state: "open" }, { state: "closed" }],
      [{ state: "closed" }, { state: "locked" }],
      [{ state: "locked" }, { state: "open" }],
    ]);
  });

  it("is the secretariat's", async () => {
    for (const actor of [plan.actors.thailand, plan.actors.administrator, plan.actors.cso])
      await expect(set("open", "locked", { actor })).rejects.toThrow(refusal("notAllowed"));
    await expect(set("open", "locked", { period: "2099" })).rejects.toThrow(refusal("notFound"));
    expect([await state(), await events()]).toEqual(["open", []]);
  });

  it("goes where the first of two at once sends it", async () => {
    const outcomes = await Promise.allSettled([set("open", "locked"), set("open", "closed")]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await events()).toHaveLength(1);
  });

  it("takes no figure any more once it is locked, whoever was faster", async () => {
    const saves = Array.from({ length: 6 }, (_, n) =>
      recordValue(
        plan.actors.thailand,
        plan.address("THA", "2016"),
        {
          indicator: "G1.1-a",
          cell: ["total", "sex=male", "sex=female", "age=18+", "age=0-17", "citizenship=tha"][n]!,
          expectedRevision: 0,
          entered: { kind: "number", number: `${n}`, missingReason: "" },
        },
        new Date("2017-02-01T04:00:00Z"),
      ),
    );
    const [locked, ...outcomes] = await Promise.allSettled([set("open", "locked"), ...saves]);
    expect(locked?.status).toBe("fulfilled");
    const [event] = await events();
    const stored = await database.prisma.valueRevision.findMany({ where: { periodId: plan.periodIds["2016"]! } });
    expect(stored.length).toBe(outcomes.filter(({ status }) => status === "fulfilled").length);
    for (const { createdAt } of stored) expect(createdAt.getTime()).toBeLessThanOrEqual(event!.at.getTime());
  });
});
