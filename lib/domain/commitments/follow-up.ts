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
  /** The last day on which an answer is in time; null where none is known. */
  dueOn: IsoDate | null;
  /** The day of the first answer; null: there is none. */
  answeredOn: IsoDate | null;
  /** The day on which the last of those asked answered; null where one hasn't, or will correct what it reported. */
  allAnsweredOn: IsoDate | null;
  /** Withdrawn, or taken down for safety. */
  isGone: boolean;
  /** The day on which its author closed it; null: it stands. */
  closedOn: IsoDate | null;
  /** The day on which the last of what was promised was done or stopped; null: something isn't done; empty: nothing was. */
  actionsOn: IsoDate | "" | null;
  followUps: readonly { meeting: MeetingTime; status: FollowUpStatus }[];
}

/**
 * Whether it is looked at in a meeting: it was said to countries of the meeting before it began, something of it was left, it was
 * answered or answers were due by its end, and no earlier meeting was told that it is done. What became of it after the meeting
 * counts for nothing, but that it is gone. What a meeting was told of stays there in any case.
 */
export function isSaidDueAt(said: SaidBefore, meeting: MeetingTime): boolean {
  const { passedOn, units, dueOn, answeredOn, isGone, followUps } = said;
  if (followUps.some((told) => compareMeetings(told.meeting, meeting) === 0)) return true;
  if (isGone || (meeting.unit !== null && !units.includes(meeting.unit))) return false;
  const lastDay = meeting.endsOn ?? `${meeting.year}-12-31`;
  if (passedOn >= firstDayOf(meeting) || isSettled(said, meeting)) return false;
  const isAnswered = answeredOn !== null && answeredOn <= lastDay;
  if (!isAnswered && dueOn !== null && dueOn > lastDay) return false;
  return !followUps.some((told) => told.status === "done" && isEarlier(told, meeting));
}

/**
 * Whether nothing of it was left to look at before the meeting: its author had closed it, or all had answered and no meeting was
 * told that more is to come, and all that was promised was done or stopped.
 */
function isSettled({ allAnsweredOn, closedOn, actionsOn, followUps }: SaidBefore, meeting: MeetingTime): boolean {
  const isBefore = (day: IsoDate | "" | null) => day !== null && day < firstDayOf(meeting);
  if (!isBefore(actionsOn)) return false;
  return isBefore(closedOn) || (isBefore(allAnsweredOn) && !followUps.some((told) => isEarlier(told, meeting)));
}

/** What came on it or later, it didn't look at; of a meeting without days, a day after its year's last. */
export const firstDayOf = ({ startsOn, year }: Pick<MeetingTime, "startsOn" | "year">): string =>
  startsOn ?? `${year}-99`;
const isEarlier = (told: { meeting: MeetingTime }, meeting: MeetingTime) => compareMeetings(told.meeting, meeting) < 0;
