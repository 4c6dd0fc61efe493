import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { Transaction } from "@/lib/server/db/client";
import { type HeldObservation, holdObservation } from "./hold-observation";

/**
 * Holds the response whose key actions somebody changes: as long as it is written, whoever drafts it; once it is given, who
 * sends it. What was closed by its author is still acted on; what was withdrawn or taken down isn't told of any more.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function holdKeyActions(tx: Transaction, actor: Actor, seen: ObservationSeen) {
  const held = await holdObservation(tx, actor, seen);
  mustBeAble(actor, held.response === "given" ? "sendReply" : "draftReply", held);
  if (held.response === null || held.end === "withdrawn" || held.end === "takenDown")
    throw new Refusal("changedMeanwhile");
  return { held, isGiven: held.response === "given" };
}

/** The response that they stand with. */
export const responseOf = ({ id, round, unit }: Pick<HeldObservation, "id" | "round" | "unit">) => ({
  ...{ textId: id, round, unitId: unit.id },
});
