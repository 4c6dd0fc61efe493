import "server-only";
import { isNearlyDue } from "@/lib/domain/commitments/reply-clocks";
import { db } from "@/lib/server/db/client";
import { dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { remindUnit } from "./tell";

/** Further than any unit is reminded before: which of these are near, each unit's own day decides. */
const A_FORTNIGHT = 14 * 86_400_000;

/** Reminds of every reply that is due soon, once of each due date, in the mail of the next morning. */
export async function remindOfReplies(now: Date): Promise<void> {
  const awaited = await (await db()).unitResponse.findMany({
    where: {
      state: "awaited",
      addressed: { text: { end: null, kind: "observation" } },
      dueOn: { gte: new Date(now.getTime() - A_FORTNIGHT), lt: new Date(now.getTime() + A_FORTNIGHT) },
    },
    orderBy: [{ textId: "asc" }, { round: "asc" }],
    select: {
      dueOn: true,
      asked: { select: { unit: { select: { id: true, code: true, level: true } } } },
      addressed: {
        select: {
          text: {
            select: {
              id: true,
              number: true,
              planId: true,
              organisationId: true,
              rowVersion: true,
              plan: { select: { code: true } },
            },
          },
        },
      },
    },
  });
  for (const { dueOn, asked, addressed } of awaited) {
    const { text } = addressed;
    const { unit } = asked;
    const due = dayOf(dueOn!);
    if (!isNearlyDue(due, dayInUnit(unit.code, now))) continue;
    const told = { ...text, number: text.number!, planCode: text.plan.code, unit };
    await transaction((tx) => remindUnit(tx, told, due, now));
  }
}
