import { describe, expect, it } from "vitest";
import { fileSizeOf } from "./file-size";
import { formatsIn, formatsOf } from "./formats";
import { messagesOf } from "./messages";
import { momentsIn, momentsOf } from "./moments";
import type { Locale } from "./routing";

describe("formats", () => {
  it("writes days, years and lists as each language does", () => {
    expect(formatsOf("en").day("2018-06-14")).toBe("14 June 2018");
    expect(formatsOf("th").day("2018-06-14")).toBe("14 มิถุนายน 2561");
    expect(formatsOf("th").year("2017-01-01")).toBe("2560");
    expect(formatsOf("en").list(["Cambodia", "China", "Viet Nam"])).toBe("Cambodia, China and Viet Nam");
  });

  it("lets no line of a page end within a unit's name in Thai, and leaves files as they are", () => {
    const names = ["จีน", "เมียนมา"];
    expect(formatsOf("th").units(names)).toBe("จี\u2060นและเมี\u2060ย\u2060น\u2060มา");
    // A mark stays with the letter that it stands on.
    expect(formatsOf("th").units(["ลุ่มน้ำ (2559)"])).toBe("ลุ่\u2060ม\u2060น้ำ (2559)");
    expect(formatsIn("th").units(names)).toBe("จีนและเมียนมา");
    expect(formatsOf("en").units(["China", "Myanmar"])).toBe("China and Myanmar");
  });

  it("keeps Latin letters in a list apart from a script without spaces", () => {
    expect(formatsOf("th").list(["y", "b"])).toBe("y และ b");
    expect(formatsOf("th").list(["y", "b", "A"])).toBe("y b และ A");
    expect(formatsOf("th").list(["กัมพูชา", "จีน"])).toBe("กัมพูชาและจีน");
  });

  it("names a period as readers know it, by its code alone or with what is known of it", () => {
    expect(formatsOf("en").period({ code: "2017" })).toBe("2017");
    expect(formatsOf("en").period("2017-H1")).toBe("H1 2017");
    expect(formatsOf("th").period("2017")).toBe("2560");
    expect(formatsOf("th").periodWithCode({ code: "2017" })).toBe("2560 (2017)");
    // A page without messages speaks English.
    expect(formatsOf("km").period("2017-Q1")).toBe("Q1 2017");
    expect(formatsIn("km").period("2017-Q1")).toBe("2017 (ត្រីមាសទី 1)");
  });

  it.each<[Locale, string, string, string, string, string]>([
    ["en", "14 June 2016", "2016", "1,234,567", "A, B and C", "50%"],
    ["km", "14 មិថុនា 2016", "2016", "1,234,567", "A, B និង C", "50%"],
    ["lo", "14 ມິຖຸນາ 2016", "2016", "1.234.567", "A, B, C", "50%"],
    ["my", "2016 ဇွန် 14", "2016", "1,234,567", "A - B နှင့် C", "50%"],
    ["th", "14 มิถุนายน 2559", "2559", "1,234,567", "A B และ C", "50%"],
    ["vi", "14 tháng 6, 2016", "2016", "1.234.567", "A, B và C", "50%"],
    ["zh", "2016年6月14日", "2016", "1,234,567", "A、B和C", "50%"],
  ])("has one calendar and one kind of digits in %s", (language, day, year, number, list, percent) => {
    const formats = formatsIn(language);
    expect(formats.day("2016-06-14")).toBe(day);
    expect(formats.year("2016-06-14")).toBe(year);
    expect(formats.period("2016")).toBe(year);
    expect(formats.number(1234567)).toBe(number);
    expect(formats.list(["A", "B", "C"])).toBe(list);
    expect(new Intl.NumberFormat(formats.tag, { style: "percent" }).format(0.5)).toBe(percent);
    expect(new Intl.DateTimeFormat(formats.tag).resolvedOptions()).toMatchObject({
      calendar: language === "th" ? "buddhist" : "gregory",
      numberingSystem: "latn",
    });
    expect(momentsIn(language, "Asia/Bangkok").day("2016-06-14T01:00:00Z")).toBe(day);
  });

  it("uses English formats, and one kind of digits, where a language has no messages yet", () => {
    expect(formatsOf("my").day("2018-06-14")).toBe("14 June 2018");
    expect(formatsOf("my").number(1234)).toBe("1,234");
  });

  it.each([
    ["days, years and lists", formatsOf],
    ["moments", (locale: Locale) => momentsOf(locale, "Asia/Bangkok")],
    ["sizes of files", fileSizeOf],
    ["messages", messagesOf],
  ])("are made once a language, not at each call: %s", (_, of) => {
    expect(of("en")).toBe(of("en"));
    expect(of("th")).toBe(of("th"));
    expect(of("th")).not.toBe(of("en"));
  });
});

it("days of a meeting are said once where they share month or year", () => {
  const { days } = formatsIn("en");
  expect(days("2016-11-23", "2016-11-24")).toBe("23–24 November 2016");
  expect(days("2016-11-23", "2016-11-23")).toBe("23 November 2016");
  expect(days("2016-11-30", "2016-12-01")).toBe("30 November – 1 December 2016");
  expect(days("2018-12-31", "2019-01-01")).toBe("31 December 2018 – 1 January 2019");
  expect(formatsIn("th").days("2016-11-23", "2016-11-24")).toBe("23–24 พฤศจิกายน 2559");
});
