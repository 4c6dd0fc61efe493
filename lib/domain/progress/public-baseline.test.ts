import { expect, it } from "vitest";
import { baselineState } from "./public-baseline";

const persons = { countsPersons: true };
const number = (number: string) => ({ kind: "number", number }) as const;
const of = (numerator: string, denominator: string) =>
  ({ kind: "ratio", numerator: { exact: numerator }, denominator: { exact: denominator } }) as const;

it("shows a baseline unless it gives away a small count of persons", () => {
  expect(baselineState(persons, number("3"), 5)).toBe("small");
  expect(baselineState(persons, number("0"), 5)).toBe("shown");
  expect(baselineState(persons, number("5"), 5)).toBe("shown");
  expect(baselineState({ countsPersons: false }, number("3"), 5)).toBe("shown");
  // 40 of 42: two are not in the numerator.
  expect(baselineState(persons, of("40", "42"), 5)).toBe("small");
  expect(baselineState(persons, of("30", "42"), 5)).toBe("shown");
});
