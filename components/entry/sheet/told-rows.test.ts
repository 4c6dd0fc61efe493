import { expect, it } from "vitest";
import { toldOf, toldOnTheWay } from "./told-rows";

it("tells nothing while the window wasn't measured: rows that have their fields by then keep them", () => {
  expect(toldOf(null)).toBeNull();
});

it("tells the same within a few rows, and never fewer than are seen", () => {
  expect(toldOf({ startIndex: 0, endIndex: 0 })).toEqual({ from: 0, to: 0 });
  expect(toldOf({ startIndex: 9, endIndex: 17 })).toEqual({ from: 8, to: 20 });
  expect(toldOf({ startIndex: 11, endIndex: 20 })).toEqual({ from: 8, to: 20 });
});

it("takes nothing away from behind a hand that goes on, unless it went far", () => {
  expect(toldOnTheWay(null, { from: 8, to: 24 })).toEqual({ from: 8, to: 24 });
  expect(toldOnTheWay({ from: 0, to: 16 }, { from: 8, to: 24 })).toEqual({ from: 0, to: 24 });
  expect(toldOnTheWay({ from: 40, to: 56 }, { from: 32, to: 48 })).toEqual({ from: 32, to: 56 });
  // In a window so high that it shows sixty.
  expect(toldOnTheWay({ from: 0, to: 60 }, { from: 4, to: 64 })).toEqual({ from: 0, to: 64 });
  expect(toldOnTheWay({ from: 0, to: 16 }, { from: 72, to: 88 })).toEqual({ from: 72, to: 88 });
});
