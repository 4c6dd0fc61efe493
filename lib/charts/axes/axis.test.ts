import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { valueAxis } from "./axis";

const words = { number: String, yes: "Yes", no: "No", steps: ["None", "Drafted", "In force"] };

const scaleOf = (type: IndicatorType) => ({ type, decimals: 0 });
const [number, percentage] = [scaleOf("number"), scaleOf("percentage")];
const [yesNo, milestone] = [scaleOf("yesNo"), scaleOf("milestone")];

describe("axis of values", () => {
  it("begins at zero and holds every value, with few round ticks", () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const { min, max, ticks } = valueAxis(number, false, given, words);
        expect(min).toBe(0);
        expect(max).toBeGreaterThanOrEqual(Math.max(...given) * 0.999);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(7);
      }),
    );
  });

  it("goes below zero where a value does", () => {
    const { min, max } = valueAxis(number, false, [-30, 20], words);
    expect(min).toBeLessThanOrEqual(-30);
    expect(max).toBeGreaterThanOrEqual(20);
  });

  it("runs to 100 for percentages, and beyond only where one is beyond", () => {
    expect(valueAxis(percentage, false, [3], words).max).toBe(100);
    expect(valueAxis(percentage, false, [130], words).max).toBeGreaterThanOrEqual(130);
  });

  it("names steps and answers, unless it counts countries", () => {
    expect(valueAxis(yesNo, false, [1], words).ticks.map(({ label }) => label)).toEqual(["No", "Yes"]);
    expect(valueAxis(milestone, false, [1], words).ticks).toHaveLength(3);
    expect(valueAxis(milestone, true, [4], words).ticks.map(({ label }) => label)).toContain("2");
  });

  it("writes ticks without the dust of floats", () => {
    expect(valueAxis({ ...number, decimals: 1 }, false, [0.3], words).ticks.map(({ label }) => label)).toEqual([
      "0",
      "0.1",
      "0.2",
      "0.3",
    ]);
  });

  it("has no tick at half a person or half a country", () => {
    const labels = (...given: Parameters<typeof valueAxis>) => valueAxis(...given).ticks.map(({ label }) => label);
    for (const values of [[], [0], [1], [2], [4]]) {
      for (const axis of [labels(number, false, values, words), labels(milestone, true, values, words)])
        expect(axis.filter((label) => !Number.isInteger(Number(label)))).toEqual([]);
    }
    expect(labels(number, false, [0], words)).toEqual(["0", "1"]);
    expect(labels({ type: "number", decimals: 1 }, false, [1], words)).toContain("0.5");
  });
});
