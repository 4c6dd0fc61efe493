import { type Actor, can, type UnitRef } from "../permissions";
import { type ResponseState, responseStatesBefore, type TextEnd } from "./addressed-life";

/** What somebody may do about a unit's response to what was said to it, and about what the unit does about it. */
export interface ResponseMay {
  draft: boolean;
  send: boolean;
  /** Write key actions into a response that isn't given, or add to a given one and tell how they stand. */
  keyActions: "write" | "tell" | null;
}

/**
 * Whoever drafts for the unit writes a response with its key actions, and whoever sends for it gives it. What was given before its
 * author closed it stays, and is acted on all the same; of what is withdrawn or taken down nothing more is told.
 * @param response null where none is asked for
 */
export function responseMay(
  actor: Actor,
  facts: {
    planId: number;
    unit: Pick<UnitRef, "id" | "level">;
    end: TextEnd | null;
    response: ResponseState | null;
  },
): ResponseMay {
  const { end, response } = facts;
  const may = (step: "draftReply" | "sendReply") =>
    end === null && response !== null && responseStatesBefore(step).includes(response) && can(actor, step, facts);
  const tells = end !== "withdrawn" && end !== "takenDown" && response === "given" && can(actor, "sendReply", facts);
  const draft = may("draftReply");
  return { draft, send: may("sendReply"), keyActions: draft ? "write" : tells ? "tell" : null };
}
