import { describe, expect, it } from "vitest";
import type { PublicRegionalAssessment } from "@/lib/domain/public-assessment";
import type { RegionLine } from "./indicator-view";
import { assessment, indicatorView, points, shown, words } from "./indicator-view.testing";
import { prepareRegionTrend } from "./prepare-region-trend";

function region(restsOn: Record<string, readonly string[]>, members: readonly string[]): RegionLine {
  const { inputs: _, ...told } = assessment({}, { y: "889/1", b: "555/1", A: "885/1", T: "1010/1" });
  const regional: PublicRegionalAssessment = {
    ...told,
    inputs: {
      ...{
        type: "number",
        direction: "increase",
        accumulation: "perPeriod",
        aggregation: "sum",
        aggregationStep: null,
      },
      period: { startsOn: "2017-01-01", endsOn: "2017-12-31" },
      endOfPlan: "2018-12-31",
      members: members.map((unit) => ({
        ...{ unit, carriedFrom: null, isShown: true, targets: [], letters: told.letters },
        baseline: { figure: null, measuredOn: "2014-12-31", version: 1 },
      })),
    },
  };
  return {
    ...{ code: "REGION", name: "Region", status: "onTrack", ratio: null, approvedOn: null, carried: [] },
    points: points([shown("600"), shown("763"), shown("889")]),
    assessment: { region: regional, unit: null },
    countries: { in: members.length, of: 6 },
    restsOn,
  };
}
const five = ["KHM", "CHN", "LAO", "THA", "VNM"];

describe("trend of the region", () => {
  it("breaks where the set of countries changes", () => {
    const given = region({ "2015": five.slice(1), "2016": five, "2017": five }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel?.runs.map((run) => run.map(({ y }) => y))).toEqual([[600], [763, 889]]);
  });

  it("shows baseline, plan and target where they rest on the countries of the figure", () => {
    const given = region({ "2015": five, "2016": five, "2017": five }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel?.planned.map(({ y }) => y)).toEqual([555, 885, 1010]);
    expect(panel?.target?.text).toBe("1,010");
    expect(panel?.markers[0]).toMatchObject({ kind: "baseline", y: 555, when: "2014" });
  });

  it("shows no plan beside a figure of other countries", () => {
    const given = region({ "2015": five, "2016": five, "2017": [...five, "MMR"] }, five);
    const [panel] = prepareRegionTrend(indicatorView([], { region: given }), words)!.panels;
    expect(panel).toMatchObject({ planned: [], target: null });
  });
});
