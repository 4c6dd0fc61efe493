import { describe, expect, it } from "vitest";
import { typedSiteSettings } from "@/test/factories/typed-site-settings";
import { siteSettingsForm } from "./site-settings-form";

const problems = (typed: Record<string, string>) =>
  siteSettingsForm
    .safeParse({ ...typedSiteSettings, ...typed })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("the form of settings", () => {
  it("takes what stands in it where nothing was set", () => {
    expect(siteSettingsForm.parse(typedSiteSettings)).toMatchObject({
      name_en: "",
      noticeForAll: false,
      defaultLocale: null,
      defaultPlan: null,
      sessionHours: 12,
      idleMinutes: 120,
    });
  });

  it.each([
    [{ name_th: "ก".repeat(41) }, "name_th: textTooLong"],
    [{ name_en: "Monitor {now}" }, "name_en: nameWithSigns"],
    [{ name_en: "Monitor\nof the region" }, "name_en: nameWithSigns"],
    [{ notice_en: "<b>Closed</b>" }, "notice_en: noticeWithSigns"],
    [{ idleMinutes: "" }, "idleMinutes: wholeNumberNeeded"],
    [{ sessionHours: "25" }, "sessionHours: numberTooLarge"],
    [{ idleMinutes: "7.5" }, "idleMinutes: wholeNumberNeeded"],
    [{ idleMinutes: "4" }, "idleMinutes: numberTooSmall"],
    [{ replyDays: "13" }, "replyDays: numberTooSmall"],
    [{ safetyCheckDays: "21" }, "safetyCheckDays: numberTooLarge"],
    [{ sessionHours: "1", idleMinutes: "61" }, "idleMinutes: restBeyondSession"],
  ] as [Record<string, string>, string][])("says what is wrong with %j", (typed, problem) => {
    expect(problems(typed)).toEqual([problem]);
  });

  it.each([{ defaultLocale: "fr" }, { defaultPlan: "../x" }, { rowVersion: "-1" }] as Record<string, string>[])(
    "refuses what no page sends: %j",
    (typed) => {
      expect(problems(typed)).toHaveLength(1);
    },
  );
});
