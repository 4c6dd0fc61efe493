import { expect, it } from "vitest";
import { toldOf } from "./told-rows";

it("tells nothing while no row is seen: rows that have their fields by then keep them", () => {
  expect(toldOf(new Set())).toBeNull();
});

it("tells the same within a few rows, and never fewer than are seen", () => {
  expect(toldOf(new Set([0]))).toEqual({ from: 0, to: 0 });
  expect(toldOf(new Set([17, 9, 12]))).toEqual({ from: 8, to: 24 });
  expect(toldOf(new Set([15, 24]))).toEqual({ from: 8, to: 24 });
});
