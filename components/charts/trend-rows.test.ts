import { expect, it } from "vitest";
import type { Panel } from "@/lib/charts/trend-model";
import { trendRows } from "./trend-rows";

it("keeps a baseline that stands at the moment of a value: both are marked, and the path stops at its end alone", () => {
  const baseline = { kind: "baseline", at: 12, y: 52, when: "2015", text: "52.0" } as const;
  const value = { kind: "value", at: 12, y: 56, when: "2015", text: "56.0" } as const;
  const next = { ...value, at: 24, y: 60, when: "2016", text: "60.0" };
  const panel: Panel = {
    code: "KHM",
    name: "Cambodia",
    status: "onTrack",
    blanks: [],
    gaps: [],
    absent: [],
    planned: [
      { at: 12, y: 52 },
      { at: 30, y: 62 },
      { at: 36, y: 70 },
    ],
    target: { at: 36, y: 70, when: "2018", text: "70.0" },
    markers: [baseline, value, next],
    runs: [[baseline], [value], [next]],
  };
  const { rows } = trendRows(panel);
  expect(rows.map(({ at, marker, under, end }) => [at, marker, under, end])).toEqual([
    [12, value, baseline, null],
    [24, next, null, null],
    [36, null, null, panel.target],
  ]);
});
