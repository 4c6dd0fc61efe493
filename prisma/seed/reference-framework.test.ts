import path from "node:path";
import { describe, expect, it } from "vitest";
import { accumulations, aggregations, directions, indicatorTypes } from "@/lib/domain/framework/indicator";
import type { Value } from "@/lib/domain/values/value";
import type { FrameworkNode, TargetValue } from "@/lib/schemas/framework/framework";
import { readFramework } from "./read-framework";

const framework = readFramework(path.join(import.meta.dirname, "framework"));
const everyNode = (nodes: FrameworkNode[]): FrameworkNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);
const nodes = everyNode(framework.pillars);
const ofKind = (kind: FrameworkNode["kind"]) => nodes.filter((node) => node.kind === kind);
const indicators = nodes.flatMap((node) => node.indicators);
const present = indicators.map(({ code, level, versions }) => ({ code, level, ...versions.at(-1)! }));

const between = (number: number, least: number, most: number) => {
  expect(number).toBeGreaterThanOrEqual(least);
  expect(number).toBeLessThanOrEqual(most);
};

describe("the reference framework", () => {
  it("has the adopted structure at its scale", () => {
    expect(ofKind("pillar").map(({ code }) => code)).toEqual(["P1", "P2", "P3", "P4"]);
    expect(ofKind("goal").map(({ code }) => code)).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]);
    between(ofKind("outcome").length, 18, 24);
    between(ofKind("output").length, 40, 50);
    between(indicators.length, 80, 110);
  });

  it("gives every outcome an output, every output an indicator and 2 to 4 activities", () => {
    for (const outcome of ofKind("outcome")) expect(outcome.children, outcome.code).not.toHaveLength(0);
    for (const output of ofKind("output")) {
      expect(output.indicators, output.code).not.toHaveLength(0);
      between(output.children.length, 2, 4);
    }
  });

  it("uses every type, direction, accumulation and aggregation", () => {
    expect(new Set(present.map(({ type }) => type))).toEqual(new Set(indicatorTypes));
    expect(new Set(present.map(({ direction }) => direction))).toEqual(new Set(directions));
    expect(new Set(present.map(({ accumulation }) => accumulation))).toEqual(new Set(accumulations));
    expect(new Set(present.map(({ aggregation }) => aggregation))).toEqual(new Set(aggregations));
    expect(new Set(present.map(({ level }) => level))).toEqual(new Set(["country", "region"]));
  });

  it("has indicators with a change of definition, comparable and not", () => {
    const changed = indicators.flatMap(({ versions }) => versions.slice(1).map(({ comparable }) => comparable));
    expect(new Set(changed)).toEqual(new Set([true, false]));
  });

  it("defines every indicator in its own words", () => {
    const definitions = present.map(({ texts }) => texts.en.definition);
    expect(definitions.filter((definition, index) => definitions.indexOf(definition) < index)).toEqual([]);
    const titles = present.map(({ texts }) => texts.en.title);
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  });

  it("sets paths that aren't one country's path six times over", () => {
    for (const { code, level, type, paths } of present) {
      if (level !== "country" || !["number", "percentage"].includes(type) || paths.length < 3) continue;
      const distinct = new Set(paths.map(({ baseline, targets }) => JSON.stringify([baseline?.value, targets])));
      expect(distinct.size, code).toBeGreaterThan(1);
    }
  });

  it("has no target on the wrong side of its baseline", () => {
    const wrong = present.flatMap(({ code, direction, paths }) =>
      paths.flatMap(({ unit, baseline, targets }) => {
        const last = targets.findLast((target) => target !== null);
        if (!baseline || !last) return [];
        const [from, to] = [size(baseline.value), size(last)];
        return (direction === "increase" ? to < from : to > from) ? [`${code} ${unit}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("is public in Thai down to the titles of indicators", () => {
    const untranslated = [
      ...[framework.plan, ...framework.pillars, ...ofKind("goal")].filter(({ texts }) => !texts.th?.title),
      ...framework.units.filter(({ texts }) => !texts.th?.name),
      ...present.filter(({ texts }) => !texts.th?.title),
    ];
    expect(untranslated.map(({ code }) => code)).toEqual([]);
  });
});

/** How large a baseline or target is, roughly: enough to tell which of two is larger. */
function size(value: Value | TargetValue): number {
  switch (value.kind) {
    case "number":
    case "percent":
      return Number(value.number);
    case "ratio": {
      const [part, whole] = [value.numerator, value.denominator].map((each) =>
        "exact" in each ? Number(each.exact) : 0,
      );
      return (100 * part!) / whole!;
    }
    case "yesNo":
      return Number(value.yes);
    case "step":
      return value.step;
    default:
      throw new Error(`no baseline or target is ${value.kind}`);
  }
}
