import type { MissingReason } from "../values/value";

/** The published method by which progress is judged. Results name it, so that a later method can't rewrite old ones. */
export const methodVersion = "1.0";

/** In the order in which pages list and count them; "not assessed" stands apart, at the end. */
export const statuses = [
  "achieved",
  "maintained",
  "onTrack",
  "accelerationNeeded",
  "limitedProgress",
  "movingAway",
  "pending",
  "missed",
  "notAssessed",
] as const;
export type Status = (typeof statuses)[number];

/** Why a status is "not assessed": a code and the arguments of its message. */
export type NotAssessedReason =
  /** `missing` is the reason that was reported, if any; `lastStatus` and `lastYear` name the last status known. */
  | {
      code: "noApprovedValue";
      args: { missing: MissingReason | "none"; lastStatus: Status | "none"; lastYear: string };
    }
  | { code: "narrative"; args: Record<never, never> }
  | { code: "neutral"; args: Record<never, never> }
  | { code: "noTarget"; args: Record<never, never> }
  /** The period contains the day on which the baseline was measured, or ends before it. */
  | { code: "baselinePeriod"; args: { measuredOn: string } }
  /** `0 of 0`. */
  | { code: "noCases"; args: Record<never, never> }
  /** Baseline, targets and value were made under versions from `lowest` to `highest`, between which comparison breaks. */
  | { code: "incomparableVersions"; args: { lowest: number; highest: number } }
  /** A source says only "below n", and what that may stand for leads to different statuses. */
  | { code: "censored"; args: Record<never, never> }
  /** Only "achieved" or "missed" can be known without a baseline. */
  | { code: "noBaseline"; args: Record<never, never> }
  /** The region: the indicator can't be worked out from the countries' values. */
  | { code: "notComputable"; args: Record<never, never> }
  /** The region: `in` of the `of` countries for which the indicator applies have everything; `needed` would do. */
  | { code: "tooFewCountries"; args: { in: number; of: number; needed: number } };

/** The last status that was worked out before the period, and the end of its period (`YYYY-MM-DD`). */
export interface LastStatus {
  status: Status;
  periodEndsOn: string;
}

export function noApprovedValue(missing: MissingReason | null, last: LastStatus | null): NotAssessedReason {
  const args = {
    missing: missing ?? "none",
    lastStatus: last?.status ?? "none",
    lastYear: last?.periodEndsOn.slice(0, 4) ?? "",
  } as const;
  return { code: "noApprovedValue", args };
}

export function incomparableVersions(used: readonly number[]): NotAssessedReason {
  return { code: "incomparableVersions", args: { lowest: Math.min(...used), highest: Math.max(...used) } };
}
