/** Why a cell has no value. Blank is not zero, and a reason is not a value. */
export const missingReasons = [
  "notCollected",
  "notApplicable",
  "notYetAvailable",
  "confidential",
  "notReported",
] as const;
export type MissingReason = (typeof missingReasons)[number];

/**
 * Why readers find no value: what was reported, that no report of the unit is approved for the period, that the region's
 * value can't be worked out from the countries', or that the secretariat took it down.
 */
export const shownMissingReasons = [...missingReasons, "noApprovedReport", "notComputable", "takenDown"] as const;
export type ShownMissingReason = (typeof shownMissingReasons)[number];

/** An exact decimal as plain text: `1127`, `-3.5`. Never a float. */
export type Decimal = string;

/** An exact quantity, or one of which the source says only "below `below`": anything from 0 to `below - 1`. */
export type Quantity = { exact: Decimal } | { below: number };

/**
 * What a unit reported for one cell. An absent value is `undefined`, which is neither zero nor `missing`.
 * `0 of 0` is a ratio and a value: there were no cases.
 */
export type Value =
  | { kind: "number"; number: Decimal }
  | { kind: "censored"; below: number }
  | { kind: "ratio"; numerator: Quantity; denominator: Quantity }
  | { kind: "yesNo"; yes: boolean }
  | { kind: "step"; step: number }
  | { kind: "narrative"; text: string }
  | { kind: "missing"; reason: MissingReason };

export type ValueKind = Value["kind"];
