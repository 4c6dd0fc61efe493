import { expect, it } from "vitest";
import { buddhistYear, inCommonEra, westernDigits, yearInOtherEra } from "./years";

it("digits of the region are read as those of codes", () => {
  expect(westernDigits("๒๕๕๙ ២០១៦ ໒໐໑໖ ၂၀၁၆ 2016")).toBe("2559 2016 2016 2016 2016");
});

it("a year of the Buddhist era is read as one of the common era", () => {
  expect(buddhistYear(2016)).toBe(2559);
  expect(inCommonEra("พ.ศ. ๒๕๕๙")).toBe("พ.ศ. 2016");
  expect(inCommonEra("2559-H1, 2560")).toBe("2016-H1, 2017");
});

it("what is no year of that era stays", () => {
  for (const text of ["2016", "25590", "1,127", "2442 2643", "9999"]) expect(inCommonEra(text), text).toBe(text);
});

it("a year has another number in the other era, and nothing else has", () => {
  expect(yearInOtherEra("2016")).toBe("2559");
  expect(yearInOtherEra("2559")).toBe("2016");
  for (const text of ["G2.1-a", "201", "20160", "1200", "2016-H1"]) expect(yearInOtherEra(text), text).toBeNull();
});
