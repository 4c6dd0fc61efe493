import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import { replyDueOn } from "@/lib/domain/commitments/reply-clocks";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { youngProblems } from "@/lib/schemas/commitments/young-words";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, holdStanding, mustBe, observationEvent } from "@/lib/server/commitments/hold-observation";
import { tellUnit } from "@/lib/server/commitments/tell";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { spokenOf } from "@/lib/server/commitments/validity/validity-rows";
import { dayInUnit } from "@/lib/server/db/day";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { siteSettings } from "@/lib/server/site/site-settings";
import { transaction } from "@/lib/server/transaction";
import { wordsOfRound } from "@/lib/server/youth/observed-decisions";

/**
 * Passes an observation on, as it was written: to its unit, whose time to reply begins, or to the platform alone where its
 * author chose that.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; `youngPersonInWords`, said of what young people decided
 */
export function passObservation(actor: Actor, seen: ObservationSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdStanding(tx, actor, seen);
    mustBe(held.party === "secretariat");
    // Also of what was submitted before its meeting became a forum, or while it did.
    const [named] = held.isOfYoung ? youngProblems(await wordsOfRound(tx, held)) : [];
    if (named) throw new Refusal("youngPersonInWords", { found: String(named.args?.found) });
    const { count } = await tx.addressedRound.updateMany({
      where: { textId: held.id, round: held.round, stage: { in: roundStagesBefore("pass") } },
      data: { stage: "passed", checkedAt: now, checkedById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const askedOn = dayInUnit(held.unit.code, now);
    const dueOn = replyDueOn(askedOn, await siteSettings(tx));
    const isAsked = held.visibility !== "platform";
    if (isAsked)
      await tx.unitResponse.create({
        data: {
          textId: held.id,
          round: held.round,
          unitId: held.unit.id,
          askedOn: new Date(askedOn),
          dueOn: new Date(dueOn),
        },
      });
    // Whoever it is passed on to hears now of all that was written.
    await changeText(tx, held, { unheardChanges: 0 });
    // Its value can have become public while it waited here, when nobody was asked of what wasn't passed on.
    const { planId, id: textId } = held;
    for (const { version } of await spokenOf(tx, { planId, textId }))
      await enqueue(tx, askIfValidJob, { planId, version });
    if (isAsked) await tellUnit(tx, { ...held, number: held.number! }, now);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationPassed",
      after: { round: held.round, dueOn: isAsked ? dueOn : null },
    });
  });
}
