import { describe, expect, it } from "vitest";
import { arrivedAfter } from "./use-arrived";

describe("whose answers arrived", () => {
  const arrived = { "G1.1-a": "N", "G1.1-b": "N", "G1.2-a": "O" };

  it("is said of those that were learned", () => {
    expect(arrivedAfter(arrived, ["G1.1-a", "G2.1-a"], { "G1.1-a": "P", "G2.1-a": "P" })).toEqual({
      ...arrived,
      "G1.1-a": "P",
      "G2.1-a": "P",
    });
  });

  it("is nobody else's once something else was learned there", () => {
    expect(arrivedAfter(arrived, ["G1.1-a", "G1.1-b"], {})).toEqual({ "G1.2-a": "O" });
  });

  it("stays as it is where nothing was learned", () => {
    expect(arrivedAfter(arrived, [], { "G1.1-a": "P" })).toBe(arrived);
  });
});
