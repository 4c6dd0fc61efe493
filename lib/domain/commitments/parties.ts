import { type Actor, can, grantsIn, type UnitRef } from "../permissions";
import type { Role } from "../roles";
import { type Readers, readersOf, type Standing, type TextEnd } from "./addressed-life";
import { type Attribution, type Audience, isNamedTo, type Visibility } from "./observation";

/** What is asked of an observation to know who may do what with it. */
export interface ObservationFacts {
  planId: number;
  unit: Pick<UnitRef, "id" | "level">;
  organisationId: number;
  attribution: Attribution;
  visibility: Visibility;
  end: TextEnd | null;
}

/** What somebody is to an observation: the most that they are, in this order. */
export type Party = "author" | "secretariat" | "unit" | "platform" | "governments" | "auditor";

/** Who reads what governments may read. A delegate speaks for a country at meetings, and answers nothing. */
export const governmentRoles = ["focalPoint", "contributor", "delegate"] as const satisfies readonly Role[];

/**
 * What somebody is to an observation; null where they are as anybody else. An organisation's people are its author as long as
 * they observe its unit.
 */
export function partyOf(
  actor: Actor,
  facts: Pick<ObservationFacts, "planId" | "unit" | "organisationId">,
): Party | null {
  const { planId, unit, organisationId } = facts;
  const mayObserve = can(actor, "observe", { planId, unit });
  if (mayObserve && actor.organisation.id === organisationId) return "author";
  if (can(actor, "checkSafety", { planId })) return "secretariat";
  if (can(actor, "draftReply", { planId, unit })) return "unit";
  const held = new Set(grantsIn(actor, planId).map(({ role }) => role));
  if (mayObserve || held.has("csoMember") || held.has("csoReporter")) return "platform";
  if (governmentRoles.some((role) => held.has(role))) return "governments";
  return held.has("auditor") ? "auditor" : null;
}

/** Whether a party reads the words of a round that stands so. An auditor reads what was passed on, whoever else does. */
export function readsRound(
  party: Party | null,
  standing: Standing,
  { visibility, end }: Pick<ObservationFacts, "visibility" | "end">,
): boolean {
  const readers: Readers = readersOf(standing, visibility, end);
  switch (party) {
    case "author":
      return end !== "takenDown";
    case "secretariat":
      return end !== "takenDown" && standing.stage !== "draft";
    case "auditor":
      return readers.platform;
    case null:
      return readers.public;
    default:
      return readers[party] || readers.public;
  }
}

/** Whether a party knows of a later round before it is passed on. */
const knowsUnheard = (party: Party | null): boolean => party === "author" || party === "secretariat";

/**
 * The version of a text as somebody knows it, by which they are told that what they saw has changed. What its author writes in
 * another round changes nothing for whoever it was not passed on to.
 */
export const versionFor = (
  party: Party | null,
  { rowVersion, unheardChanges }: { rowVersion: number; unheardChanges: number },
): number => (knowsUnheard(party) ? rowVersion : rowVersion - unheardChanges);

/** For whom a party stands where it is told which organisation speaks. */
const audiences: Record<Party, Audience> = {
  author: "author",
  secretariat: "secretariat",
  unit: "unit",
  governments: "governments",
  platform: "public",
  auditor: "public",
};

/** Whether a party is told which organisation speaks. */
export const isToldWho = (party: Party | null, attribution: Attribution): boolean =>
  isNamedTo(party === null ? "public" : audiences[party], attribution);
