import type { PeriodSpan } from "@/lib/domain/framework/reporting-period";
import { type AfterEnd, afterEnds, statusAfterEnd } from "@/lib/domain/progress/after-end";
import { type Status, statuses } from "@/lib/domain/progress/status";
import { isNotApplicable, isUnreported, type PublicValue } from "./public-value";
import type { ResultsPlan } from "./results-plan";

/**
 * What a place on a page shows: a status, one of the reasons inside "not assessed" that have a word of their own, or after
 * the plan's end how "achieved" or "missed" came to be. In the order in which legends list them; the reasons are counted
 * within "not assessed", and those after the end within the status that they are.
 */
export const shownReasons = ["suppressed", "noValue", "noReport", "notApplicable"] as const;
export const shownStatuses = [...statuses, ...shownReasons, ...afterEnds] as const;
export type ShownReason = (typeof shownReasons)[number];
export type ShownStatus = (typeof shownStatuses)[number];

export const isShownReason = (status: ShownStatus): status is ShownReason =>
  shownReasons.some((reason) => reason === status);

export const isAfterEnd = (status: ShownStatus): status is AfterEnd => status in statusAfterEnd;

/** What a page of a period can show: what stands after the plan's end only there. */
export const statusesIn = ({ plan, period }: { plan: Pick<ResultsPlan, "endsOn">; period: PeriodSpan }) =>
  shownStatuses.filter((status) => !isAfterEnd(status) || period.endsOn > plan.endsOn);

/** One character per status, for tables that cross to the browser: `A` is achieved, `K` no value. */
export function letterOf(status: ShownStatus): string {
  return String.fromCharCode(65 + shownStatuses.indexOf(status));
}

/** @throws RangeError for a letter that `letterOf` doesn't give. */
export function statusOfLetter(letter: string): ShownStatus {
  const status = shownStatuses[letter.charCodeAt(0) - 65];
  if (!status) throw new RangeError(`"${letter}" stands for no status`);
  return status;
}

/** The status that it counts as. */
export function countedAs(status: ShownStatus): Status {
  if (isAfterEnd(status)) return statusAfterEnd[status];
  return isShownReason(status) ? "notAssessed" : status;
}

/** Where it stands from achieved to missed; undefined for what isn't assessed, which stands at neither end. */
export const rankOf = (status: ShownStatus): number | undefined =>
  countedAs(status) === "notAssessed" ? undefined : statuses.indexOf(countedAs(status));

/** Counted as good news in findings: the target or level is reached, or the planned path is kept. */
export const favourable: readonly Status[] = ["achieved", "maintained", "onTrack"];

/**
 * The region's status as pages show it. Where its value is worked out from countries, one that is missing isn't a gap in
 * anyone's report.
 * @param isOwn the secretariat reports it for the region
 */
export function regionStatusOf(shown: ShownStatus, isOwn: boolean): ShownStatus {
  return (shown === "noValue" || shown === "notApplicable") && !isOwn ? "notAssessed" : shown;
}

/** Of what is missing: whether a value is, or a report as a whole, or nothing was due. */
export function absentStatus(value: PublicValue): ShownStatus {
  if (isUnreported(value)) return "noReport";
  return isNotApplicable(value) ? "notApplicable" : "noValue";
}

/**
 * The status as a page shows it: of what is missing and what is hidden, the reason. Where the value itself shows, nothing
 * is called suppressed: the status is not assessed, and its explanation says which other value is hidden.
 */
export function shownStatusOf(result: {
  value: { state: Exclude<PublicValue["state"], "missing"> } | Extract<PublicValue, { state: "missing" }>;
  status: Status | null;
  statusReason: string | null;
  afterEnd?: AfterEnd | null;
}): ShownStatus {
  if (result.value.state === "missing") return absentStatus(result.value);
  const isHidden = result.value.state === "suppressed" && result.statusReason === "hidden";
  if (result.status === "notAssessed" && isHidden) return "suppressed";
  return result.afterEnd ?? result.status ?? "notAssessed";
}

/** What a unit's line shows: its status, and "suppressed" where one of its values is. */
export function statusesShown({
  status,
  points,
}: {
  status: ShownStatus;
  points: readonly { value: Pick<PublicValue, "state"> }[];
}): ShownStatus[] {
  return points.some(({ value }) => value.state === "suppressed") ? [status, "suppressed"] : [status];
}

/**
 * Whether a value of the region is held against a plan, so that it matters which countries have one: what isn't judged at
 * all, such as a value for context, misses no country.
 */
export const isJudged = ({ status, statusReason }: { status: Status | null; statusReason: string | null }): boolean =>
  status !== "notAssessed" || ["tooFewCountries", "hidden"].includes(statusReason ?? "");
