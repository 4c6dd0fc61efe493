import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import { safetyCheckDueOn } from "@/lib/domain/commitments/reply-clocks";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { siteSettings } from "@/lib/server/site/site-settings";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";
import { wordsOfRound } from "@/lib/server/youth/observed-decisions";
import { changeUnheard, holdStanding, mustBe, observationEvent } from "./hold-observation";
import { nextNumber } from "./next-number";
import { mustStillStandApart } from "./shadow/own-values";
import { tellSecretariat } from "./tell";

/**
 * Sends an observation, or its second round, to the safety check. It gets its number with the first time. Where it is written
 * in the same transaction, that is audited before: whoever else writes of this text waits for its row already.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields of a value of its own, as `mustStillStandApart`,
 * and for words that name a young person: of a draft whose meeting became a forum of theirs since
 */
export async function submitRound(tx: Transaction, actor: Actor, seen: ObservationSeen, now: Date): Promise<void> {
  const held = await holdStanding(tx, actor, seen);
  mustBe(held.party === "author");
  if (held.isOfYoung) refuseNames(await wordsOfRound(tx, held));
  const checkDueOn = new Date(safetyCheckDueOn(dayInRegion(now), await siteSettings(tx)));
  const { count } = await tx.addressedRound.updateMany({
    where: { textId: held.id, round: held.round, stage: { in: roundStagesBefore("submit") } },
    data: {
      stage: "inSafetyCheck",
      submittedAt: now,
      submittedById: actor.id,
      checkDueOn,
      checkedAt: null,
      checkedById: null,
      rule: null,
      note: "",
    },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
  const number = held.number ?? (await nextNumber(tx, held.planId, "observation"));
  if (held.round === 1) await mustStillStandApart(tx, held.id);
  await changeUnheard(tx, held, { number });
  await tellSecretariat(tx, { ...held, number }, now);
  await writeAudit(tx, {
    ...observationEvent({ ...held, number }),
    actorId: actor.id,
    action: "observationSubmitted",
    after: { round: held.round, observation: held.id },
  });
}
