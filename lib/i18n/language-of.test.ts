import { describe, expect, it } from "vitest";
import { languageApartFrom, languageOf } from "./language-of";

describe("languageOf", () => {
  it.each([
    ["ผู้เสียหายจากการค้ามนุษย์", "en", "th"],
    ["ຜູ້ຖືກເຄາະຮ້າຍ", "en", "lo"],
    ["ជនរងគ្រោះ", "th", "km"],
    ["ခိုးကူးခံရသူများ", "en", "my"],
    ["人口贩运受害者", "en", "zh"],
    ["Victims identified", "th", "en"],
    // Vietnamese isn't translated: its pages speak English.
    ["ผู้เสียหาย", "vi", "th"],
  ] as const)("tells that %j on a page in %s is %s", (text, locale, language) => {
    expect(languageOf(text, locale)).toBe(language);
  });

  it.each([
    ["Victims identified by the authorities", "en"],
    ["Nạn nhân được cơ quan chức năng xác định", undefined],
    // Too short to tell.
    ["SPAIV Monitor", undefined],
  ])("tells beside Vietnamese, by its letters, that %j is %s", (text, language) => {
    expect(languageApartFrom("vi", text)).toBe(language);
  });

  it.each([
    ["Victims identified", "en"],
    ["Nạn nhân được xác định", "en"],
    ["Victims identified", "zh"],
    ["ผู้เสียหาย", "th"],
    ["รายงานของ UNODC ในประเทศไทย", "th"],
    ["พิธีสาร Palermo Protocol to Prevent, Suppress and Punish", "th"],
    ["1,127", "th"],
    ["", "th"],
  ] as const)("says nothing of %j on a page in %s", (text, locale) => {
    expect(languageOf(text, locale)).toBeUndefined();
  });
});
