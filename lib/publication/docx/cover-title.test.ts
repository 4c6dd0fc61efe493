import { describe, expect, it } from "vitest";
import { titleSize, titleSizes } from "./cover-title";

describe("size of the cover's title", () => {
  it("is that of its style where the title has room", () => {
    expect(titleSize("Regional annual report 2017", "en")).toBe(titleSizes[0]);
    expect(titleSize("G6 Victims receive support, return safely and (re)integrate: progress, 2016", "en")).toBe(56);
    expect(titleSize("2017 年度区域报告", "zh")).toBe(titleSizes[0]);
  });

  it("is less where a title is long, and less still where its lines are tall", () => {
    const title = "G6 လူကုန်ကူးခံရသူများသည် အကူအညီရရှိပြီး ဘေးကင်းစွာ ပြန်လာကာ လူ့အဖွဲ့အစည်းအတွင်း ပေါင်းစည်းသည် – တိုးတက်မှု၊ 2016 ခုနှစ်";
    expect(titleSize(title, "my")).toBeLessThan(titleSizes[0]);
    expect(titleSize("a".repeat(120), "km")).toBeLessThan(titleSize("a".repeat(120), "en"));
  });

  it("has an end", () => {
    expect(titleSize("a".repeat(2_000), "my")).toBe(titleSizes.at(-1));
    expect(titleSize("", "en")).toBe(titleSizes[0]);
  });
});
