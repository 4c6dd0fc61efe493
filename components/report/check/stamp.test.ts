import { expect, it } from "vitest";
import { stampOf } from "./stamp";

type Stamped = Parameters<typeof stampOf>[0];

const at = "2018-05-21T09:00:00.000Z";
const indicator: Stamped = {
  cells: { total: { value: { kind: "number", number: "7" }, revision: 1, savedAt: at } },
  comments: [],
  evidence: [],
  query: null,
  mayEnter: true,
};

it("is the same for the same indicator, and another once a value, a comment or what may be done changed", () => {
  const cell = indicator.cells.total!;
  const comment = { id: 1, body: "Made up", isPublic: false, at, author: "A", organisation: "O", told: [] };
  const others: Stamped[] = [
    { ...indicator, cells: {} },
    { ...indicator, cells: { total: { ...cell, revision: 2 } } },
    { ...indicator, cells: { total: { ...cell, carried: true } } },
    { ...indicator, comments: [comment] },
    { ...indicator, mayEnter: false },
  ];
  const stamps = [indicator, structuredClone(indicator), ...others].map(stampOf);
  expect(stamps[0]).toBe(stamps[1]);
  expect(new Set(stamps).size).toBe(1 + others.length);
});
