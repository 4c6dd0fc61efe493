import { isDecimal } from "@/lib/domain/values/rational";
import { compareDecimals } from "./framework-scalar";
import type { UnitPath, VersionFields } from "./framework-version";

type Baseline = NonNullable<UnitPath["baseline"]>;
type Target = NonNullable<UnitPath["targets"]>[number];

/** False where a limit can't be read, which is told already. */
const areNumbers = (...limits: (string | null | undefined)[]) =>
  limits.every((limit) => typeof limit !== "string" || isDecimal(limit));

const digitsAfterPoint = (number: string) => number.split(".")[1]?.length ?? 0;

/** What is wrong with one number of an indicator of type number, or undefined. */
function numberFault(version: VersionFields, number: string): string | undefined {
  const decimals = version.decimals ?? 0;
  if (digitsAfterPoint(number) > decimals) return `${number} has more than ${decimals} digits after the point`;
  const { lowest, highest } = version;
  if (!areNumbers(lowest, highest)) return undefined;
  if (lowest && compareDecimals(number, lowest) < 0) return `${number} is below the lowest possible value, ${lowest}`;
  if (highest && compareDecimals(number, highest) > 0)
    return `${number} is above the highest possible value, ${highest}`;
  return undefined;
}

/** What is wrong with the limits that a version sets. */
export function* limitIssues(version: VersionFields): Generator<["lowest" | "highest", string]> {
  const { lowest, highest, countsPersons, decimals = 0 } = version;
  if (!areNumbers(lowest, highest)) return;
  if (countsPersons && (lowest === null || lowest?.startsWith("-"))) yield ["lowest", "persons are never fewer than 0"];
  for (const key of ["lowest", "highest"] as const) {
    const limit = version[key];
    if (limit && digitsAfterPoint(limit) > decimals)
      yield [key, `${limit} has more than ${decimals} digits after the point`];
  }
  if (lowest && highest && compareDecimals(lowest, highest) >= 0) yield ["highest", "the highest is above the lowest"];
}

function stepFault(version: VersionFields, step: string): string | undefined {
  const last = (version.steps?.length ?? 0) - 1;
  return /^\d+$/.test(step) && Number(step) <= last ? undefined : `${step} is not a step from 0 to ${last}`;
}

function ratioFault(version: VersionFields, baseline: { numerator: string; denominator: string }): string | undefined {
  const parts = [baseline.numerator, baseline.denominator];
  if (!parts.every(isDecimal)) return undefined;
  if (parts.some((part) => part.startsWith("-"))) return "numerator and denominator are never below 0";
  if (version.countsPersons && parts.some((part) => digitsAfterPoint(part) > 0)) return "persons are counted whole";
  if (!version.mayExceedHundred && compareDecimals(baseline.numerator, baseline.denominator) > 0) {
    return "the numerator is part of the denominator, it can't be larger";
  }
  return undefined;
}

function baselineFault(version: VersionFields, baseline: Baseline): string | undefined {
  if (version.type === "percentage") {
    return typeof baseline === "object" ? ratioFault(version, baseline) : "write { numerator: 61, denominator: 140 }";
  }
  if (version.type === "yesNo") return typeof baseline === "boolean" ? undefined : "write true or false";
  if (typeof baseline !== "string") return "write a number";
  if (!isDecimal(baseline)) return undefined;
  return version.type === "milestone" ? stepFault(version, baseline) : numberFault(version, baseline);
}

function targetFault(version: VersionFields, target: Target): string | undefined {
  // What isn't a number at all was told already.
  if (target === null || (typeof target === "string" && !isDecimal(target))) return undefined;
  if (version.direction === "neutral") return "a neutral indicator is reported for context and has no targets";
  if (version.type === "yesNo") {
    // Yes/no has no scale: the direction is only another way of saying the wanted answer.
    const wanted = version.direction === "increase";
    return target === wanted ? undefined : `write ${wanted}, the answer that direction ${version.direction} wants`;
  }
  if (typeof target !== "string") return "write a number";
  if (version.type === "milestone") return stepFault(version, target);
  if (version.type === "number") return numberFault(version, target);
  if (compareDecimals(target, "0") < 0 || (!version.mayExceedHundred && compareDecimals(target, "100") > 0))
    return `${target} is not a percentage from 0 to 100`;
  return digitsAfterPoint(target) > 2 ? `${target} has more than 2 digits after the point` : undefined;
}

/** Everything wrong with the baseline and targets of one reporting unit. */
export function pathIssues(version: VersionFields, path: UnitPath): Issue[] {
  const issues: Issue[] = [];
  const startsAtZero = version.type === "number" && version.accumulation === "cumulativeToDate";
  if (path.baseline !== undefined) {
    const fault = baselineFault(version, path.baseline);
    if (fault) issues.push({ path: ["baseline"], message: fault });
    if (!path.on) issues.push({ path: ["baseline"], message: "say on which day the baseline was measured (on)" });
  } else {
    if (path.on) issues.push({ path: ["on"], message: "a day of measurement needs a baseline" });
    if (!path.note && !startsAtZero) issues.push({ path: [], message: "without a baseline, a note says why" });
  }
  path.targets?.forEach((target, index) => {
    const fault = targetFault(version, target);
    if (fault) issues.push({ path: ["targets", index], message: fault });
  });
  if (issues.length === 0 && version.accumulation === "cumulativeToDate" && version.type === "number") {
    const numbers = (path.targets ?? []).flatMap((target) => (typeof target === "string" ? [target] : []));
    const falls = numbers.some((n, i) => i > 0 && compareDecimals(n, numbers[i - 1]!) < 0);
    if (falls) issues.push({ path: ["targets"], message: "a total counted from the plan's start never falls" });
  }
  return issues;
}

export interface Issue {
  path: PropertyKey[];
  message: string;
}
