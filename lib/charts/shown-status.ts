import { type Status, statuses } from "@/lib/domain/status";
import type { PublicFigure } from "./public-figure";

/**
 * What a place on a page shows: a status, or one of the two reasons inside "not assessed" that have a look of their own.
 * In the order in which legends list them; the last two are counted within "not assessed".
 */
export const shownStatuses = [...statuses, "suppressed", "noValue"] as const;
export type ShownStatus = (typeof shownStatuses)[number];

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

/** The status that it counts as: suppressed and no value are reasons for "not assessed". */
export function countedAs(status: ShownStatus): Status {
  return status === "suppressed" || status === "noValue" ? "notAssessed" : status;
}

/** Counted as good news in findings: the target or level is reached, or the planned path is kept. */
export const favourable: readonly Status[] = ["achieved", "maintained", "onTrack"];

/**
 * The region's status as pages show it. Where its figure is worked out from countries, one that is missing isn't a gap in
 * anyone's report.
 * @param isOwn the secretariat reports it for the region
 */
export function regionStatusOf(shown: ShownStatus, isOwn: boolean): ShownStatus {
  return shown === "noValue" && !isOwn ? "notAssessed" : shown;
}

/**
 * The status as a page shows it: of what is missing and what is hidden, the reason. Where the figure itself shows, nothing
 * is called suppressed: the status is not assessed, and its explanation says which other figure is hidden.
 */
export function shownStatusOf(result: {
  figure: Pick<PublicFigure, "mark">;
  status: Status | null;
  statusReason: string | null;
}): ShownStatus {
  if (result.figure.mark === "missing") return "noValue";
  const isHidden = result.figure.mark === "suppressed" && result.statusReason === "hidden";
  if (result.status === "notAssessed" && isHidden) return "suppressed";
  return result.status ?? "notAssessed";
}
