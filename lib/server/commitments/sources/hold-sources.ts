import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { type HeldObservation, holdStanding, mustBe } from "@/lib/server/commitments/hold-observation";
import type { Transaction } from "@/lib/server/db/client";
import { dropStoredFiles } from "@/lib/server/files/stored-files";

/**
 * Holds an observation whose sources its author's organisation changes: while it is written for the first time.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function holdSources(tx: Transaction, actor: Actor, seen: ObservationSeen): Promise<HeldObservation> {
  const held = await holdStanding(tx, actor, seen);
  mustBe(held.party === "author");
  if (held.round > 1 || !roundStagesBefore("write").includes(held.stage)) throw new Refusal("changedMeanwhile");
  return held;
}

/** Takes all files of a text away. Their bytes go once no other row names them. */
export async function dropFiles(tx: Pick<Transaction, "storedFile">, textId: number): Promise<void> {
  await dropStoredFiles(tx, { addressed: { textId } });
}
