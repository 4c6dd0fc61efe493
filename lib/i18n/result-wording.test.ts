import { describe, expect, it } from "vitest";
import { country, indicatorView, missing, points, regionLine, shown } from "@/lib/charts/indicator-view.testing";
import type { Letters } from "@/lib/domain/progress/assessment";
import type { RegionLine } from "@/lib/views/indicator-view";
import type { ShownStatus } from "@/lib/views/shown-status";
import { publicationWords } from "./publication-words";

const words = await publicationWords("en");

const of = (name: string, status: ShownStatus) =>
  country([shown("1"), shown("1"), status === "noValue" ? missing : shown("1")], { code: name, name, status });

describe("the finding about the region", () => {
  const five = ["KHM", "CHN", "LAO", "THA", "VNM"];
  const names = [
    { ...of("Cambodia", "onTrack"), code: "KHM" },
    { ...of("China", "onTrack"), code: "CHN" },
    { ...of("Thailand", "onTrack"), code: "THA" },
  ];
  const same = { "2016": five, "2017": five };
  const said = (region: RegionLine) => words.findingOfRegion(indicatorView(names, { region }), region);
  const lettered = (
    letters: Partial<Letters>,
    change: Partial<RegionLine> = {},
    restsOn = same,
    members = restsOn["2017"],
  ): RegionLine => {
    const line = regionLine(restsOn, members);
    const region = line.assessment!.region!;
    return {
      ...line,
      assessment: { region: { ...region, letters: { ...region.letters, ...letters } }, unit: null },
      ...change,
    };
  };

  it("holds the value against the plan", () => {
    expect(said(lettered({}))).toMatch(/: 889 against 885 planned for 2017$/);
  });

  it("says that a little is lacking where it is on track all the same", () => {
    expect(said(lettered({ y: "97/1", b: "0/1", A: "100/1", T: "200/1" }, { status: "onTrack" }))).toBe(
      "The region is on track, close to the plan: 97 against 100 planned for 2017",
    );
  });

  it("says once what is as planned", () => {
    expect(said(lettered({ y: "4/1", A: "4/1" }, { status: "onTrack" }))).toBe(
      "The region is on track: 4 in 2017, as planned",
    );
  });

  it("makes no merit of nothing where nothing was planned yet", () => {
    expect(said(lettered({ y: "0/1", A: "0/1" }, { status: "onTrack" }))).toBe("The region: 0 in 2017, as planned");
    expect(said(lettered({ y: "0/1", A: "0/1" }, { status: "achieved" }))).toBe(
      "The region has reached its target: 0 in 2017, as planned",
    );
  });

  it("makes no merit of a baseline that was to stay", () => {
    const kept = lettered({ y: "2/1", b: "2/1", A: "2/1", T: "4/1" }, { status: "onTrack" });
    expect(said(kept)).toBe("The region: 2 in 2017, as planned");
  });

  it("holds nothing against a plan that is still nothing", () => {
    const early = lettered({ y: "1/1", b: "0/1", A: "0/1", T: "4/1" }, { status: "onTrack" });
    expect(said(early)).toBe("The region: 1 in 2017, where nothing was planned yet");
    expect(said({ ...early, status: "achieved" })).toBe(
      "The region has reached its target: 1 against 0 planned for 2017",
    );
  });

  describe("of what is to decrease", () => {
    const less = { ...indicatorView([]).indicator, direction: "decrease" as const };
    const saidOfLess = (region: RegionLine, indicator = less) =>
      words.findingOfRegion(indicatorView(names, { region, indicator }), region);

    it("says that the plan is the most that there may be, of values and of counts of countries", () => {
      expect(saidOfLess(lettered({ y: "1/1", b: "5/1", A: "3/1", T: "0/1" }))).toBe(
        "The region is on track: 1 against at most 3 planned for 2017",
      );
      expect(
        saidOfLess(lettered({ y: "1/1", b: "5/1", A: "3/1", T: "0/1" }), { ...less, aggregation: "countOfCountries" }),
      ).toBe("The region is on track: 1 of 5 against at most 3 of 5 planned for 2017");
    });

    it("doesn't take none for nothing", () => {
      expect(saidOfLess(lettered({ y: "4/1", b: "90/1", A: "0/1", T: "0/1" }))).toBe(
        "The region is on track, close to the plan: 4 against at most 0 planned for 2017",
      );
      const counted = { ...less, aggregation: "countOfCountries" as const };
      expect(saidOfLess(lettered({ y: "0/1", b: "3/1", A: "0/1", T: "0/1" }), counted)).toBe(
        "The region is on track: 0 of 5 in 2017, as planned",
      );
    });
  });

  it("says that a value is suppressed, and holds nothing hidden against a plan", () => {
    const hidden = points([shown("1"), shown("2"), { state: "suppressed" }]);
    expect(said(lettered({ y: null }, { points: hidden }))).toBe("The region’s value for 2017 is suppressed");
    expect(said(lettered({ y: null }))).not.toContain("suppressed");
  });

  it("says over which countries it is, where more have a value than a plan", () => {
    const three = five.slice(0, 3);
    const over = "over the three countries with a baseline and targets";
    const too = { statedBefore: { "2016": three } };
    expect(said(lettered({}, too, same, three))).toMatch(new RegExp(`: 889 against 885 planned for 2017, ${over}$`));
    expect(said(lettered({ y: "4/1", A: "4/1" }, too, same, three))).toMatch(
      new RegExp(`: 4 in 2017, as planned, ${over}$`),
    );
    // What isn't held against a plan is over all that have a value.
    expect(said(lettered({ y: null, A: null }, {}, same, three))).toBe("The region: 889 in 2017");
  });

  it("names who stands with an earlier value, of those that it is over", () => {
    const carried = [
      { unit: "KHM", from: "2016" },
      { unit: "THA", from: "2015" },
    ];
    expect(said(lettered({ y: null, A: null }, { carried }))).toBe(
      "The region: 889 in 2017, with values of 2015 for Thailand, with values of 2016 for Cambodia",
    );
    const statedBefore = { "2016": ["KHM", "CHN"] };
    expect(said(lettered({}, { carried, statedBefore }, same, ["KHM", "CHN"]))).toMatch(
      /, over the two countries with a baseline and targets, with values of 2016 for Cambodia$/,
    );
  });

  it("names the countries that came to the value or left it", () => {
    const without = { "2016": five, "2017": five.filter((code) => code !== "THA") };
    expect(said(lettered({}, {}, without))).toMatch(/ planned for 2017 \(without Thailand, unlike 2016\)$/);
    const gained = { "2016": ["CHN", "LAO", "VNM"], "2017": five };
    expect(said(lettered({}, {}, gained))).toMatch(/ \(with Cambodia and Thailand, unlike 2016\)$/);
    const swapped = { "2016": ["KHM", "CHN"], "2017": ["CHN", "THA"] };
    expect(said(lettered({}, {}, swapped))).toMatch(/ \(without Cambodia and with Thailand, unlike 2016\)$/);
  });

  it("names them of the values that it and the finding before state, whoever else has a value", () => {
    const without = { "2016": five, "2017": five.filter((code) => code !== "THA") };
    const three = ["KHM", "CHN", "VNM"];
    const over = /, over the three countries with a baseline and targets$/;
    expect(said(lettered({}, { statedBefore: { "2016": three } }, without, three))).toMatch(over);
    expect(said(lettered({ y: null, A: null }, { statedBefore: { "2016": ["CHN", "LAO", "VNM"] } }, without))).toBe(
      "The region: 889 in 2017 (with Cambodia, unlike 2016)",
    );
  });
});

describe("what the region's value counts", () => {
  const milestone = { ...indicatorView([]).indicator, type: "milestone" as const, steps: ["None", "In force"] };

  it("is countries from a milestone's step on, or those that say yes", () => {
    expect(words.measure({ ...milestone, aggregationStep: 1 }, true)).toBe("Countries at “In force” or further");
    expect(words.measure({ ...milestone, type: "yesNo", steps: [], aggregationStep: null }, true)).toBe("Countries");
  });
});

describe("the reason of what isn't assessed", () => {
  it("names the baseline that is missing before what is hidden", () => {
    expect(words.reason({ code: "hidden", args: { noBaseline: true } })).toMatch(
      /^There is no baseline\..* suppressed/,
    );
    expect(words.reason({ code: "hidden", args: {} })).not.toMatch(/baseline/);
  });
});
