import "server-only";
import { periodsUntil } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { appendPeriod, periodsOf } from "@/lib/server/framework/append-period";
import { raiseVersion } from "@/lib/server/results/publish";
import type { HeldMeeting } from "./hold-meeting";

/**
 * Carries out what a meeting is about to agree: an extended plan gets the reporting periods that it lacks, closed; goals show
 * regional priorities, in what is public from the next results version on. Releases that there are stay without them.
 * @returns the codes of the periods that were added
 * @throws Refusal `notAllowed`, `meetingPeriodRefused` for one that can't be added
 */
export async function carryOutDecisions(tx: Transaction, actor: Actor, meeting: HeldMeeting): Promise<string[]> {
  const { id: meetingId, planId, planCode, code } = meeting;
  const acting = { meetingId, OR: [{ priorityYear: { not: null } }, { extendedTo: { not: null } }] };
  const decisions = await tx.meetingDecision.findMany({
    where: acting,
    orderBy: { extendedTo: { sort: "desc", nulls: "last" } },
    select: { extendedTo: true },
  });
  if (decisions.length === 0) return [];
  mustBeAble(actor, "keepPeriods", { planId });
  // Pages keep periods and priorities under this version; whoever adds a period at the same time waits here.
  const version = await raiseVersion(tx, { planId, cause: "framework", subject: `decisions ${code}` });
  await tx.meetingDecision.updateMany({ where: acting, data: { fromVersion: version } });
  const until = decisions[0]?.extendedTo;
  if (!until) return [];
  const periods = await periodsOf(tx, planId);
  const added = periodsUntil(periods.at(-1) ?? null, dayOf(until));
  for (const [index, period] of added.entries())
    try {
      await appendPeriod(tx, actor.id, { id: planId, code: planCode }, [...periods, ...added.slice(0, index)], period);
    } catch (error) {
      // Whoever agrees an outcome isn't on the page where a period gets another code.
      throw error instanceof Refusal ? new Refusal("meetingPeriodRefused", { period: period.code }) : error;
    }
  return added.map((period) => period.code);
}
