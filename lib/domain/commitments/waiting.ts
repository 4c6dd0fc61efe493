import type { UnitRef } from "../permissions";
import type { Standing, TextEnd } from "./addressed-life";
import type { Party } from "./parties";

/** What somebody may do next with an observation that waits for them: its author, the secretariat, or the unit addressed. */
export const waitings = ["finish", "putRight", "stillValid", "followUp", "noReply", "check", "reply"] as const;
export type Waiting = (typeof waitings)[number];

interface Waits extends Standing {
  end: TextEnd | null;
  /** Its author is asked whether it still holds after a newer value. */
  isAskedIfValid: boolean;
  unit: Pick<UnitRef, "level">;
}

/** What of an observation waits for a party to it where it stands; null where nothing does. */
export function waitingFor(party: Party | null, { end, isAskedIfValid, stage, response, unit }: Waits): Waiting | null {
  if (end !== null) return null;
  const isAsked = response === "awaited" || response === "unanswered";
  switch (party) {
    case "author":
      if (stage === "draft") return "finish";
      if (stage === "sentBack") return "putRight";
      if (isAskedIfValid) return "stillValid";
      if (response === "given") return "followUp";
      return response === "unanswered" ? "noReply" : null;
    case "secretariat":
      if (stage === "inSafetyCheck") return "check";
      // It replies for the region.
      return isAsked && unit.level === "region" ? "reply" : null;
    case "unit":
      return isAsked ? "reply" : null;
    default:
      return null;
  }
}

/** Whether there is a day by which it is to be done, and after which it is overdue. */
export const isTimed = (waiting: Waiting | null): boolean => waiting === "check" || waiting === "reply";
