import { daysAfter, type IsoDate, workingDaysAfter } from "../framework/reporting-period";

/** How long who is asked has, in days; limits of what an administrator sets. */
export const replyClockLimits = {
  /** Of a government, from the day on which the secretariat passed the words on. */
  replyDays: { least: 14, most: 180 },
  /** Of the secretariat, in days from Monday to Friday. */
  safetyCheckDays: { least: 1, most: 20 },
} as const;

/**
 * Where nothing is set: sixty days, as the Council of Europe's group of experts on action against trafficking (GRETA) gives
 * governments for comments, and a working week.
 */
export const usualReplyClocks = { replyDays: 60, safetyCheckDays: 5 } as const;
export type ReplyClocks = Record<keyof typeof usualReplyClocks, number>;

/** The last day on which a reply is in time. */
export const replyDueOn = (passedOn: IsoDate, { replyDays }: ReplyClocks): IsoDate => daysAfter(passedOn, replyDays);

/** The last day on which the safety check is in time. */
export const safetyCheckDueOn = (submittedOn: IsoDate, { safetyCheckDays }: ReplyClocks): IsoDate =>
  workingDaysAfter(submittedOn, safetyCheckDays);

/** Whether a due date has passed where the unit is: the day itself is in time. */
export const isPastDue = (dueOn: IsoDate, today: IsoDate): boolean => today > dueOn;

/** So many days before a reply is due, a unit that hasn't given one is reminded. */
const REMINDED_BEFORE = 7;

/** Whether a unit is to be reminded: a due date is near, and hasn't passed. */
export const isNearlyDue = (dueOn: IsoDate, today: IsoDate): boolean =>
  today <= dueOn && daysAfter(today, REMINDED_BEFORE) >= dueOn;

/** Whose day it is in a unit, by the country's ISO 3166-1 code; a unit that isn't a country has the site's. */
const timeZones: Readonly<Record<string, string>> = {
  KHM: "Asia/Phnom_Penh",
  CHN: "Asia/Shanghai",
  LAO: "Asia/Vientiane",
  MMR: "Asia/Yangon",
  THA: "Asia/Bangkok",
  VNM: "Asia/Ho_Chi_Minh",
};
export const timeZoneOf = (unitCode: string): string | null => timeZones[unitCode] ?? null;
