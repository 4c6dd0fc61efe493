import { expect, it } from "vitest";
import { hasWords } from "./found-text";

it("finds words in any order, in any digits", () => {
  expect(hasWords("2016 thailand", "en")("Thailand, 2016 report")).toBe(true);
  expect(hasWords("๒๐๑๖", "en")("Thailand, 2016 report")).toBe(true);
  expect(hasWords("2017", "en")("Thailand, 2016 report")).toBe(false);
});

it("finds a year in either era in Thai alone", () => {
  const report = "รายงานปี 2559 ของไทย";
  for (const year of ["2559", "๒๕๕๙", "2016", "ไทย 2559"]) expect(hasWords(year, "th")(report), year).toBe(true);
  expect(hasWords("2559", "th")("SPAIV results, June 2016")).toBe(true);
  expect(hasWords("2560", "th")(report)).toBe(false);
  expect(hasWords("2016", "en")("Results of 2559")).toBe(false);
});
