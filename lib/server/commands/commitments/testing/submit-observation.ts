import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { submitRound } from "@/lib/server/commitments/submit-round";
import { transaction } from "@/lib/server/transaction";

/**
 * Sends an observation, or its second round, to the safety check, as it stands: forms send what was typed with it.
 * @throws as `submitRound`
 */
export const submitObservation = (actor: Actor, seen: ObservationSeen, now: Date): Promise<void> =>
  transaction((tx) => submitRound(tx, actor, seen, now));
