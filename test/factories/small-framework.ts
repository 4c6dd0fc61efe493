import type { Value } from "@/lib/domain/values/value";
import type {
  Framework,
  FrameworkIndicator,
  FrameworkIndicatorVersion,
  FrameworkNode,
} from "@/lib/schemas/framework/framework";

// A framework of a few indicators, one for each thing that reporting has to get right. Made up, for tests.

type Version = Partial<FrameworkIndicatorVersion> & Pick<FrameworkIndicatorVersion, "type"> & { title?: string };

function version({ title = "An indicator", ...given }: Version, steps: string[] = []): FrameworkIndicatorVersion {
  const text = { definition: "Definition.", computation: "Count.", source: "Register.", responsible: "Task force." };
  return {
    version: 1,
    validFrom: null,
    comparable: true,
    frequency: "annual",
    direction: "increase",
    accumulation: "snapshot",
    aggregation: "notComputable",
    aggregationStep: null,
    countsPersons: false,
    decimals: 0,
    lowest: given.type === "number" ? "0" : null,
    highest: null,
    mayExceedHundred: false,
    stepCount: steps.length,
    unit: given.type === "number" ? "cases" : null,
    currency: null,
    tables: [],
    series: [],
    paths: [],
    texts: { en: { title, ...text, limits: "", numerator: "", denominator: "", steps } },
    ...given,
  };
}

const indicator = (code: string, ...versions: FrameworkIndicatorVersion[]): FrameworkIndicator => ({
  code,
  level: code.endsWith("-r") ? "region" : "country",
  versions,
});

const persons = {
  type: "number",
  accumulation: "perPeriod",
  aggregation: "sum",
  countsPersons: true,
  unit: "persons",
} as const;
const number = (number: string): Value => ({ kind: "number", number });
const baseline = (value: Value) => ({ on: "2014-12-31", value });

const indicators: Record<"G1.1" | "G1.2" | "G2.1", FrameworkIndicator[]> = {
  "G1.1": [
    indicator(
      "G1.1-a",
      version({
        ...persons,
        title: "Victims identified",
        direction: "neutral",
        tables: [["sex", "age"], ["citizenship"]],
        series: [{ system: "glotip", series: "Detected trafficking victims" }],
        paths: [{ unit: "THA", baseline: baseline(number("595")), targets: [null, null, null], note: "Register." }],
        texts: {
          en: {
            ...version(persons).texts.en,
            title: "Victims identified",
          },
          th: { title: "ผู้เสียหาย" },
        },
      }),
    ),
    indicator(
      "G1.1-b",
      version({
        type: "percentage",
        title: "Victims referred in five days",
        accumulation: "perPeriod",
        aggregation: "ratioOfSums",
        countsPersons: true,
        paths: [
          {
            unit: "THA",
            baseline: baseline({ kind: "ratio", numerator: { exact: "61" }, denominator: { exact: "140" } }),
            targets: [{ kind: "percent", number: "50" }, { kind: "percent", number: "58.5" }, null],
            note: "",
          },
        ],
      }),
    ),
    indicator(
      "G1.1-c",
      version({
        type: "yesNo",
        title: "Screening unit open",
        aggregation: "countOfCountries",
        paths: [{ unit: "THA", baseline: null, targets: [null, { kind: "yesNo", yes: true }, null], note: "" }],
      }),
    ),
    indicator(
      "G1.1-d",
      version({ type: "milestone", title: "Guideline", aggregation: "countOfCountries", aggregationStep: 2 }, [
        "None",
        "Drafted",
        "In force",
      ]),
    ),
  ],
  "G1.2": [
    indicator(
      "G1.2-a",
      version({ type: "narrative", title: "What changed", direction: "neutral", accumulation: "perPeriod" }),
    ),
    indicator(
      "G1.2-b",
      version({
        type: "number",
        title: "Officials trained since the start",
        accumulation: "cumulativeToDate",
        aggregation: "sum",
        unit: "officials",
      }),
    ),
    indicator("G1.2-c", version({ type: "number", title: "Days to referral", decimals: 2, direction: "decrease" })),
  ],
  "G2.1": [
    indicator(
      "G2.1-a",
      version({ ...persons, title: "Persons convicted, old definition" }),
      version({ ...persons, version: 2, validFrom: "2016-01-01", comparable: false, title: "Persons convicted" }),
    ),
    indicator("G2.1-r", version({ type: "number", title: "Regional agreements", accumulation: "perPeriod" })),
  ],
};

const node = (code: string, kind: FrameworkNode["kind"], children: FrameworkNode[]): FrameworkNode => ({
  code,
  kind,
  texts: { en: { title: `Title of ${code}`, shortTitle: "", description: "" } },
  // Copies: whoever makes a plan may change it first, and the files of tests share this module.
  indicators: code in indicators ? structuredClone(indicators[code as keyof typeof indicators]) : [],
  children,
});

const category = (code: string, name: string) => ({ code, aliases: [], texts: { en: { name } } });

const year = (code: string) => ({
  code,
  frequency: "annual" as const,
  startsOn: `${code}-01-01`,
  endsOn: `${code}-12-31`,
  dueOn: `${Number(code) + 1}-03-31`,
});

const unit = (code: string, name: string, parent: string | null) => ({
  code,
  level: parent === null ? ("region" as const) : ("country" as const),
  parent,
  texts: { en: { name, longName: name } },
});

/** Two goals, nine indicators, three years, the region and two countries. */
export const smallFramework = (code = "spaiv"): Framework => ({
  plan: {
    code,
    isReference: true,
    startsOn: "2015-01-01",
    endsOn: "2017-12-31",
    texts: { en: { title: "Plan of action", subtitle: "" } },
  },
  periods: ["2015", "2016", "2017"].map(year),
  units: [unit("REGION", "The region", null), unit("KHM", "Cambodia", "REGION"), unit("THA", "Thailand", "REGION")],
  dimensions: [
    {
      code: "sex",
      open: false,
      texts: { en: { name: "Sex" } },
      categories: [category("female", "Female"), category("male", "Male")],
    },
    {
      code: "age",
      open: false,
      texts: { en: { name: "Age" } },
      categories: [category("0-17", "0 to 17 years"), category("18+", "18 years or over")],
    },
    {
      code: "citizenship",
      open: true,
      texts: { en: { name: "Citizenship" } },
      categories: [category("khm", "Cambodia"), category("tha", "Thailand"), category("vnm", "Viet Nam")],
    },
  ],
  pillars: [
    node("P1", "pillar", [node("G1", "goal", [node("G1.1", "outcome", []), node("G1.2", "outcome", [])])]),
    node("P4", "pillar", [node("G2", "goal", [node("G2.1", "outcome", [])])]),
  ],
});
