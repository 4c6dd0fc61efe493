import { describe, expect, it } from "vitest";
import { indicatorView, period, points, regionLine, shown, words } from "@/lib/charts/indicator-view.testing";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { prepareRegionTrend } from "./prepare-region-trend";

const five = ["KHM", "CHN", "LAO", "THA", "VNM"];

describe("trend of the region", () => {
  it("breaks where the set of countries changes", () => {
    const given = regionLine({ "2015": five.slice(1), "2016": five, "2017": five }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel?.runs.map((run) => run.map(({ y }) => y))).toEqual([[600], [763, 889]]);
  });

  it("shows baseline, plan and target where they rest on the countries of the value", () => {
    const given = regionLine({ "2015": five, "2016": five, "2017": five }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel?.planned.map(({ y }) => y)).toEqual([555, 885, 1010]);
    expect(panel?.target?.text).toBe("1,010");
    expect(panel?.markers[0]).toMatchObject({ kind: "baseline", y: 555, when: "2014" });
  });

  it("goes on past the plan's end at the target, which stands", () => {
    const given = regionLine({ "2015": five, "2016": five, "2017": five, "2019": five }, five);
    const later = { period: period("2019"), periods: ["2015", "2018", "2019"].map((year) => period(year)) };
    const [panel] = prepareRegionTrend(indicatorView([], { ...later, region: given }), words)!.panels;
    const months = ["2014-12-31", "2018-12-31", "2019-12-31"].map(monthNumber);
    expect(panel?.planned.map(({ at, y }) => [at, y])).toEqual([555, 1010, 1010].map((y, index) => [months[index], y]));
    expect(panel?.target).toMatchObject({ at: months[2], when: "2018" });
  });

  it("shows no plan beside a value of other countries", () => {
    const given = regionLine({ "2015": five, "2016": five, "2017": [...five, "MMR"] }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel).toMatchObject({ planned: [], target: null });
  });

  it("draws a plan of yes and no as steps: each country's answer changes at its target's moment", () => {
    const given = regionLine({ "2015": five, "2016": five, "2017": five }, five);
    const told = given.assessment!.region!;
    const targets = (...years: string[]) =>
      years.map((year) => ({ endsOn: `${year}-12-31`, value: { kind: "yesNo" as const, yes: true }, version: 1 }));
    const members = told.inputs.members.map((member, index) => ({
      ...member,
      targets: index < 2 ? targets("2016", "2018") : targets("2018"),
      baseline: { ...member.baseline, value: { kind: "yesNo" as const, yes: index === 4 } },
    }));
    const letters = { ...told.letters, y: "2/1", b: "1/1", A: "3/1", T: "5/1" };
    const region = {
      ...given,
      points: points([shown("1"), shown("2"), shown("2")]),
      assessment: { region: { ...told, letters, inputs: { ...told.inputs, members } }, unit: null },
    };
    const view = indicatorView([], { region });
    const indicator = { ...view.indicator, type: "yesNo" as const, aggregation: "countOfCountries" as const };
    const [panel] = prepareRegionTrend({ ...view, indicator }, words)!.panels;
    const corners = panel!.planned.map(({ at, y }) => [at - panel!.planned[0]!.at, y]);
    expect(corners).toEqual([
      [0, 1],
      [24, 1],
      [24, 3],
      [48, 3],
      [48, 5],
    ]);
  });

  it("draws a plan of steps as the status counts it: a country from the period's end at which it plans to be at the step", () => {
    const given = regionLine({ "2015": five, "2016": five, "2017": five }, five);
    const told = given.assessment!.region!;
    const at = (step: number) => ({ kind: "step" as const, step });
    // From step 0, four pass step 3 a year before the end; one plans for it then, and for less after it.
    const members = told.inputs.members.map((member, index) => ({
      ...member,
      baseline: { ...member.baseline, value: at(0) },
      targets:
        index === 0
          ? [
              { endsOn: "2017-12-31", value: at(3), version: 1 },
              { endsOn: "2018-12-31", value: at(2), version: 1 },
            ]
          : [{ endsOn: "2018-12-31", value: at(4), version: 1 }],
    }));
    const letters = { y: "0/1", b: "0/1", A: "5/1", T: "5/1" };
    const region = {
      ...given,
      points: points([shown("0"), shown("0"), shown("1")]),
      assessment: { region: { ...told, letters, inputs: { ...told.inputs, members } }, unit: null },
    };
    const view = indicatorView([], { region });
    const counted = { type: "milestone", aggregation: "countOfCountries", aggregationStep: 3 } as const;
    const [panel] = prepareRegionTrend({ ...view, indicator: { ...view.indicator, ...counted } }, words)!.panels;
    const corners = panel!.planned.map(({ at, y }) => [at - panel!.planned[0]!.at, y]);
    expect(corners).toEqual([
      [0, 0],
      [36, 0],
      [36, 5],
      [48, 5],
      [48, 4],
    ]);
  });

  it("says of each count of countries how many had a value", () => {
    const given = regionLine({ "2015": five.slice(1), "2016": five, "2017": five }, five);
    const countries = { ...given, points: points([shown("2"), shown("3"), shown("4")]) };
    const view = indicatorView([], { region: countries });
    const indicator = { ...view.indicator, type: "yesNo" as const, aggregation: "countOfCountries" as const };
    const [panel] = prepareRegionTrend({ ...view, indicator }, words)!.panels;
    expect(panel?.markers.map(({ text }) => text)).toEqual(["555 of 5", "2 of 4", "3 of 5", "4 of 5"]);
    expect(panel?.target?.text).toBe("1,010 of 5");
  });
});
