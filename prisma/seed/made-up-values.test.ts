import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { limitFault } from "@/lib/domain/values/value-limits";
import type { FrameworkIndicatorVersion, FrameworkNode } from "@/lib/schemas/framework/framework";
import { DemoValues } from "./demo-values";
import { readFramework } from "./read-framework";
import { usualSizes } from "./usual-sizes";

const framework = readFramework(path.join(import.meta.dirname, "framework"));
const indicatorsUnder = (nodes: FrameworkNode[]): FrameworkNode["indicators"] =>
  nodes.flatMap((node) => [...node.indicators, ...indicatorsUnder(node.children)]);
const countries = framework.units.filter(({ level }) => level === "country").map(({ code }) => code);

interface Made {
  code: string;
  unit: string;
  version: FrameworkIndicatorVersion;
  totals: readonly (Value | undefined)[];
}
const indicators = indicatorsUnder(framework.pillars).map(({ code, level, versions }) => ({
  code,
  version: versions.at(-1)!,
  units: level === "region" ? ["REGION"] : countries,
}));
const values = new DemoValues(
  indicators.map(({ code, version, units }) => ({
    code,
    rules: version,
    isMoney: version.currency !== null,
    tables: [],
    paths: units.map((unit) => {
      const path = version.paths.find((each) => each.unit === unit);
      const targets = framework.periods.map((_, index) => {
        const target = path?.targets[index];
        if (!target) return null;
        return "number" in target ? Number(target.number) : "step" in target ? target.step : Number(target.yes);
      });
      return { unit, baseline: path?.baseline?.value ?? null, targets };
    }),
  })),
  framework.periods.map(({ code }) => code),
  [],
);
const made = new Map<string, Made>();
for (const { code, version, units } of indicators)
  for (const unit of units) made.set(`${code} ${unit}`, { code, unit, version, totals: values.totalsOf(code, unit) });
const all = [...made.values()];
const exact = (value: Value | undefined, side: "numerator" | "denominator") =>
  value?.kind === "ratio" && "exact" in value[side] ? Number(value[side].exact) : undefined;
const wholesOf = ({ totals }: Made) => totals.flatMap((value) => exact(value, "denominator") ?? []);

/** Whether nothing in the framework says how large the values of this country are. */
function hasNoStart({ version, unit }: Made): boolean {
  const { baseline, targets = [] } = version.paths.find((each) => each.unit === unit) ?? {};
  if (version.type === "percentage") return !(exact(baseline?.value, "denominator") ?? 0);
  return version.type === "number" && !baseline && targets.every((target) => target === null);
}

describe("made-up values of the reference framework", () => {
  it("have a size that was thought over wherever the framework gives none", () => {
    const unlisted = all.filter((each) => hasNoStart(each) && !usualSizes[each.code]?.[each.unit]);
    expect(unlisted.map(({ code, unit }) => `${code} ${unit}`)).toEqual([]);
  });

  it("keep the limits of their definitions", () => {
    const broken = all.filter(({ version, totals }) => totals.some((value) => value && limitFault(version, value)));
    expect(broken.map(({ code, unit }) => `${code} ${unit}`)).toEqual([]);
  });

  it("don't apply in every period, or apply in every one", () => {
    const applies = (value: Value | undefined) => !(value?.kind === "missing" && value.reason === "notApplicable");
    const some = all.filter(({ totals }) => totals.some(applies) && !totals.every(applies));
    expect(some.map(({ code, unit }) => `${code} ${unit}`)).toEqual([]);
    expect(all.some(({ totals }) => !totals.some(applies))).toBe(true);
  });

  it("are never a state's money in two or three digits, nor a country's count a hundred times its neighbours'", () => {
    const sizeOf = ({ version, totals }: Made) => {
      const sizes = totals.map((value) =>
        version.type === "percentage"
          ? exact(value, "denominator")
          : value?.kind === "number"
            ? Number(value.number)
            : 0,
      );
      return Math.max(0, ...sizes.flatMap((size) => size ?? []));
    };
    const small = all.filter((each) => each.version.currency && sizeOf(each) > 0 && sizeOf(each) < 250);
    expect(small.map(({ code, unit }) => `${code} ${unit}`)).toEqual([]);
    const outsized = all.filter((each) => {
      const others = all.filter(({ code, unit }) => code === each.code && unit !== each.unit).map(sizeOf);
      const middle = others.filter((size) => size > 0).sort((a, b) => a - b)[Math.floor(others.length / 2)];
      return middle !== undefined && sizeOf(each) > 100 * middle;
    });
    expect(outsized.map(({ code, unit }) => `${code} ${unit}`)).toEqual([]);
  });

  it("count the same provinces every year, and never fewer from the plan's start", () => {
    for (const each of all) {
      const wholes = wholesOf(each);
      const place = `${each.code} ${each.unit}`;
      if (["G1.3-a", "G7.3-a"].includes(each.code)) expect(new Set(wholes).size, place).toBeLessThanOrEqual(1);
      if (each.version.accumulation === "cumulativeToDate")
        expect(wholes, place).toEqual([...wholes].sort((a, b) => a - b));
    }
  });
});
