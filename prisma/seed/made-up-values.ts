import { type MissingReason, missingReasons, type Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { randomFor } from "./random";
import { fixedWholes, usualSizes } from "./usual-sizes";

// Values for the demonstration. They are made up: drawn around each country's planned path, so that the pages show every
// status, gaps, small counts and definitions that changed. Nothing here says anything about a country.

interface MadeUpSubject {
  code: string;
  unit: string;
  rules: EntryRules;
  isMoney: boolean;
  baseline: Value | null;
  /** One for each period of the plan, in order; a percentage in per cent, a milestone as its step, yes as 1. */
  targets: (number | null)[];
  /** Whether other indicators' definitions name its total: then a country that reports those knows it, and has no gap. */
  isNamed?: boolean;
  /** The total that its denominator is, by period, where a definition says so; undefined where that one is a gap. */
  wholes?: readonly (number | undefined)[];
  /** The most that its number or denominator can be, by period, where it is a part of another indicator's. */
  limits?: readonly (number | undefined)[];
}

/** How far along its planned path a country usually is, and how large its counts are. */
const unitTraits: Record<string, { pace: number; size: number }> = {
  KHM: { pace: 0.88, size: 0.5 },
  CHN: { pace: 0.98, size: 2.2 },
  LAO: { pace: 0.72, size: 0.18 },
  MMR: { pace: 0.66, size: 0.7 },
  THA: { pace: 1.04, size: 1.5 },
  VNM: { pace: 0.95, size: 1.1 },
  REGION: { pace: 0.95, size: 1 },
};

/** How often an indicator falls back behind where it started, and how often it reaches its end before time. */
const setbacks = 0.06;
const leaps = 0.09;

const narratives = [
  "Made-up text: the task force met as planned and the ministries agreed on one form for all provinces.",
  "Made-up text: progress was slower than planned because two provinces changed their staff in the middle of the year.",
  "Made-up text: the first half of the year went into training; cases were taken up from July.",
];

/** The totals of one indicator in one country, one for each period; undefined is a gap. */
export function madeUpTotals(subject: MadeUpSubject, periods: number): (Value | undefined)[] {
  const random = randomFor(`${subject.code} ${subject.unit}`);
  const { pace } = unitTraits[subject.unit]!;
  const fate = random();
  const drawn = fate < setbacks ? -0.1 - random() * 0.6 : pace + (random() - 0.5) * 0.75;
  const isCumulative = subject.rules.accumulation === "cumulativeToDate";
  // What is counted from the plan's start never falls: it grows slowly instead.
  const follow = isCumulative && drawn < 0 ? -drawn / 2 : drawn;
  const end = endTarget(subject);
  const never = usualSizes[subject.code]?.[subject.unit]?.missing;
  let reached = Number.NEGATIVE_INFINITY;
  let before: Ratio = { numerator: 0, denominator: 0 };
  return Array.from({ length: periods }, (_, period) => {
    const draw = random();
    if (never) return { kind: "missing", reason: never };
    const reason = draw < 0.035 ? missingReason(random) : undefined;
    if (draw < 0.05 && !subject.isNamed) return reason && { kind: "missing", reason };
    // In the place of a gap, drawn apart: the years after it hang on nothing that is drawn for it.
    const own = draw < 0.05 ? randomFor(`${subject.code} ${subject.unit} ${period} reported`) : random;
    const wanted = plannedAt(subject, period, periods, own);
    const start = startOf(subject.baseline) ?? wanted * 0.7;
    let level = start + (wanted - start) * (follow + (own() - 0.5) * 0.3);
    // From the second year on, what the plan wanted only at its end.
    if (fate > 1 - leaps && period > 0 && end !== null) level = end + (end - start) * own() * 0.1;
    if (subject.rules.type === "percentage") {
      before = ratioAt(subject, period, level, isCumulative ? before : null, random);
      return {
        kind: "ratio",
        numerator: { exact: `${before.numerator}` },
        denominator: { exact: `${before.denominator}` },
      };
    }
    if (isCumulative) level = reached = Math.max(level, reached);
    return valueAt(subject.rules, Math.min(level, subject.limits?.[period] ?? Infinity), random);
  });
}

interface Ratio {
  numerator: number;
  denominator: number;
}

/** @param before what was counted until the period before, of a percentage that is counted from the plan's start */
function ratioAt(
  { code, rules, unit, baseline, wholes, limits }: MadeUpSubject,
  period: number,
  level: number,
  before: Ratio | null,
  random: () => number,
): Ratio {
  const known = baseline?.kind === "ratio" && "exact" in baseline.denominator ? Number(baseline.denominator.exact) : 0;
  const listed = usualSizes[code]?.[unit]?.whole;
  const usual = known || listed || (rules.countsPersons ? 240 : 45) * unitTraits[unit]!.size + 6;
  const drawn = usual * (0.92 + random() * 0.25);
  const whole = wholes?.[period] ?? (fixedWholes.has(code) ? usual : drawn);
  const wanted = Math.max(1, Math.round(before ? before.denominator + whole / 3 : whole));
  const denominator = Math.min(wanted, limits?.[period] ?? Infinity);
  const numerator = Math.max(before?.numerator ?? 0, Math.round((denominator * level) / 100));
  return { numerator: Math.min(denominator, numerator), denominator };
}

function endTarget({ targets }: MadeUpSubject): number | null {
  return targets.findLast((target) => target !== null) ?? null;
}

/** What doesn't apply somewhere is said in `usualSizes`: a law or a count doesn't stop applying for a year. */
const passingReasons = missingReasons.filter((reason) => reason !== "notApplicable");

function missingReason(random: () => number): MissingReason {
  return passingReasons[Math.floor(random() * passingReasons.length)]!;
}

/** Between the targets given, straight lines; without any, the country's size. */
function plannedAt(
  { code, rules, isMoney, targets, baseline, unit }: MadeUpSubject,
  period: number,
  periods: number,
  random: () => number,
) {
  const points = [
    { at: -1, level: startOf(baseline) },
    ...targets.slice(0, periods).map((level, at) => ({ at, level })),
    ...targets.slice(periods).map((level, index) => ({ at: periods + index, level })),
  ].filter((point): point is { at: number; level: number } => point.level !== null);
  const after = points.find((point) => point.at >= period);
  const before = points.findLast((point) => point.at < period);
  if (after && before)
    return before.level + ((after.level - before.level) * (period - before.at)) / (after.at - before.at);
  if (after) return after.level;
  if (before && points.length > 1) return before.level;
  const usual = before?.level ?? usualSizes[code]?.[unit]?.level ?? scaleOf(rules, isMoney, unit);
  return usual * (0.85 + random() * 0.5);
}

/** How large a value is of which nothing is known; a percentage in per cent. */
function scaleOf({ type, countsPersons }: EntryRules, isMoney: boolean, unit: string): number {
  if (type === "percentage") return 60;
  return (isMoney ? 250_000 : countsPersons ? 420 : 40) * unitTraits[unit]!.size;
}

function startOf(baseline: Value | null): number | null {
  switch (baseline?.kind) {
    case "number":
      return Number(baseline.number);
    case "ratio": {
      const [numerator, denominator] = [baseline.numerator, baseline.denominator].map((part) =>
        "exact" in part ? Number(part.exact) : 0,
      ) as [number, number];
      return denominator > 0 ? (100 * numerator) / denominator : null;
    }
    case "yesNo":
      return baseline.yes ? 1 : 0;
    case "step":
      return baseline.step;
    default:
      return null;
  }
}

/** Of all types but percentages. */
function valueAt(rules: EntryRules, level: number, random: () => number): Value {
  switch (rules.type) {
    case "number": {
      const [lowest, highest] = [Number(rules.lowest ?? -Infinity), Number(rules.highest ?? Infinity)];
      return { kind: "number", number: Math.min(highest, Math.max(lowest, level)).toFixed(rules.decimals) };
    }
    case "yesNo":
      return { kind: "yesNo", yes: level > 0.55 };
    case "milestone":
      return { kind: "step", step: Math.min(rules.stepCount - 1, Math.max(0, Math.floor(level + 0.4))) };
    default:
      return { kind: "narrative", text: narratives[Math.floor(random() * narratives.length)]! };
  }
}
