/** A day as `YYYY-MM-DD`: it sorts and compares as text, and no time zone can shift it. */
export type IsoDate = string;

export const frequencies = ["annual", "halfYearly", "quarterly"] as const;
export type Frequency = (typeof frequencies)[number];

const monthsPerPeriod: Record<Frequency, number> = { annual: 12, halfYearly: 6, quarterly: 3 };

/** From the first day to the last, both included. */
export interface PeriodSpan {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

const dayLength = 86_400_000;

/** @throws RangeError when it isn't a day of the calendar. */
function dayNumber(date: IsoDate): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || isoDate(time / dayLength) !== date) throw new RangeError(`"${date}" is not a day`);
  return time / dayLength;
}

function isoDate(day: number): IsoDate {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

export function dayBefore(date: IsoDate): IsoDate {
  return isoDate(dayNumber(date) - 1);
}

const dayAfter = (date: IsoDate): IsoDate => daysAfter(date, 1);

/** The day that is so many days later. */
export const daysAfter = (date: IsoDate, days: number): IsoDate => isoDate(dayNumber(date) + days);

/** The day that is so many days from Monday to Friday later. What is a holiday isn't known, and differs between countries. */
export function workingDaysAfter(date: IsoDate, days: number): IsoDate {
  let day = dayNumber(date);
  // 1 January 1970, day 0, was a Thursday.
  for (let left = days; left > 0; ) if ((++day + 3) % 7 < 5) left--;
  return isoDate(day);
}

/** The last day of a month, by its number as `monthNumber` counts: `2016-02-29`. */
const lastOfMonth = (month: number): IsoDate => {
  const [year, ofYear] = [Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
  return new Date(Date.UTC(year, ofYear, 0)).toISOString().slice(0, 10);
};

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Months counted through all years, so that a difference of two is a time in whole months.
 * @throws RangeError when it isn't a day of the calendar.
 */
export function monthNumber(date: IsoDate): number {
  dayNumber(date);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Sorts periods by time; where two end together, the longer one comes last (the year after its last quarter). */
export function byTime(one: PeriodSpan, other: PeriodSpan): number {
  return compareText(one.endsOn, other.endsOn) || compareText(other.startsOn, one.startsOn);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether the period runs from the first of a month through exactly the months that its frequency says. */
export function fitsFrequency({ startsOn, endsOn, frequency }: PeriodSpan & { frequency: Frequency }): boolean {
  const months = monthNumber(endsOn) - monthNumber(startsOn) + 1;
  const nextDay = isoDate(dayNumber(endsOn) + 1);
  return months === monthsPerPeriod[frequency] && startsOn.endsWith("-01") && nextDay.endsWith("-01");
}

/** A reporting period, without what the database knows of it. */
export interface PeriodPlan extends PeriodSpan {
  code: string;
  frequency: Frequency;
  dueOn: IsoDate;
}

/** The period of that frequency that starts on the first of a month: `2019`, `2019-H1`, `2019-Q3`, else by its first month. */
function periodFrom(startsOn: IsoDate, frequency: Frequency): Omit<PeriodPlan, "dueOn"> {
  const months = monthsPerPeriod[frequency];
  const [year, month] = [startsOn.slice(0, 4), Number(startsOn.slice(5, 7))];
  const endsOn = lastOfMonth(monthNumber(startsOn) + months - 1);
  const place = { annual: "", halfYearly: "-H", quarterly: "-Q" }[frequency];
  const isWhole = (month - 1) % months === 0;
  const number = frequency === "annual" ? "" : String((month - 1) / months + 1);
  return { code: isWhole ? `${year}${place}${number}` : startsOn.slice(0, 7), startsOn, endsOn, frequency };
}

/** Months after a period's end in which its reports are due, where no earlier period says. */
const usualMonthsUntilDue = 3;

/**
 * The period that follows the last one without a gap, due as long after its end as the last one is; the first of a plan
 * begins with it.
 */
export function nextPeriod(last: PeriodPlan | null, first: { startsOn: IsoDate; frequency: Frequency }): PeriodPlan {
  const period = periodFrom(last ? dayAfter(last.endsOn) : first.startsOn, last?.frequency ?? first.frequency);
  const end = monthNumber(period.endsOn);
  if (last === null) return { ...period, dueOn: lastOfMonth(end + usualMonthsUntilDue) };
  const lastDay = lastOfMonth(end + monthNumber(last.dueOn) - monthNumber(last.endsOn));
  const isMonthEnd = dayAfter(last.dueOn).endsWith("-01");
  const sameDay = `${lastDay.slice(0, 8)}${last.dueOn.slice(8)}`;
  return { ...period, dueOn: isMonthEnd || sameDay > lastDay ? lastDay : sameDay };
}

/**
 * The periods that carry a plan on after its last one, until that day is within one; none where it reaches so far already,
 * or where there is no last one to follow.
 */
export function periodsUntil(last: PeriodPlan | null, day: IsoDate): PeriodPlan[] {
  const added: PeriodPlan[] = [];
  for (let at = last; at !== null && at.endsOn < day; ) {
    at = nextPeriod(at, at);
    added.push(at);
  }
  return added;
}

export interface DueState {
  state: "notStarted" | "running" | "due" | "overdue";
  /** Days left until the due date or, once overdue, days passed since. */
  days: number;
}

/**
 * Where a report that isn't submitted yet stands: its period hasn't started, is still running, has ended and the report
 * is due, or the due date has passed. The due date itself is in time.
 */
export function dueState(period: PeriodSpan & { dueOn: IsoDate }, today: IsoDate): DueState {
  const days = daysBetween(today, period.dueOn);
  if (days < 0) return { state: "overdue", days: -days };
  if (today < period.startsOn) return { state: "notStarted", days };
  return { state: today <= period.endsOn ? "running" : "due", days };
}
