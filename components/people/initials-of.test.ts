import { expect, it } from "vitest";
import { initialsOf } from "./initials-of";

it.each([
  ["Boon Made-up", "BM"],
  ["Contributor, Thailand", "CT"],
  ["Malee", "M"],
  ["Somchai (made up)", "S"],
  ["นางสาว เอมอร ใจดี", "นเอ"],
  ["ແສງ ໄຊ", "ແສໄຊ"],
  ["សុខា ចាន់", "សច"],
  ["  Ana   de la Cruz", "Ad"],
])("%s is told by %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
