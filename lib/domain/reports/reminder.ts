import { type Actor, can, type UnitSubject } from "../permissions";

export type ReminderAudience = "focalPoints" | "contributors";

/**
 * Whom somebody reminds of a unit's reports: whoever submits them reminds their contributors, anybody else who may reminds the
 * focal points. Null for who may not.
 */
export function reminderAudience(actor: Actor, subject: UnitSubject): ReminderAudience | null {
  if (!can(actor, "remind", subject)) return null;
  return can(actor, "submitReport", subject) ? "contributors" : "focalPoints";
}
