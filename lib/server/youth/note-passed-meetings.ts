import "server-only";
import { answersDueOn, nearnessOf } from "@/lib/domain/commitments/recommendation";
import { daysAfter } from "@/lib/domain/framework/reporting-period";
import { raiseYouthForum } from "@/lib/server/commitments/hold-recommendation";
import { db } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { toldAfter } from "./remind-of-recommendations";

/**
 * Makes the public pages anew that say by when governments had to answer young people, once the last day of such a meeting has
 * passed: they are kept as they were made until something changes, and a day that passes changes no row. A meeting that is put
 * off passes once more. The row notes alone for which day that was done, and the audit has nothing to say of it.
 */
export async function notePassedMeetings(now: Date): Promise<void> {
  const today = dayInRegion(now);
  const meetings = await (await db()).meeting.findMany({
    where: { kind: { in: ["som", "somImm"] }, year: { gte: now.getUTCFullYear() - 1 } },
    orderBy: { id: "asc" },
    select: { id: true, planId: true, year: true, startsOn: true, endsOn: true, passedOn: true },
  });
  for (const { planId, passedOn, ...row } of meetings) {
    const time = {
      year: row.year,
      startsOn: row.startsOn && dayOf(row.startsOn),
      endsOn: row.endsOn && dayOf(row.endsOn),
    };
    const dueOn = answersDueOn(time);
    const isOver = nearnessOf(time, today) === "past" && today <= daysAfter(dueOn, toldAfter);
    if (!isOver || (passedOn !== null && dayOf(passedOn) === dueOn)) continue;
    await transaction(async (tx) => {
      const { count } = await tx.meeting.updateMany({
        where: { id: row.id, year: row.year, endsOn: row.endsOn, passedOn },
        data: { passedOn: new Date(dueOn) },
      });
      if (count > 0) await raiseYouthForum(tx, planId);
    });
  }
}
