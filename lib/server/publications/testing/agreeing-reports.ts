import "server-only";
import type { Value } from "@/lib/domain/values/value";
import type { ReportValues } from "@/test/factories/make-report";
import { below, count, ratio } from "@/test/factories/results-framework";

/** Values of each unit's report. */
export type ReportedBy = Record<string, ReportValues>;

const yes = (yes: boolean): Value => ({ kind: "yesNo", yes });
const step = (step: number): Value => ({ kind: "step", step });
const missing = (reason: Extract<Value, { kind: "missing" }>["reason"]): Value => ({ kind: "missing", reason });
const words: Value = { kind: "narrative", text: "What nobody outside should read." };
const total = (value: Value) => ({ total: value });
/** A source that tells a part only as small. */
const censoredPart = (whole: number): Value => ({
  kind: "ratio",
  numerator: { below: 5 },
  denominator: { exact: String(whole) },
});

/** Victims by sex and age with all margins, and by citizenship. */
function victims([girls, women, boys, men]: [number, number, number, number], citizenship: Record<string, Value> = {}) {
  const cells = {
    "sex=female;age=0-17": girls,
    "sex=female;age=18+": women,
    "sex=male;age=0-17": boys,
    "sex=male;age=18+": men,
    "sex=female": girls + women,
    "sex=male": boys + men,
    "age=0-17": girls + boys,
    "age=18+": women + men,
    total: girls + women + boys + men,
  };
  return { ...Object.fromEntries(Object.entries(cells).map(([cell, n]) => [cell, count(n)])), ...citizenship };
}

const convicted = (female: number, male: number) => ({
  total: count(female + male),
  "sex=female": count(female),
  "sex=male": count(male),
});

export const reports2015: ReportedBy = {
  KHM: {
    "G1.1-a": victims([11, 40, 8, 25]),
    "G1.1-b": total(ratio(70, 140)),
    "G1.1-c": total(yes(false)),
    "G1.1-d": total(step(1)),
    "G1.2-b": total(count(510)),
    "G1.2-c": total(count("11.25")),
    "G2.1-a": convicted(6, 31),
  },
  THA: {
    "G1.1-a": victims([120, 1_300, 35, 860]),
    "G1.1-b": total(ratio(90, 180)),
    "G1.1-c": total(yes(true)),
    "G1.1-d": total(step(0)),
    "G1.2-b": total(count(1_200)),
    "G1.2-c": total(count("10.5")),
    "G2.1-a": convicted(0, 3),
  },
  REGION: { "G2.1-r": total(count(4)) },
};

/** Viet Nam hasn't reported. */
export const reports2016: ReportedBy = {
  KHM: {
    "G1.1-a": victims([9, 30, 7, 22], {
      "citizenship=khm": count(61),
      "citizenship=tha": count(7),
      "citizenship=vnm": count(0),
    }),
    "G1.1-b": total(ratio(337, 402)),
    "G1.1-c": total(yes(true)),
    "G1.1-d": total(step(2)),
    "G1.2-a": total(words),
    "G1.2-b": total(count(1_127)),
    "G1.2-c": total(count("10.05")),
    "G2.1-a": convicted(3, 41),
  },
  CHN: {
    "G1.1-a": victims([1_210, 8_004, 655, 2_513]),
    "G1.1-b": total(ratio(1_234, 5_678)),
    "G1.1-c": total(yes(false)),
    "G1.1-d": total(step(1)),
    "G1.2-b": total(count(12_345)),
    "G1.2-c": total(count("9")),
    "G2.1-a": convicted(212, 4_031),
  },
  LAO: {
    "G1.1-a": { total: below(5) },
    "G1.1-b": total(ratio(2, 300)),
    "G1.1-c": total(missing("notYetAvailable")),
    "G1.1-d": total(step(0)),
    "G1.2-a": total(words),
    "G1.2-b": total(count(0)),
    "G1.2-c": total(missing("notCollected")),
    "G2.1-a": { total: count(2) },
  },
  MMR: {
    "G1.1-a": { total: missing("confidential") },
    "G1.1-b": total(ratio(0, 0)),
    "G1.1-c": total(yes(true)),
    "G1.1-d": total(missing("notReported")),
    "G1.2-b": total(missing("notApplicable")),
    "G1.2-c": total(count("13.75")),
    "G2.1-a": convicted(0, 0),
  },
  THA: {
    "G1.1-a": victims([3, 28, 9, 6], { "citizenship=tha": count(44), "citizenship=khm": count(2) }),
    "G1.1-b": total(censoredPart(140)),
    "G1.1-c": total(yes(true)),
    "G1.1-d": total(step(2)),
    "G1.2-b": total(count(1_850)),
    "G1.2-c": total(count("-0.5")),
    "G2.1-a": convicted(17, 96),
  },
  REGION: { "G2.1-r": total(count(6)) },
};
