import { legalCombinations } from "@/lib/domain/framework/indicator";
import { legalLimits } from "@/lib/domain/values/value-limits";
import { type Issue, limitIssues, pathIssues } from "./framework-path-rules";
import { translationLocales } from "./framework-text";
import type { UnitPath, VersionFields } from "./framework-version";

/** Units of money and their currencies: a currency without its word, or the reverse, is a slip. */
const moneyUnits: Record<string, string> = {
  "US dollars": "USD",
  riel: "KHR",
  yuan: "CNY",
  kip: "LAK",
  kyat: "MMK",
  baht: "THB",
  dong: "VND",
};

/** Everything wrong with one version of an indicator and with the paths set under it. */
export function versionIssues(version: VersionFields, units: Record<string, UnitPath>): Issue[] {
  const issues: Issue[] = [];
  const say = (key: string, message: string) => issues.push({ path: [key], message });
  const { type } = version;
  const fits = (key: keyof VersionFields, wanted: boolean, needed: boolean, where: string) => {
    const given = version[key] !== undefined;
    if (given && !wanted) say(key, `${key} is for ${where} only`);
    if (!given && needed) say(key, `${key} is needed for ${where}`);
  };

  const legal = legalCombinations[type];
  for (const rule of ["direction", "accumulation", "aggregation"] as const) {
    const allowed: readonly string[] = legal[rule];
    if (!allowed.includes(version[rule])) say(rule, `a ${type} indicator has ${rule} ${allowed.join(" or ")}`);
  }
  const counted = type === "number" || type === "percentage";
  const overCountries = type === "milestone" && version.aggregation === "countOfCountries";
  fits("countsPersons", counted, counted, "numbers and percentages");
  fits("unit", type === "number", type === "number", "numbers");
  fits("decimals", type === "number", type === "number", "numbers");
  const { range, mayExceedHundred } = legalLimits[type];
  fits("lowest", range, range, "numbers");
  fits("highest", range, false, "numbers");
  fits("mayExceedHundred", mayExceedHundred, mayExceedHundred, "percentages");
  fits("numerator", type === "percentage", type === "percentage", "percentages");
  fits("denominator", type === "percentage", type === "percentage", "percentages");
  fits("steps", type === "milestone", type === "milestone", "milestones");
  fits("aggregationStep", overCountries, overCountries, "milestones counted over countries");
  fits("tables", counted, false, "numbers and percentages");

  if (version.unit && version.currency !== moneyUnits[version.unit]) {
    const currency = moneyUnits[version.unit];
    say("currency", currency ? `${version.unit} has the currency ${currency}` : "a currency goes with a unit of money");
  }
  if (type !== "number" && version.currency) say("currency", "a currency is for numbers only");
  if (version.unit === "persons" && version.countsPersons === false) say("countsPersons", "persons are persons");
  if (version.countsPersons && type === "number" && version.decimals !== 0) {
    say("decimals", "persons are counted whole: write decimals 0");
  }
  for (const [key, message] of limitIssues(version)) say(key, message);
  if (version.mayExceedHundred && version.countsPersons) {
    say("mayExceedHundred", "persons in the numerator are among those in the denominator");
  }
  const stepCount = version.steps?.length ?? 0;
  if (type === "milestone" && stepCount < 2) say("steps", "a milestone has at least two steps");
  if (version.aggregationStep !== undefined && !(version.aggregationStep >= 1 && version.aggregationStep < stepCount)) {
    say("aggregationStep", `choose a step from 1 to ${stepCount - 1}`);
  }
  for (const locale of translationLocales) {
    const translated = version[locale]?.steps?.length;
    if (translated !== undefined && translated !== stepCount) {
      issues.push({ path: [locale, "steps"], message: `translate all ${stepCount} steps` });
    }
  }
  const tables = version.tables ?? [];
  if (new Set(tables).size < tables.length) say("tables", "a table stands twice");
  for (const table of tables) {
    const dimensions = table.split("*");
    if (new Set(dimensions).size < dimensions.length) say("tables", `${table} has a dimension twice`);
  }
  if (type === "narrative" && Object.keys(units).length > 0) say("units", "a narrative has no baselines or targets");
  for (const [unit, path] of Object.entries(units)) {
    for (const issue of pathIssues(version, path)) issues.push({ ...issue, path: ["units", unit, ...issue.path] });
  }
  return issues;
}
