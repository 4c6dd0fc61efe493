import { describe, expect, it } from "vitest";
import { spellingKey, spellingsOf } from "./spelling";
import { seededDimensions } from "./testing";

const spellings = spellingsOf(seededDimensions);
const categoryOf = (dimension: string, text: string) => spellings.get(dimension)?.get(spellingKey(text));

describe("how files write categories", () => {
  it.each([
    ["sex", "FEMALE", "female"],
    ["age", "0 to 17 years", "0-17"],
    ["age", "0–17", "0-17"],
    ["age", "18 years  or over", "18+"],
    ["form", "Other forms of exploitation", "other-forms"],
    ["form", "Forced labor", "forced-labour"],
    ["citizenship", "Laotian", "lao"],
    ["citizenship", "Burmese", "mmr"],
    ["citizenship", "Thai", "tha"],
    ["citizenship", "chiness", "chn"],
    ["citizenship", "THA", "tha"],
    ["citizenship", "Cote d’Ivoire", "civ"],
    ["citizenship", "TÜRKIYE", "tur"],
    ["citizenship", "Lao People’s Democratic Republic", "lao"],
    ["citizenship", "Rohingya", "rohingya"],
    ["repatriation", "Domestic (Myanmar)", "mmr"],
    ["repatriation", "Viet\u00a0Nam", "vnm"],
    ["repatriation", "Abroad", "abroad"],
  ])("%s %j is %s", (dimension, text, code) => {
    expect(categoryOf(dimension, text)).toBe(code);
  });

  it.each(["Korean", "Congolese", "Atlantean", "", "Total"])("doesn't guess what %j is", (text) => {
    expect(categoryOf("citizenship", text)).toBeUndefined();
  });

  it("takes a spelling that means two categories for neither", () => {
    const two = ["a", "b"].map((code) => ({ code, spellings: ["Same", `Only ${code}`] }));
    const found = spellingsOf([{ code: "d", open: true, categories: two }]).get("d");
    expect(found?.get("same")).toBeUndefined();
    expect(found?.get("only b")).toBe("b");
  });
});

describe("the seeded dimensions", () => {
  it("have no spelling that means two categories", () => {
    for (const { code, categories } of seededDimensions) {
      const keys = categories.flatMap((category) => [
        ...new Set([category.code, ...category.spellings].map(spellingKey)),
      ]);
      expect(new Set(keys).size, code).toBe(keys.length);
    }
  });

  it("list the same countries, in the same words, by citizenship and by repatriation", () => {
    const countries = (code: string) =>
      seededDimensions
        .find((dimension) => dimension.code === code)
        ?.categories.filter((category) => /^[a-z]{3}$/.test(category.code));
    expect(countries("repatriation")).toEqual(countries("citizenship"));
    expect(countries("citizenship")).toHaveLength(198);
  });
});
