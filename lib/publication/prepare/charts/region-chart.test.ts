import { describe, expect, it } from "vitest";
import { country, indicatorView, regionLine, shown } from "@/lib/charts/indicator-view.testing";
import { publicationWords } from "@/lib/i18n/publication-words";
import { aboutRegion, regionChart } from "./region-chart";

const telling = { words: await publicationWords("en"), period: "2017" };
const countries = ["KHM", "CHN", "LAO", "THA"].map((code) => country([shown("1")], { code, name: code }));
const all = ["KHM", "CHN", "LAO", "THA"];
const told = (restsOn: Record<string, readonly string[]>, members: readonly string[], status = "onTrack" as const) => {
  const region = { ...regionLine(restsOn, members), status };
  const view = indicatorView(countries, { region });
  return { ...aboutRegion(telling, view, region), source: regionChart(telling, view)?.source ?? "" };
};

describe("what is said of the region's value", () => {
  it("names the countries that it rests on", () => {
    const { finding, notes, source } = told({ "2015": all, "2016": all, "2017": all }, all);
    expect(finding).toBe("The region is on track: 889 against 885 planned for 2017");
    expect(notes).toContain("The value rests on KHM, CHN, LAO and THA.");
    expect(`${notes} ${source}`).not.toMatch(/Over all|breaks|the status rests on/);
  });

  it("names those that can be held against a plan, and then the value over all", () => {
    const { notes, source } = told({ "2015": all, "2016": all, "2017": all }, all.slice(0, 3));
    expect(notes).toContain("The value rests on KHM, CHN and LAO. Over all 4 countries with a value it is 889.");
    expect(source).toContain("the status rests on the 3 of them");
  });

  it("says of no status what it rests on", () => {
    const { notes, source } = told(
      { "2015": all, "2016": all, "2017": all },
      all.slice(0, 3),
      "notAssessed" as "onTrack",
    );
    expect(notes).toContain("The value rests on KHM, CHN and LAO.");
    expect(source).not.toContain("the status rests on");
  });

  it("says why points stand apart", () => {
    const { source } = told({ "2015": all.slice(1), "2016": all, "2017": all }, all);
    expect(source).toContain("The line breaks where the set of countries with a value changes.");
  });
});
