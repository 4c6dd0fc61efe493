import { describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { auditWhere } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { setPeriodState } from "./set-period-state";

const on = reportingTests();

const refusal = (code: string) => expect.objectContaining({ code });
type State = "open" | "closed" | "locked";
const set = (from: State, to: State, { actor = on.plan.actors.secretariat, period = "2016" } = {}) =>
  setPeriodState(actor, { plan: on.plan.code, period, from, to });
const state = async () =>
  (await on.database.prisma.reportingPeriod.findUniqueOrThrow({ where: { id: on.plan.periodIds["2016"]! } })).state;
const events = () => auditWhere(on.database.prisma, { stream: `period:${on.plan.periodIds["2016"]}` });

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
    for (const actor of [on.plan.actors.thailand, on.plan.actors.administrator, on.plan.actors.cso])
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

  it("takes no value any more once it is locked, whoever was faster", async () => {
    const saves = Array.from({ length: 6 }, (_, n) =>
      recordValue(
        on.plan.actors.thailand,
        on.plan.address("THA", "2016"),
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
    const stored = await on.database.prisma.valueRevision.findMany({ where: { periodId: on.plan.periodIds["2016"]! } });
    expect(stored.length).toBe(outcomes.filter(({ status }) => status === "fulfilled").length);
    for (const { createdAt } of stored) expect(createdAt.getTime()).toBeLessThanOrEqual(event!.at.getTime());
  });
});
