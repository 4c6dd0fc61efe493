import { describe, expect, it } from "vitest";
import { missing, period, points, regionLine, shown } from "@/lib/charts/indicator-view.testing";
import type { RegionLine } from "@/lib/views/indicator-view";
import type { PublicValue } from "@/lib/views/public-value";
import { changedCountries, changedInDrawing } from "./prepare-region-finding";

const four = ["KHM", "CHN", "LAO", "VNM"];
const five = [...four, "THA"];
const suppressed: PublicValue = { state: "suppressed" };

/** A region whose value isn't held against a plan, so that it is stated over all that have a value. */
function unassessed(line: RegionLine): RegionLine {
  const told = line.assessment!.region!;
  const letters = { y: null, b: null, A: null, T: null };
  return { ...line, status: "notAssessed", assessment: { region: { ...told, letters }, unit: null } };
}

describe("the countries that came to the region's value or left it", () => {
  it("are none where the values stated are over the same, whoever else has a value", () => {
    expect(changedCountries(regionLine({ "2016": five, "2017": four }, four, { "2016": four }))).toBeNull();
    expect(changedCountries(regionLine({ "2016": four, "2017": five }, four))).toBeNull();
  });

  it("are those of the status, not of all that have a value", () => {
    const swapped = regionLine({ "2016": five, "2017": [...four, "MMR"] }, [...four, "MMR"], { "2016": five });
    expect(changedCountries(swapped)).toMatchObject({ lost: ["THA"], gained: ["MMR"] });
    const also = regionLine({ "2016": [...five, "MMR"], "2017": [...four, "MMR"] }, [...four, "MMR"], { "2016": five });
    expect(changedCountries(also)).toEqual({ lost: ["THA"], gained: ["MMR"], since: period("2016") });
  });

  it("are named where all with a value stay and only one of the two values is of the status", () => {
    const same = { "2016": five, "2017": five };
    expect(changedCountries(regionLine(same, four))).toMatchObject({ lost: ["THA"], gained: [] });
    const reverse = unassessed(regionLine(same, four, { "2016": four }));
    expect(changedCountries(reverse)).toMatchObject({ lost: [], gained: ["THA"] });
    expect(changedCountries(unassessed(regionLine(same, four)))).toBeNull();
  });

  it("are told against the last value that was stated", () => {
    const line = regionLine({ "2015": five, "2016": four, "2017": four }, four, { "2016": [] });
    for (const none of [missing, suppressed]) {
      const blank = { ...line, points: points([shown("600"), none, shown("889")]) };
      expect(changedCountries(blank)).toEqual({ lost: ["THA"], gained: [], since: period("2015") });
    }
  });

  it("are none where no value is stated, and those of the status where only that is", () => {
    const line = regionLine({ "2016": five, "2017": [...four, "MMR"] }, four);
    const hidden = { ...line, points: points([shown("600"), shown("763"), suppressed]) };
    expect(changedCountries(hidden)).toMatchObject({ lost: ["THA"], gained: [] });
    expect(changedCountries(unassessed(hidden))).toBeNull();
    expect(changedCountries({ ...line, points: points([shown("600"), shown("763"), missing]) })).toBeNull();
  });
});

describe("the countries that came to the chart's values or left them", () => {
  it("are said where the finding, over fewer, says nothing or something else of them", () => {
    const left = regionLine({ "2016": five, "2017": four }, four, { "2016": four });
    expect(changedInDrawing(left)).toEqual({ lost: ["THA"], gained: [], since: period("2016") });
    const both = regionLine({ "2016": [...five, "MMR"], "2017": [...four, "MMR"] }, [...four, "MMR"], { "2016": five });
    expect(changedInDrawing(both)).toMatchObject({ lost: ["THA"], gained: [] });
  });

  it("are left out where the finding says the same, or nobody came or left", () => {
    expect(changedInDrawing(regionLine({ "2016": five, "2017": four }, four, { "2016": five }))).toBeNull();
    expect(changedInDrawing(regionLine({ "2016": five, "2017": five }, four))).toBeNull();
  });

  it("are told against the last point that is drawn, and not without a point now", () => {
    const line = regionLine({ "2015": five, "2016": four, "2017": four }, four, { "2015": four, "2016": four });
    const blank = { ...line, points: points([shown("600"), missing, shown("889")]) };
    expect(changedInDrawing(blank)).toMatchObject({ lost: ["THA"], since: period("2015") });
    expect(changedInDrawing({ ...line, points: points([shown("600"), shown("700"), missing]) })).toBeNull();
  });
});
