import type { IsoDate } from "../framework/reporting-period";
import { compareMeetings, type FollowUpStatus, type MeetingTime } from "./decision";

/** What is followed up beside decisions: all else that was addressed to governments. */
export const saidKinds = ["recommendation", "platformPoint", "observation"] as const;
export type SaidKind = (typeof saidKinds)[number];

/** Something that was said to governments, as a meeting looks at it. */
export interface SaidBefore {
  /** The day on which it was passed on to them. */
  passedOn: IsoDate;
  /** Codes of those that it asks for answers. */
  units: readonly string[];
  /** The last day on which an answer is in time; null where none is known, and once somebody answered. */
  dueOn: IsoDate | null;
  /** Whether it stands still: its author hasn't closed it, or something that was promised isn't done. */
  isOpen: boolean;
  followUps: readonly { meeting: MeetingTime; status: FollowUpStatus }[];
}

/**
 * Whether it is looked at in a meeting: it was said to countries of the meeting before it began, answers were due by its end, and
 * no earlier meeting was told that it is done. What a meeting was told of stays there, whatever became of it since.
 */
export function isSaidDueAt({ passedOn, units, dueOn, isOpen, followUps }: SaidBefore, meeting: MeetingTime): boolean {
  if (followUps.some((told) => compareMeetings(told.meeting, meeting) === 0)) return true;
  if (!isOpen || (meeting.unit !== null && !units.includes(meeting.unit))) return false;
  if (passedOn >= (meeting.startsOn ?? `${meeting.year}-99`)) return false;
  if (dueOn !== null && dueOn > (meeting.endsOn ?? `${meeting.year}-12-31`)) return false;
  return !followUps.some((told) => told.status === "done" && compareMeetings(told.meeting, meeting) < 0);
}
