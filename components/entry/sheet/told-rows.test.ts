import { expect, it } from "vitest";
import { toldOf } from "./told-rows";

it("tells nothing while the window wasn't measured: rows that have their fields by then keep them", () => {
  expect(toldOf(null)).toBeNull();
});

it("tells the same within a few rows, and never fewer than are seen", () => {
  expect(toldOf({ startIndex: 0, endIndex: 0 })).toEqual({ from: 0, to: 0 });
  expect(toldOf({ startIndex: 9, endIndex: 17 })).toEqual({ from: 8, to: 24 });
  expect(toldOf({ startIndex: 15, endIndex: 24 })).toEqual({ from: 8, to: 24 });
});
