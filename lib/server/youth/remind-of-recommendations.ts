import "server-only";
import { answersDueOn, nearnessOf } from "@/lib/domain/commitments/recommendation";
import { daysAfter } from "@/lib/domain/framework/reporting-period";
import { dayInRegion } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { askedAnswers } from "./asked-answers";
import { tellFacilitators, tellUnits } from "./tell";

/** So many days after a meeting a server that slept over it still tells of it: less than a mail is kept, which says what was told. */
export const toldAfter = 28;

/**
 * Reminds of answers to young people's recommendations from a week before the meeting at which they are due, and tells the unit,
 * and who speaks for the young people, where its last day has passed without one. Each is told once of each such day, which
 * moves with the meeting.
 */
export async function remindOfRecommendations(now: Date): Promise<void> {
  const today = dayInRegion(now);
  const open = await askedAnswers({ state: { not: "given" }, addressed: { text: { end: null } } });
  for (const { unit, due, ...recommendation } of open) {
    if (due === null) continue;
    const dueOn = answersDueOn(due);
    const nearness = nearnessOf(due, today);
    if (nearness === null || today > daysAfter(dueOn, toldAfter)) continue;
    const occasion = `${nearness === "near" ? "due" : "missed"} ${dueOn}`;
    await transaction((tx) => tellUnits(tx, recommendation, [unit], occasion, now));
    if (nearness === "past") await transaction((tx) => tellFacilitators(tx, recommendation, unit, occasion, now));
  }
}
