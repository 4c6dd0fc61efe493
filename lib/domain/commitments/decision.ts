import type { IsoDate } from "../framework/reporting-period";
import { type MeetingKind, type MeetingState, meetingUnit } from "./meeting";

/** What a meeting decides. */
export const decisionKinds = ["documentAdopted", "regionalPriority", "task", "nextMeeting", "planExtended"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Those that are carried out at once when the outcome is agreed: goals show a priority, an extended plan gets its periods. */
export const actingKinds: readonly DecisionKind[] = ["regionalPriority", "planExtended"];

/** What a meeting of that kind can decide: only one of the governments of all countries acts on the plan. */
export const kindsDecidedAt = (meeting: MeetingKind): DecisionKind[] =>
  decisionKinds.filter((kind) => !actingKinds.includes(kind) || meetingUnit[meeting] === "never");

/** A plan is extended by at most so many years at once. */
export const longestExtension = 10;

/** What is told of a decision at a later meeting. */
export const followUpStatuses = ["done", "underWay", "notBegun"] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];

export const longestDecision = 2_000;

/** Decisions are written down until the outcome is agreed; from then on their words stay, and everybody reads them. */
export const mayWriteDecisions = (state: MeetingState): boolean => state === "papersOut" || state === "held";
export const arePublic = (state: MeetingState): boolean => state === "outcomeAgreed" || state === "closed";

/** What became of earlier decisions is told at a meeting that was held, until it is closed. */
export const mayFollowUp = (state: MeetingState): boolean => state === "held" || state === "outcomeAgreed";

/** A decision's number, as papers quote it: `SOM11-D3`. */
export const decisionCode = (meeting: string, number: number): string => `${meeting}-D${number}`;

/** The same taken apart; null for what is no such code. */
export function readDecisionCode(code: string): { meeting: string; number: number } | null {
  const [, meeting, number] = /^(.+)-D([1-9]\d{0,3})$/.exec(code) ?? [];
  return meeting && number ? { meeting, number: Number(number) } : null;
}

/** Whether a decision asks something of a country: one that addresses nobody by name addresses every country. */
export const asksUnit = (
  { units, organisations }: { units: readonly { code: string }[]; organisations: readonly unknown[] },
  code: string,
): boolean => units.length + organisations.length === 0 || units.some((unit) => unit.code === code);

/**
 * The units that act on a decision, each as its own people tell: the countries that are asked, and the region where it
 * addresses organisations, for which the secretariat tells.
 */
export const actingUnits = <U extends { code: string; level: string }>(
  units: readonly U[],
  addressed: Parameters<typeof asksUnit>[0],
): U[] =>
  units.filter(({ code, level }) =>
    level === "region" ? addressed.organisations.length > 0 : level === "country" && asksUnit(addressed, code),
  );

/** Where a meeting stands in time. */
export interface MeetingTime {
  code: string;
  year: number;
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  /** Whose own meeting it is; null for all countries. */
  unit: string | null;
}

/** Negative where the first was before the other; of a year, meetings without days stand last. */
export function compareMeetings(one: MeetingTime, other: MeetingTime): number {
  const at = ({ year, startsOn }: MeetingTime) => startsOn ?? `${year}-99`;
  if (at(one) !== at(other)) return at(one) < at(other) ? -1 : 1;
  return one.code < other.code ? -1 : one.code > other.code ? 1 : 0;
}

interface Decided {
  meeting: MeetingTime;
  dueOn: IsoDate | null;
  followUps: readonly { meeting: MeetingTime; status: FollowUpStatus }[];
}

/**
 * Whether a decision is to be looked at in a meeting: it is an earlier meeting's of the same countries, was due by then, and
 * no meeting between them was told that it is done. One without a due date is due at the next meeting.
 */
export function isDueAt({ meeting: decidedAt, dueOn, followUps }: Decided, meeting: MeetingTime): boolean {
  if (decidedAt.unit !== meeting.unit || compareMeetings(decidedAt, meeting) >= 0) return false;
  if (dueOn !== null && dueOn > (meeting.endsOn ?? `${meeting.year}-12-31`)) return false;
  return !followUps.some(({ meeting: toldAt, status }) => status === "done" && compareMeetings(toldAt, meeting) < 0);
}
