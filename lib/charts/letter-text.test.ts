import { describe, expect, it } from "vitest";
import { letterInColumn } from "./letter-text";

describe("a letter in a column", () => {
  it("has no sign, as the values of a percentage beside it; words that end in one stay whole", () => {
    expect(letterInColumn("80.7%", { type: "percentage" })).toBe("80.7");
    expect(letterInColumn("2 of 5", { type: "percentage" })).toBe("2 of 5");
    expect(letterInColumn("Covers 50%", { type: "milestone" })).toBe("Covers 50%");
    expect(letterInColumn(null, { type: "percentage" })).toBe("–");
  });
});
