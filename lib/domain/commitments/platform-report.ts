import { type Actor, can, grantsIn, type UnitRef } from "../permissions";
import type { ReplyKind, Visibility } from "./observation";
import { governmentRoles } from "./parties";

/** What the annual report of a civil society platform lives through, in its order. */
export const platformReportStates = ["draft", "agreed", "presented", "answered"] as const;
export type PlatformReportState = (typeof platformReportStates)[number];

/**
 * Who takes a step: anybody of a member organisation, whoever reports what one of them does, the reporters of the one that wrote
 * first, the secretariat, or a unit addressed.
 */
export type PlatformParty = "member" | "reporter" | "author" | "secretariat" | "unit";

interface PlatformReportStep {
  from: readonly PlatformReportState[];
  /** Null: where it stood. */
  to: PlatformReportState | null;
  by: PlatformParty;
}

/** Everything that can be done with such a report, as one table: what isn't in it can't happen. */
export const platformReportSteps = {
  /** Takes back what was agreed to before: other words are another report. */
  write: { from: ["draft"], to: null, by: "reporter" },
  agree: { from: ["draft"], to: null, by: "member" },
  delete: { from: ["draft"], to: null, by: "author" },
  /** Says that it is agreed, by as many as have agreed. */
  close: { from: ["draft"], to: "agreed", by: "author" },
  reopen: { from: ["agreed"], to: "draft", by: "author" },
  present: { from: ["agreed"], to: "presented", by: "secretariat" },
  /** A point of it: who drafts and who sends, `responseMay` says. With the last one it is answered. */
  answer: { from: ["presented"], to: null, by: "unit" },
  /** Of one part, for safety: where it stood stays, and its words are nobody's any more. */
  takeDown: { from: ["agreed", "presented", "answered"], to: null, by: "secretariat" },
} as const satisfies Record<string, PlatformReportStep>;
export type PlatformReportStepName = keyof typeof platformReportSteps;

export const platformReportStatesBefore = (step: PlatformReportStepName): PlatformReportState[] => [
  ...platformReportSteps[step].from,
];

/** What is asked of a report to know who may do what with it. */
export interface PlatformReportFacts {
  planId: number;
  /** Whose platform it is. */
  unit: Pick<UnitRef, "id" | "level">;
  /** Those that are asked for answers; known once it is presented. */
  addressed: readonly Pick<UnitRef, "id" | "level">[];
  /** The organisation that wrote first. */
  organisationId: number;
  /** Organisations that are members of the platform now. */
  memberIds: readonly number[];
  state: PlatformReportState;
  visibility: Visibility;
}

/** Whether somebody speaks in a platform for a member organisation, in whichever unit they have their role. */
export const isPlatformMember = (actor: Actor, planId: number, memberIds: readonly number[]): boolean =>
  can(actor, "takePartInPlatform", { planId }) && memberIds.includes(actor.organisation.id);

/** Whether they write its report as well. */
export const isPlatformReporter = (actor: Actor, planId: number, memberIds: readonly number[]): boolean =>
  can(actor, "writePlatformReport", { planId }) && memberIds.includes(actor.organisation.id);

/** What somebody is to a report. Where the organisation that wrote first has left, every reporter stands in its place. */
export function isPlatformParty(actor: Actor, party: PlatformParty, facts: PlatformReportFacts): boolean {
  const { planId, memberIds, organisationId, addressed } = facts;
  switch (party) {
    case "member":
      return isPlatformMember(actor, planId, memberIds);
    case "reporter":
      return isPlatformReporter(actor, planId, memberIds);
    case "author":
      return (
        isPlatformReporter(actor, planId, memberIds) &&
        (actor.organisation.id === organisationId || !memberIds.includes(organisationId))
      );
    case "secretariat":
      return can(actor, "keepPlatforms", { planId });
    case "unit":
      return addressed.some((unit) => can(actor, "draftReply", { planId, unit }));
  }
}

/**
 * What somebody may do with a report where it stands: the same rule as the commands ask, for what a page offers.
 * @param standing how many of its challenges and priorities weren't taken down
 */
export function platformReportMay(
  actor: Actor,
  facts: PlatformReportFacts,
  standing: number,
): PlatformReportStepName[] {
  const names = Object.keys(platformReportSteps) as PlatformReportStepName[];
  return names.filter(
    (name) =>
      platformReportStatesBefore(name).includes(facts.state) &&
      isPlatformParty(actor, platformReportSteps[name].by, facts) &&
      (name !== "present" || notPresentable(facts, standing) === null),
  );
}

/** Why a report isn't presented: governments can't answer what they don't read, nor what doesn't stand any more. Null: it may be. */
export function notPresentable({ visibility }: Pick<PlatformReportFacts, "visibility">, standing: number) {
  if (visibility === "platform") return "changedMeanwhile";
  return standing === 0 ? "platformNothingStands" : null;
}

/** Whether somebody reads a report, or anybody does where `actor` is null: a draft is its members' alone. */
export function readsPlatformReport(
  actor: Actor | null,
  facts: Pick<PlatformReportFacts, "planId" | "memberIds" | "state" | "visibility">,
): boolean {
  const { planId, memberIds, state, visibility } = facts;
  if (state !== "draft" && visibility === "public") return true;
  if (actor === null) return false;
  if (isPlatformMember(actor, planId, memberIds)) return true;
  if (state === "draft") return false;
  const held = new Set(grantsIn(actor, planId).map(({ role }) => role));
  if (held.has("csoMember") || held.has("csoReporter") || held.has("secretariat") || held.has("auditor")) return true;
  return visibility === "governments" && governmentRoles.some((role) => held.has(role));
}

/** Whether somebody has files made of a report, once it is no draft: a member or the secretariat. */
export const mayMakePlatformFiles = (actor: Actor, facts: PlatformReportFacts): boolean =>
  isPlatformParty(actor, "member", facts) || isPlatformParty(actor, "secretariat", facts);

/** What a government says to a point: it is about no value that could be corrected. */
export const pointReplyKinds = ["actedOn", "explains", "disagrees"] as const satisfies readonly ReplyKind[];
export type PointReplyKind = (typeof pointReplyKinds)[number];

/** What a report asks of governments. */
export const platformPointKinds = ["challenge", "priority"] as const;
export type PlatformPointKind = (typeof platformPointKinds)[number];

/** What of a report can be taken down by itself; the answers to a point go with it. */
export const platformParts = ["activity", ...platformPointKinds] as const;
export type PlatformPart = (typeof platformParts)[number];

/** More than three things are no priorities. */
export const mostPriorities = 3;
export const mostChallenges = 8;
export const mostPlatformActivities = 24;
export const longestPoint = 1_000;

/** A report's code, part of its address: `CSO-KHM-2016`. */
export const platformReportCode = (unit: string, year: number): string => `CSO-${unit}-${year}`;

/** The unit and the year of a code; null for what is none. */
export function readPlatformReportCode(code: string): { unit: string; year: number } | null {
  const [, unit, year] = /^CSO-([A-Z]{3,12})-(20\d\d)$/.exec(code) ?? [];
  return unit === undefined ? null : { unit, year: Number(year) };
}
