import { beforeAll, describe, expect, it } from "vitest";
import type { Reporting } from "@/test/factories/make-reporting";
import { agreement, period } from "./testing/agreement";
import type { Said } from "./testing/said";
import { valuesTwice } from "./testing/values-view";

const { agreeing } = agreement();
let plan: Reporting;
let screen: Said;
beforeAll(() => {
  ({ plan, screen } = agreeing());
});

describe("the plan", () => {
  it("has every kind of value on its pages", () => {
    const texts = new Set([...screen.values, ...screen.cells].map(({ value }) => value));
    for (const text of ["12,382", "83.8", "Yes", "No", "In force", "None", "<5", "suppressed", "0", "0 of 0", "−0.5"])
      expect(texts).toContain(text);
    expect(new Set(screen.values.flatMap(({ why }) => why ?? [])).size).toBe(5);
    expect(new Set(screen.values.map(({ status }) => status.code)).size).toBeGreaterThanOrEqual(9);
    expect(screen.values).toHaveLength(8 * 7 + 1);
    expect(screen.cells).toHaveLength((3 + 3 + 4 + 5 + 3) * 7);
  });
});

describe("the overview's view of values", () => {
  it("says what the indicators' own pages say, cell by cell", async () => {
    const said = await valuesTwice(plan.code, period);
    // The overview has no room for the region's "no value".
    const dashed = (text: string, unit: string) => (unit === "REGION" && text === "no value" ? "–" : text);
    for (const { indicator, unit, onOverview, onIndicatorPage } of said) {
      expect(`${indicator} ${unit} ${onOverview}`).toBe(`${indicator} ${unit} ${dashed(onIndicatorPage, unit)}`);
    }
    expect(said).toHaveLength(8 * 7 + 1);
  });

  it("counts countries among those with a value: a missing one is no “no”", async () => {
    const said = await valuesTwice(plan.code, period);
    const counts = said.filter(({ unit, onOverview }) => unit === "REGION" && /^\d+ of \d+$/.test(onOverview));
    expect(counts.map(({ indicator, onOverview }) => [indicator, onOverview])).toEqual([
      ["G1.1-c", "3 of 4"],
      ["G1.1-d", "2 of 4"],
    ]);
  });
});
