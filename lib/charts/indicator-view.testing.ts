import type { Letters } from "@/lib/domain/progress/assessment";
import type { PublicRegionalAssessment, PublicUnitAssessment } from "@/lib/domain/progress/public-assessment";
import type { CountryLine, IndicatorView, LinePoint, RegionLine } from "../views/indicator-view";
import type { PublicValue } from "../views/public-value";
import type { TrendWords } from "./prepare/prepare-trend";
import { wording } from "./wording.testing";

export const words: TrendWords = {
  wording,
  number: String,
  year: (date) => date.slice(0, 4),
  period: ({ code }) => code,
};

export const period = (code: string, hasResults = true) => ({
  code,
  startsOn: `${code}-01-01`,
  endsOn: `${code}-12-31`,
  frequency: "annual" as const,
  hasResults,
});

export const shown = (number: string): PublicValue => ({ state: "shown", value: { kind: "number", number } });
export const missing: PublicValue = { state: "missing", reason: null };

/** Points of the years from 2015 on. */
export function points(values: readonly PublicValue[], versions: readonly number[] = []): LinePoint[] {
  return values.map((value, index) => ({
    period: period(String(2015 + index)),
    value,
    version: value.state === "missing" ? null : (versions[index] ?? 1),
    status: value.state === "missing" ? "noValue" : "onTrack",
  }));
}

export function assessment(
  change: Partial<PublicUnitAssessment> = {},
  letters: Partial<Letters> = {},
): PublicUnitAssessment {
  return {
    methodVersion: "1.0",
    status: "onTrack",
    reason: null,
    step: "7",
    R: null,
    withheld: [],
    trend: null,
    letters: { y: "206/1", b: "120/1", A: "230/1", T: "280/1", ...letters },
    warnings: [],
    inputs: {
      type: "number",
      direction: "increase",
      accumulation: "perPeriod",
      valueVersion: 1,
      period: { startsOn: "2017-01-01", endsOn: "2017-12-31" },
      baseline: { value: { kind: "number", number: "120" }, measuredOn: "2014-12-31", version: 1 },
      targets: [
        { endsOn: "2017-12-31", value: { kind: "number", number: "230" }, version: 1 },
        { endsOn: "2018-12-31", value: { kind: "number", number: "280" }, version: 1 },
      ],
      endOfPlan: "2018-12-31",
    },
    ...change,
  };
}

export function country(values: readonly PublicValue[], change: Partial<CountryLine> = {}): CountryLine {
  return {
    code: "CHN",
    name: "China",
    status: "accelerationNeeded",
    ratio: "0.781818",
    approvedOn: "2018-06-14",
    points: points(values),
    assessment: assessment(),
    ...change,
  };
}

/**
 * A sum of 889 against 885 planned.
 * @param restsOn codes of the countries that the value of each year is over
 * @param members those that the status is over
 * @param statedBefore those that the value stated in each year before is over, where they aren't all with a value
 */
export function regionLine(
  restsOn: Record<string, readonly string[]>,
  members: readonly string[],
  statedBefore: Record<string, readonly string[]> = {},
): RegionLine {
  const { inputs: _, ...told } = assessment({}, { y: "889/1", b: "555/1", A: "885/1", T: "1010/1" });
  const regional: PublicRegionalAssessment = {
    ...told,
    inputs: {
      type: "number",
      direction: "increase",
      accumulation: "perPeriod",
      aggregation: "sum",
      aggregationStep: null,
      period: { startsOn: "2017-01-01", endsOn: "2017-12-31" },
      endOfPlan: "2018-12-31",
      members: members.map((unit) => ({
        unit,
        carriedFrom: null,
        isShown: true,
        targets: [],
        letters: told.letters,
        baseline: { value: null, measuredOn: "2014-12-31", version: 1 },
      })),
    },
  };
  return {
    code: "REGION",
    name: "Region",
    status: "onTrack",
    ratio: null,
    approvedOn: null,
    carried: [],
    points: points([shown("600"), shown("763"), shown("889")]),
    assessment: { region: regional, unit: null },
    countries: { in: members.length, of: 6 },
    restsOn,
    statedBefore: { ...restsOn, ...statedBefore },
  };
}

export function indicatorView(countries: CountryLine[], change: Partial<IndicatorView> = {}): IndicatorView {
  return {
    plan: {
      code: "spaiv",
      title: "Plan",
      subtitle: "2015–2018",
      isReference: true,
      isDemonstration: true,
      edition: { number: 1, datedOn: "2015-04-30" },
      endsOn: "2018-12-31",
      threshold: 5,
      version: 17,
      release: null,
    },
    period: period("2017"),
    periods: [period("2015"), period("2016"), period("2017"), period("2018", false)],
    pillar: { code: "P3", title: "Protection" },
    goal: { code: "G6", title: "Support" },
    nodes: [],
    indicator: {
      code: "G6.2-a",
      version: 1,
      title: "Victims supported",
      definition: "",
      computation: "",
      source: "",
      responsible: "",
      limits: "",
      numerator: "",
      denominator: "",
      direction: "increase",
      accumulation: "perPeriod",
      aggregation: "sum",
      aggregationStep: null,
      countsPersons: true,
      unit: "persons",
      type: "number",
      decimals: 0,
      steps: [],
    },
    history: [{ version: 1, validFrom: null, comparable: true, definition: "" }],
    countries,
    region: null,
    wordsOf: [],
    breakdowns: [],
    ...change,
  };
}
