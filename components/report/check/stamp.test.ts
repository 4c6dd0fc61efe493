import { expect, it } from "vitest";
import { stampOf } from "./stamp";

type Stamped = Parameters<typeof stampOf>[0];

const at = "2018-05-21T09:00:00.000Z";
const indicator: Stamped = {
  rules: {
    type: "number",
    direction: "increase",
    accumulation: "perPeriod",
    aggregation: "sum",
    aggregationStep: null,
    countsPersons: true,
    decimals: 0,
    stepCount: 0,
    lowest: "0",
    highest: null,
    mayExceedHundred: false,
    unit: "persons",
  },
  cells: { total: { value: { kind: "number", number: "7" }, revision: 1, savedAt: at } },
  comments: [],
  evidence: [],
  query: null,
  accepted: null,
  mayEnter: true,
  warnings: [],
  explained: { total: false, values: false },
  commentMissing: false,
};

it("is the same for the same indicator, and another once a value, a comment, a warning, a rule or what may be done changed", () => {
  const cell = indicator.cells.total!;
  const warning: Stamped["warnings"][number] = {
    code: "bigChange",
    level: "warning",
    direction: "higher",
    percent: "60",
    isLeast: false,
    period: "2017",
    before: { kind: "number", number: "4" },
  };
  const comment = { id: 1, body: "Made up", at, author: "A", organisation: "O", told: [] };
  const others: Stamped[] = [
    { ...indicator, cells: {} },
    { ...indicator, cells: { total: { ...cell, revision: 2 } } },
    { ...indicator, cells: { total: { ...cell, carried: true } } },
    { ...indicator, comments: [comment] },
    { ...indicator, mayEnter: false },
    { ...indicator, rules: { ...indicator.rules, decimals: 2 } },
    { ...indicator, accepted: at },
    { ...indicator, warnings: [warning] },
    { ...indicator, explained: { total: true, values: false } },
    { ...indicator, commentMissing: true },
  ];
  const stamps = [indicator, structuredClone(indicator), ...others].map(stampOf);
  expect(stamps[0]).toBe(stamps[1]);
  expect(new Set(stamps).size).toBe(1 + others.length);
});
