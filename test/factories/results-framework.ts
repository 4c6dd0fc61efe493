import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import type { Value } from "@/lib/domain/values/value";
import type {
  Framework,
  FrameworkIndicator,
  FrameworkIndicatorVersion,
  FrameworkNode,
} from "@/lib/schemas/framework/framework";

// A framework for tests of results: the region, six countries, four years, and whatever indicators a test needs.

export const sixCountries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"] as const;
const years = ["2015", "2016", "2017", "2018"];

export const count = (number: number | string): Value => ({ kind: "number", number: String(number) });
export const below = (below: number): Value => ({ kind: "censored", below });
export const ratio = (numerator: number, denominator: number): Value => ({
  kind: "ratio",
  numerator: { exact: String(numerator) },
  denominator: { exact: String(denominator) },
});

/** Where a unit starts at the end of 2014, and what it means to reach: one target for each of the four years. */
export interface Path {
  baseline?: Value;
  targets?: (number | boolean | null)[];
}

export interface IndicatorToMake extends Partial<IndicatorRules> {
  level?: "country" | "region";
  tables?: string[][];
  /** By unit code; `each` stands for all six countries. */
  paths?: Record<string, Path>;
}

function indicatorOf(code: string, { level = "country", tables = [], paths = {}, ...given }: IndicatorToMake) {
  const rules: IndicatorRules = {
    type: "number",
    direction: "increase",
    accumulation: "perPeriod",
    aggregation: "sum",
    aggregationStep: null,
    countsPersons: true,
    decimals: 0,
    stepCount: 0,
    ...given,
  };
  const words = { definition: "Made up.", computation: "Count.", source: "Register.", responsible: "Task force." };
  const steps = Array.from({ length: rules.stepCount }, (_, step) => `Step ${step}`);
  const text = { title: `Indicator ${code}`, ...words, limits: "", numerator: "", denominator: "", steps };
  const { each, ...own } = paths;
  const byUnit = { ...(each && Object.fromEntries(sixCountries.map((unit) => [unit, each]))), ...own };
  const version: FrameworkIndicatorVersion = {
    version: 1,
    validFrom: null,
    comparable: true,
    frequency: "annual",
    currency: null,
    series: [],
    ...rules,
    unit: rules.type === "number" ? "persons" : null,
    lowest: rules.type === "number" ? "0" : null,
    highest: null,
    mayExceedHundred: false,
    tables,
    texts: { en: text },
    paths: Object.entries(byUnit).map(([unit, { baseline, targets = [] }]) => ({
      unit,
      baseline: baseline ? { on: "2014-12-31", value: baseline } : null,
      targets: years.map((_, index) => targetOf(rules, targets[index] ?? null)),
      note: "",
    })),
  };
  return { code, level, versions: [version] } satisfies FrameworkIndicator;
}

function targetOf({ type }: IndicatorRules, level: number | boolean | null) {
  if (level === null) return null;
  if (typeof level === "boolean") return { kind: "yesNo" as const, yes: level };
  if (type === "milestone") return { kind: "step" as const, step: level };
  return { kind: type === "percentage" ? ("percent" as const) : ("number" as const), number: String(level) };
}

const unit = (code: string, parent: string | null) => ({
  code,
  level: parent === null ? ("region" as const) : ("country" as const),
  parent,
  texts: { en: { name: code, longName: code } },
});
const dimension = (code: string, categories: string[]) => ({
  code,
  open: false,
  texts: { en: { name: code } },
  categories: categories.map((category) => ({ code: category, aliases: [], texts: { en: { name: category } } })),
});

/** Categories by dimension. */
export type DimensionsToMake = Record<string, string[]>;

const sexAndAge: DimensionsToMake = { sex: ["female", "male"], age: ["0-17", "18+"] };

export function resultsFramework(
  code: string,
  indicators: Record<string, IndicatorToMake>,
  dimensions = sexAndAge,
): Framework {
  const node = (code: string, kind: FrameworkNode["kind"], children: FrameworkNode[]): FrameworkNode => ({
    code,
    kind,
    children,
    indicators: [],
    texts: { en: { title: code, shortTitle: "", description: "" } },
  });
  const outcome = node("G1.1", "outcome", []);
  outcome.indicators = Object.entries(indicators).map(([code, given]) => indicatorOf(code, given));
  return {
    plan: {
      code,
      isReference: true,
      startsOn: "2015-01-01",
      endsOn: "2018-12-31",
      texts: { en: { title: "Plan of action", subtitle: "" } },
    },
    periods: years.map((year) => ({
      code: year,
      frequency: "annual" as const,
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
      dueOn: `${Number(year) + 1}-03-31`,
    })),
    units: [unit("REGION", null), ...sixCountries.map((country) => unit(country, "REGION"))],
    dimensions: Object.entries(dimensions).map(([code, categories]) => dimension(code, categories)),
    pillars: [node("P1", "pillar", [node("G1", "goal", [outcome])])],
  };
}
