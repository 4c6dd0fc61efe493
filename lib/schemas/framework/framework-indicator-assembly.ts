import type { Value } from "@/lib/domain/values/value";
import type {
  FrameworkIndicator,
  FrameworkIndicatorVersion,
  IndicatorText,
  PlannedPath,
  TargetValue,
} from "./framework";
import { earlierFields, type IndicatorInFile } from "./framework-indicator";
import { textsOf } from "./framework-text";
import type { UnitPath, VersionFields } from "./framework-version";

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An indicator with its versions, oldest first. `planStart` is the first day of the plan's first period. */
export function assembleIndicator(indicator: IndicatorInFile, planStart: string): FrameworkIndicator {
  const all = [
    ...indicator.earlier.map((earlier) => ({ ...earlier, fields: earlierFields(indicator, earlier) })),
    { ...indicator, fields: indicator, until: null },
  ];
  return {
    code: indicator.code,
    level: indicator.level,
    versions: all.map(({ version, comparable, fields, units }, index) => {
      const endOfLast = all[index - 1]?.until;
      return {
        version,
        comparable,
        validFrom: endOfLast ? shiftDay(endOfLast, 1) : null,
        ...assembleFields(fields),
        paths: Object.entries(units).map(([unit, path]) => plannedPath(fields, unit, path, planStart)),
      };
    }),
  };
}

type Assembled = Omit<FrameworkIndicatorVersion, "version" | "comparable" | "validFrom" | "paths">;

function assembleFields(fields: VersionFields): Assembled {
  const en: IndicatorText = {
    title: fields.title,
    definition: fields.definition,
    computation: fields.computation,
    source: fields.source,
    responsible: fields.responsible,
    limits: fields.limits ?? "",
    numerator: fields.numerator ?? "",
    denominator: fields.denominator ?? "",
    steps: fields.steps ?? [],
  };
  return {
    type: fields.type,
    direction: fields.direction,
    accumulation: fields.accumulation,
    aggregation: fields.aggregation,
    aggregationStep: fields.aggregationStep ?? null,
    countsPersons: fields.countsPersons ?? false,
    decimals: fields.decimals ?? 0,
    lowest: fields.lowest ?? null,
    highest: fields.highest ?? null,
    mayExceedHundred: fields.mayExceedHundred ?? false,
    stepCount: en.steps.length,
    frequency: fields.frequency,
    unit: fields.unit ?? null,
    currency: fields.currency ?? null,
    tables: (fields.tables ?? []).map((table) => table.split("*")),
    series: Object.entries(fields.series ?? {}).map(([system, series]) => ({ system, series })),
    texts: textsOf(en, fields),
  };
}

function plannedPath(fields: VersionFields, unit: string, path: UnitPath, planStart: string): PlannedPath {
  const startsAtZero = fields.type === "number" && fields.accumulation === "cumulativeToDate";
  let baseline: PlannedPath["baseline"] = null;
  if (path.baseline !== undefined && path.on) {
    baseline = { on: path.on, value: baselineValue(fields, path.baseline) };
  } else if (startsAtZero) {
    // What is counted from the plan's start stood at 0 the day before it.
    baseline = { on: shiftDay(planStart, -1), value: { kind: "number", number: "0" } };
  }
  const targets = (path.targets ?? []).map((target) => targetValue(fields, target));
  return { unit, baseline, targets, note: path.note ?? "" };
}

function baselineValue(fields: VersionFields, baseline: NonNullable<UnitPath["baseline"]>): Value {
  if (typeof baseline === "boolean") return { kind: "yesNo", yes: baseline };
  if (typeof baseline === "string") {
    return fields.type === "milestone"
      ? { kind: "step", step: Number(baseline) }
      : { kind: "number", number: baseline };
  }
  return { kind: "ratio", numerator: { exact: baseline.numerator }, denominator: { exact: baseline.denominator } };
}

function targetValue(fields: VersionFields, target: string | boolean | null): TargetValue | null {
  if (target === null) return null;
  if (typeof target === "boolean") return { kind: "yesNo", yes: target };
  if (fields.type === "milestone") return { kind: "step", step: Number(target) };
  return { kind: fields.type === "percentage" ? "percent" : "number", number: target };
}
