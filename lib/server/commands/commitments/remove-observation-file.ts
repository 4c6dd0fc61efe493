import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeText, observationEvent } from "@/lib/server/commitments/hold-observation";
import { holdSources } from "@/lib/server/commitments/sources/hold-sources";
import { dropStoredFiles } from "@/lib/server/files/stored-files";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a file away from the sources of an observation, before it is submitted or after it was sent back.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function removeObservationFile(actor: Actor, seen: ObservationSeen, file: number): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdSources(tx, actor, seen);
    const count = await dropStoredFiles(tx, { id: file, addressed: { textId: held.id } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await changeText(tx, held);
    await writeAudit(tx, {
      ...observationEvent(held),
      actorId: actor.id,
      action: "observationFileRemoved",
      before: { file },
    });
  });
}
