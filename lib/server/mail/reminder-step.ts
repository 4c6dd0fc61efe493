import "server-only";
import { daysBetween, type IsoDate } from "@/lib/domain/framework/reporting-period";

export interface ReminderStep {
  kind: "dueSoon" | "dueToday" | "overdue";
  /** Of an overdue report: which week it is. */
  step: number;
}

const DAYS_BEFORE = 7;
const DAYS_BETWEEN = 7;
const MOST_OVERDUE = 4;

/**
 * What somebody is to be reminded of on a day: from a week before the due date, on it, and for four weeks after it, once a
 * week. Each step lasts until the next one, so that a server that slept over its first day sends it once all the same.
 */
export function reminderStep(dueOn: IsoDate, today: IsoDate): ReminderStep | null {
  const left = daysBetween(today, dueOn);
  if (left > DAYS_BEFORE) return null;
  if (left > 0) return { kind: "dueSoon", step: 1 };
  if (left === 0) return { kind: "dueToday", step: 1 };
  const step = Math.ceil(-left / DAYS_BETWEEN);
  return step > MOST_OVERDUE ? null : { kind: "overdue", step };
}
