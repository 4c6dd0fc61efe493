import "server-only";

// What is to be said of a period, in English, by whoever says it: the pages, or the reports themselves.

/** The value of an indicator's total. */
export interface SaidValue {
  indicator: string;
  goal: string;
  unit: string;
  unitName: string;
  /** `1,127`, `83.8`, `<5`, `suppressed`, `no value`. */
  value: string;
  /** What a percentage is made of; null for what isn't one, or doesn't show it. */
  parts: string | null;
  /** Code and word of the status as it shows. */
  status: { code: string; word: string };
  /** "5/6": over how many countries the region's status stands, where some are missing. */
  of: string | null;
  /** The same beside a status, with the mark of an earlier value that stands in it: "5/6*". */
  sign: string | null;
  /** Who stands in the region's value with an earlier one, as files say it: "THA 2015"; empty where nobody does. */
  carried: string;
  /** How many countries the region's value rests on, and for how many the indicator applies; null where that isn't said. */
  countries: { in: number; of: number } | null;
  /** For the end of the period, or with the period that it is for; null where there is none. */
  target: string | null;
  /** `no value: confidential`; null where there is a value, or nobody gave a reason. */
  why: string | null;
  /** The unit has no approved report, which files of values say instead of a reason. */
  isUnreported: boolean;
  /** The region's value can't be worked out from what the countries report, which files of values say as a reason. */
  isNotComputable: boolean;
  /** The value in a file of values, where it isn't the same: a count of countries without those that it is of. */
  inFiles: string;
}

/** A value of a breakdown; the total too. */
export interface SaidCell {
  indicator: string;
  /** Of the breakdown, in addresses: `sex-age`. */
  breakdown: string;
  cell: string;
  cellName: string;
  unit: string;
  unitName: string;
  value: string;
}

/** A value on the way to the period, as charts place it. */
export interface SaidPoint {
  indicator: string;
  unitName: string;
  year: string;
  value: string;
}

export interface Said {
  values: SaidValue[];
  cells: SaidCell[];
  points: SaidPoint[];
}

/** As files of values write it: without separators of thousands, and with a hyphen for a minus sign. */
export const plain = (text: string): string => text.replace(/(?<=\d),(?=\d{3})/g, "").replace("−", "-");
