import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../routing";
import { namesPeriod, periodLabel, periodLabelWithCode } from "./period-label";

const codes = ["2016", "2016-H1", "2016-H2", "2016-Q1", "2016-Q4"] as const;

describe("a period by its name", () => {
  it.each<[Locale, string[]]>([
    ["en", ["2016", "H1 2016", "H2 2016", "Q1 2016", "Q4 2016"]],
    ["km", ["2016", "2016 (ឆមាសទី 1)", "2016 (ឆមាសទី 2)", "2016 (ត្រីមាសទី 1)", "2016 (ត្រីមាសទី 4)"]],
    ["lo", ["2016", "2016 (6 ເດືອນຕົ້ນປີ)", "2016 (6 ເດືອນທ້າຍປີ)", "2016 (ໄຕມາດ 1)", "2016 (ໄຕມາດ 4)"]],
    ["my", ["2016", "ပထမနှစ်ဝက် 2016", "ဒုတိယနှစ်ဝက် 2016", "ပထမသုံးလပတ် 2016", "စတုတ္ထသုံးလပတ် 2016"]],
    ["th", ["2559", "2559 (ครึ่งปีแรก)", "2559 (ครึ่งปีหลัง)", "2559 (ไตรมาส 1)", "2559 (ไตรมาส 4)"]],
    ["vi", ["2016", "2016 (6 tháng đầu)", "2016 (6 tháng cuối)", "2016 (quý 1)", "2016 (quý 4)"]],
    ["zh", ["2016", "2016上半", "2016下半", "2016Q1", "2016Q4"]],
  ])("is a year, half-year or quarter in %s", (language, labels) => {
    expect(codes.map((code) => periodLabel(language, code))).toEqual(labels);
  });

  it("is the code where a secretariat named it otherwise", () => {
    for (const code of ["FY2016", "2016A", "2016-H3", "2016-Q5", "2559", "2016-07"])
      for (const language of locales) expect(periodLabel(language, code)).toBe(code);
  });

  it("has its code behind it where they differ", () => {
    expect(periodLabelWithCode("th", "2016")).toBe("2559 (2016)");
    expect(periodLabelWithCode("en", "2016")).toBe("2016");
    expect(periodLabelWithCode("en", "2016-H1")).toBe("H1 2016 (2016-H1)");
  });
});

describe("what somebody wrote above a column", () => {
  it("names the period in any digits, era and language", () => {
    for (const said of [
      "2016",
      "2559",
      "๒๕๕๙",
      "พ.ศ. 2559",
      "พ.ศ.๒๕๕๙",
      "ปี 2559",
      "2559 (2016)",
      "ค.ศ. 2016",
      "២០១៦",
      "2559 B.E.",
    ])
      expect(namesPeriod(said, "2016"), said).toBe(true);
    for (const said of ["ไตรมาส 3/2559", "Q3 2016", "q3 2016", "2016-Q3", "2559-Q3", "2559 (ไตรมาส 3)", "quý 3/2016"])
      expect(namesPeriod(said, "2016-Q3"), said).toBe(true);
  });

  it("names no other period", () => {
    for (const said of ["2015", "2558", "2560", "", "Value", "2016-Q3", "G2-2016", "25590", "2016 2017"])
      expect(namesPeriod(said, "2016"), said).toBe(false);
    expect(namesPeriod("2016", "2016-Q3")).toBe(false);
  });

  it("names every period that a page names, and no other one", () => {
    for (const language of locales)
      for (const written of codes)
        for (const code of codes)
          expect(namesPeriod(periodLabel(language, written), code), `${language} ${written}`).toBe(written === code);
  });
});
