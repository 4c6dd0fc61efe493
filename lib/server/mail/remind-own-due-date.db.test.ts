import { expect, it } from "vitest";
import { moveUnitDueDate } from "@/lib/server/commands/periods/move-unit-due-date";
import { reportingTests } from "@/test/factories/reporting-plan";
import { remindByClock } from "./remind-by-clock";

const on = reportingTests();

it("counts days from a unit's own due date where it has one", async () => {
  const dueOfAll = new Date("2017-03-31T04:00:00Z");
  const form = {
    plan: on.plan.code,
    period: "2016",
    unit: "THA",
    seen: "",
    unitDueOn: "2017-05-31",
    reason: "Made up.",
  };
  await moveUnitDueDate(on.plan.actors.secretariat, form, dueOfAll);
  const remindedOn = async (now: Date) => {
    await remindByClock(now);
    const args = { path: ["plan"], equals: on.plan.code };
    const notices = await on.database.prisma.mailNotice.findMany({ where: { kind: "dueToday", args } });
    return [...new Set(notices.map(({ args }) => (args as { unit: string }).unit))].sort();
  };
  expect(await remindedOn(dueOfAll)).not.toContain("THA");
  expect(await remindedOn(dueOfAll)).toContain("KHM");
  expect(await remindedOn(new Date("2017-05-31T04:00:00Z"))).toContain("THA");
});
