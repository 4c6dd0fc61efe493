import "server-only";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import { askAgain } from "@/lib/server/commands/assignments/ask-again";
import { assignIndicators } from "@/lib/server/commands/assignments/assign-indicators";
import { copyAssignments } from "@/lib/server/commands/assignments/copy-assignments";
import { handBack } from "@/lib/server/commands/assignments/hand-back";
import { takeOver } from "@/lib/server/commands/assignments/take-over";
import { withdrawHandBack } from "@/lib/server/commands/assignments/withdraw-hand-back";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** Who enters what of a draft, and that they are done with it. */
export function assignments(world: World): Step[] {
  const draft = () => world.plan.address("THA", "2015");
  const handedBack = () => handBack(world.plan.actors.contributor, draft(), words("handback"), now);
  return [
    [
      "assignments/assign-indicators",
      () => {
        const assigned = new Set([tickOf("G1.1-a", world.plan.actors.contributor.id)]);
        const asked = { by: "persons" as const, seen: new Set<string>(), assigned };
        return assignIndicators(world.plan.actors.thailand, draft(), asked, now);
      },
    ],
    [
      "assignments/copy-assignments",
      () => copyAssignments(world.plan.actors.thailand, world.plan.address("THA", "2016"), now),
    ],
    ["assignments/hand-back", handedBack],
    ["assignments/withdraw-hand-back", () => withdrawHandBack(world.plan.actors.contributor, draft(), now)],
    [
      "assignments/ask-again",
      async () => {
        await handedBack();
        const { id } = await world.database.prisma.handBack.findFirstOrThrow({
          where: { planId: world.plan.planId, takenBackAt: null },
        });
        await askAgain(world.plan.actors.thailand, draft(), { handBack: id, reason: words("again") }, now);
      },
    ],
    [
      "assignments/take-over",
      () => {
        const { thailand, contributor } = world.plan.actors;
        const taken = { indicator: "G2.1-a", assigned: `${contributor.id}` };
        return takeOver(thailand, world.plan.address("THA", "2016"), taken, now);
      },
    ],
  ];
}
