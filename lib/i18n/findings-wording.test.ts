import { describe, expect, it } from "vitest";
import { publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "./publication-words";

const said = async (language: (typeof publicationLanguages)[number], part: number) =>
  (await publicationWords(language)).t("public.overview.movedAwayMostly", {
    count: 2,
    part,
    isAll: String(part === 2),
    countries: "X",
  });

describe("the countries that hold most of what moved away", () => {
  it.each(publicationLanguages)("hold all of it where they do, without its number anew, in %s", async (language) => {
    expect((await said(language, 2)).match(/2/g)).toHaveLength(1);
    expect(await said(language, 1)).toMatch(/2.*1.*X/);
  });

  it("are told in a sentence", async () => {
    expect(await said("en", 2)).toBe("2 results moved away from the target, all in X.");
    expect(await said("en", 1)).toBe("2 results moved away from the target, 1 of them in X.");
    expect(await said("th", 2)).toBe("ผลลัพธ์ 2 รายการถอยห่างจากเป้าหมาย ทั้งหมดอยู่ในX");
  });
});
