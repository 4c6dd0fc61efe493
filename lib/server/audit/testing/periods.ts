import "server-only";
import { addPeriod } from "@/lib/server/commands/periods/add-period";
import { moveDueDate } from "@/lib/server/commands/periods/move-due-date";
import { moveUnitDueDate } from "@/lib/server/commands/periods/move-unit-due-date";
import { remind } from "@/lib/server/commands/periods/remind";
import { setPeriodState } from "@/lib/server/commands/periods/set-period-state";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** What the secretariat does with reporting periods. */
export function periods(world: World): Step[] {
  const secretariat = () => world.plan.actors.secretariat;
  const plan = () => world.plan.code;
  return [
    [
      "periods/set-period-state",
      () => setPeriodState(secretariat(), { plan: plan(), period: "2017", from: "open", to: "closed" }),
    ],
    [
      "periods/add-period",
      async () => {
        const { code } = await world.database.prisma.reportingPeriod.findFirstOrThrow({
          where: { planId: world.plan.planId },
          orderBy: { endsOn: "desc" },
        });
        const added = { after: code, code: "next", frequency: "annual" as const, dueOn: "2029-12-31" };
        await addPeriod(secretariat(), { plan: plan(), ...added });
      },
    ],
    [
      "periods/move-unit-due-date",
      async () => {
        const place = { plan: plan(), period: "2017", unit: "THA" };
        const moved = { unitDueOn: "2018-05-31", reason: words("due") };
        await moveUnitDueDate(secretariat(), { ...place, ...moved, seen: "" }, now);
      },
    ],
    [
      "periods/move-due-date",
      () => moveDueDate(secretariat(), { plan: plan(), period: "2017", from: "2018-03-31", dueOn: "2018-06-30" }),
    ],
    ["periods/remind", async () => void (await remind(secretariat(), world.plan.address("THA", "2016"), now))],
  ];
}
