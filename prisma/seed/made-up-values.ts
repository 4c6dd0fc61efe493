import type { IndicatorRules } from "@/lib/domain/indicator";
import { type MissingReason, missingReasons, type Value } from "@/lib/domain/value";
import { randomFor } from "./random";

// Values for the demonstration. They are made up: drawn around each country's planned path, so that the pages show every
// status, gaps, small counts and definitions that changed. Nothing here says anything about a country.

export interface MadeUpSubject {
  code: string;
  unit: string;
  rules: IndicatorRules;
  baseline: Value | null;
  /** One for each period of the plan, in order; a percentage in per cent, a milestone as its step, yes as 1. */
  targets: (number | null)[];
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
  const follow = fate < setbacks ? -0.1 - random() * 0.6 : pace + (random() - 0.5) * 0.75;
  const end = endTarget(subject);
  let reached = Number.NEGATIVE_INFINITY;
  return Array.from({ length: periods }, (_, period) => {
    const draw = random();
    if (draw < 0.035) return { kind: "missing", reason: missingReason(random) };
    if (draw < 0.05) return undefined;
    const wanted = plannedAt(subject, period, periods, random);
    const start = startOf(subject.baseline) ?? wanted * 0.7;
    let level = start + (wanted - start) * (follow + (random() - 0.5) * 0.3);
    // From the second year on, what the plan wanted only at its end.
    if (fate > 1 - leaps && period > 0 && end !== null) level = end + (end - start) * random() * 0.1;
    if (subject.rules.accumulation === "cumulativeToDate") level = reached = Math.max(level, reached);
    return valueAt(subject, level, random);
  });
}

function endTarget({ targets }: MadeUpSubject): number | null {
  return targets.findLast((target) => target !== null) ?? null;
}

function missingReason(random: () => number): MissingReason {
  return missingReasons[Math.floor(random() * missingReasons.length)]!;
}

/** Between the targets given, straight lines; without any, the country's size. */
function plannedAt(
  { rules, targets, baseline, unit }: MadeUpSubject,
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
  const scale = rules.type === "percentage" ? 60 : rules.countsPersons ? 420 : 40;
  const usual = before?.level ?? (rules.type === "percentage" ? scale : scale * unitTraits[unit]!.size);
  return usual * (0.85 + random() * 0.5);
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

function valueAt({ rules, unit, baseline }: MadeUpSubject, level: number, random: () => number): Value {
  switch (rules.type) {
    case "number":
      return { kind: "number", number: Math.max(0, level).toFixed(rules.decimals) };
    case "percentage": {
      const known =
        baseline?.kind === "ratio" && "exact" in baseline.denominator ? Number(baseline.denominator.exact) : 0;
      const usual = known || (rules.countsPersons ? 240 : 45) * unitTraits[unit]!.size + 6;
      const denominator = Math.max(1, Math.round(usual * (0.92 + random() * 0.25)));
      const numerator = Math.min(denominator, Math.max(0, Math.round((denominator * level) / 100)));
      return { kind: "ratio", numerator: { exact: `${numerator}` }, denominator: { exact: `${denominator}` } };
    }
    case "yesNo":
      return { kind: "yesNo", yes: level > 0.55 };
    case "milestone":
      return { kind: "step", step: Math.min(rules.stepCount - 1, Math.max(0, Math.floor(level + 0.4))) };
    case "narrative":
      return { kind: "narrative", text: narratives[Math.floor(random() * narratives.length)]! };
  }
}
