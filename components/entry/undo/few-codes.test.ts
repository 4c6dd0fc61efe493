import { expect, it } from "vitest";
import { fewCodes } from "./few-codes";

it("names the first codes, and says how many more there are", () => {
  expect(fewCodes(["G1-a", "G1-b", "G1-c"])).toEqual({ codes: "G1-a, G1-b, G1-c", more: 0 });
  expect(fewCodes(["G1-a", "G1-b", "G1-c", "G2-a", "G2-b"])).toEqual({ codes: "G1-a, G1-b, G1-c", more: 2 });
});
