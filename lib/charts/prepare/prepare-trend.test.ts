import { describe, expect, it } from "vitest";
import {
  assessment,
  country,
  indicatorView,
  missing,
  period,
  points,
  shown,
  words,
} from "@/lib/charts/indicator-view.testing";
import { absentKey } from "@/lib/charts/trend-model";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import type { PublicValue } from "@/lib/views/public-value";
import { endsOfPaths, prepareTrend } from "./prepare-trend";

const panelOf = (...given: Parameters<typeof indicatorView>) => prepareTrend(indicatorView(...given), words).panels[0]!;
const ys = (runs: readonly (readonly { y: number }[])[]) => runs.map((run) => run.map(({ y }) => y));

describe("trend", () => {
  it("runs from the baseline through every value, beside the planned path to the target", () => {
    const panel = panelOf([country([shown("141"), shown("172"), shown("206")])]);
    expect(ys(panel.runs)).toEqual([[120, 141, 172, 206]]);
    expect(panel.planned.map(({ y }) => y)).toEqual([120, 230, 280]);
    expect(panel.target).toMatchObject({ y: 280, text: "280", when: "2018" });
    expect(panel.markers.map(({ kind }) => kind)).toEqual(["baseline", "value", "value", "value"]);
  });

  it("goes on past the plan's end at the last target, which stands", () => {
    const later = { period: period("2020"), periods: ["2015", "2018", "2019", "2020"].map((year) => period(year)) };
    const months = ["2014-12-31", "2017-12-31", "2018-12-31", "2020-12-31"].map(monthNumber);
    const panel = panelOf([country([shown("141")])], later);
    expect(panel.planned.map(({ at, y }) => [at, y])).toEqual(
      [120, 230, 280, 280].map((y, index) => [months[index], y]),
    );
    expect(panel.target).toEqual({ at: months[3], y: 280, text: "280", when: "2018" });
    const { inputs } = assessment();
    const [end] = inputs.targets.slice(-1);
    const without = assessment({ inputs: { ...inputs, baseline: null, targets: [end!] } });
    expect(panelOf([country([shown("141")], { assessment: without })], later).planned).toHaveLength(2);
  });

  it("draws a plan between yes and no as a step at the target's moment: it isn't half so before", () => {
    const { inputs } = assessment();
    const answer = (yes: boolean) => ({ kind: "yesNo" as const, yes });
    const told = assessment({
      inputs: {
        ...inputs,
        baseline: { value: answer(false), measuredOn: "2014-12-31", version: 1 },
        targets: [
          { endsOn: "2016-12-31", value: answer(false), version: 1 },
          { endsOn: "2018-12-31", value: answer(true), version: 1 },
        ],
      },
    });
    const given = country([{ state: "shown", value: answer(false) }], { assessment: told });
    const view = indicatorView([given]);
    const indicator = { ...view.indicator, type: "yesNo" as const };
    const panel = prepareTrend({ ...view, indicator }, words).panels[0]!;
    const [start, end] = [monthNumber("2014-12-31"), monthNumber("2018-12-31")];
    expect(panel.planned).toEqual([
      { at: start, y: 0 },
      { at: monthNumber("2016-12-31"), y: 0 },
      { at: end, y: 0 },
      { at: end, y: 1 },
    ]);
  });

  it("draws a milestone's plan as its status counts it: a step from the period's end at which it is reached", () => {
    const { inputs } = assessment();
    const at = (step: number) => ({ kind: "step" as const, step });
    const told = assessment({
      inputs: {
        ...inputs,
        baseline: { value: at(0), measuredOn: "2014-12-31", version: 1 },
        targets: [
          { endsOn: "2017-12-31", value: at(1), version: 1 },
          { endsOn: "2018-12-31", value: at(3), version: 1 },
        ],
      },
    });
    const view = indicatorView([country([{ state: "shown", value: at(0) }], { assessment: told })]);
    const indicator = { ...view.indicator, type: "milestone" as const };
    const { planned } = prepareTrend({ ...view, indicator }, words).panels[0]!;
    const [begin, first, end] = ["2014-12-31", "2017-12-31", "2018-12-31"].map(monthNumber);
    expect(planned).toEqual([
      { at: begin, y: 0 },
      { at: first, y: 0 },
      { at: first, y: 1 },
      { at: end, y: 1 },
      { at: end, y: 3 },
    ]);
  });

  it("draws a step that a plan gives up for a year as a year, and no spike", () => {
    const { inputs } = assessment();
    const at = (step: number) => ({ kind: "step" as const, step });
    const targets = [2, 3, 4, 4].map((step, index) => ({
      endsOn: `${2015 + index}-12-31`,
      value: at(step),
      version: 1,
    }));
    const baseline = { value: at(3), measuredOn: "2014-12-31", version: 1 };
    const told = assessment({ inputs: { ...inputs, baseline, targets } });
    const view = indicatorView([country([{ state: "shown", value: at(2) }], { assessment: told })]);
    const { planned } = prepareTrend({ ...view, indicator: { ...view.indicator, type: "milestone" } }, words)
      .panels[0]!;
    expect(planned.map((spot) => [(spot.at - planned[0]!.at) / 12, spot.y])).toEqual([
      [0, 3],
      [1, 3],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
      [3, 4],
      [4, 4],
    ]);
  });

  it("says of a country without an approved report that there is none", () => {
    const none = { state: "missing", reason: "noApprovedReport" } as const;
    const panel = panelOf([country([shown("141"), none, shown("206")])]);
    expect(panel.blanks).toMatchObject([{ when: "2016", text: "no approved report" }]);
    expect(panel.gaps).toHaveLength(1);
  });

  it("leaves a gap where there is no value, crossed by a dotted line, and never draws 0", () => {
    const panel = panelOf([country([shown("141"), missing, shown("206")])]);
    expect(ys(panel.runs)).toEqual([[120, 141], [206]]);
    expect(panel.gaps.map(([from, to]) => [from.y, to.y])).toEqual([[141, 206]]);
    expect(panel.blanks).toMatchObject([{ when: "2016", text: "no value" }]);
    expect(panel.markers.some(({ y }) => y === 0)).toBe(false);
  });

  it("names in its key what is drawn, and nothing else", () => {
    const none = { state: "missing", reason: "noApprovedReport" } as const;
    const outside = { state: "missing", reason: "notApplicable" } as const;
    const keyOf = (...lines: PublicValue[][]) => {
      const { markerKinds, absent } = prepareTrend(indicatorView(lines.map((values) => country(values))), words);
      return [markerKinds.value, markerKinds.gap, absentKey(absent)];
    };
    expect(keyOf([shown("141"), outside, shown("206")])).toEqual([true, true, "Not applicable"]);
    expect(keyOf([shown("1"), missing, outside, shown("4")], [shown("1"), none, shown("3")])).toEqual([
      true,
      true,
      "No value / not applicable / no approved report",
    ]);
    // The baseline is of the year that has no value.
    const { inputs } = assessment();
    const late = { ...inputs, baseline: { ...inputs.baseline!, measuredOn: "2015-12-31" } };
    const told = [country([missing, shown("206")], { assessment: assessment({ inputs: late }) })];
    expect(prepareTrend(indicatorView(told), words)).toMatchObject({
      markerKinds: { gap: true },
      absent: ["no value"],
    });
    // Nothing is drawn to where no value follows.
    expect(keyOf([shown("141"), outside])).toEqual([true, false, ""]);
    expect(keyOf([none, none])).toEqual([false, false, ""]);
  });

  it("draws no line across what is suppressed: it would tell where the value lies", () => {
    const panel = panelOf([country([shown("141"), { state: "suppressed" }, shown("206")])]);
    expect(panel.gaps).toEqual([]);
    expect(panel.blanks).toMatchObject([{ text: "suppressed" }]);
  });

  it("marks a small count within its bound, hollow, with its text", () => {
    const panel = panelOf([country([{ state: "small", below: 5 }])]);
    expect(panel.markers.at(-1)).toMatchObject({ kind: "censored", y: 2.5, text: "<5" });
  });

  it("marks a sum with such a count in it between the least and the most that it can be", () => {
    const panel = panelOf([country([{ state: "small", below: 1_204, from: 1_200 }])]);
    expect(panel.markers.at(-1)).toMatchObject({ kind: "censored", y: 1_202, text: "<1,204" });
  });

  it("breaks where definitions can't be compared, and only there", () => {
    const history = (comparable: boolean) => [
      { version: 2, validFrom: "2016-01-01", comparable, definition: "" },
      { version: 1, validFrom: null, comparable: true, definition: "" },
    ];
    const line = country([], { points: points([shown("141"), shown("172")], [1, 2]) });
    expect(ys(panelOf([line], { history: history(true) }).runs)).toEqual([[120, 141, 172]]);
    const broken = panelOf([line], { history: history(false) });
    expect(ys(broken.runs)).toEqual([[120, 141], [172]]);
    expect(broken.gaps).toEqual([]);
  });

  it("marks a new definition between its first period and the one before, never at a year of the old one", () => {
    const began = (validFrom: string) => [
      { version: 2, validFrom, comparable: false, definition: "" },
      { version: 1, validFrom: null, comparable: true, definition: "" },
    ];
    const breaks = (validFrom: string) => {
      const line = country([shown("141"), shown("172"), shown("206")]);
      const { breaks: found, time } = prepareTrend(indicatorView([line], { history: began(validFrom) }), words);
      return found.map(({ at }) => time.ticks.findLast((tick) => tick.at < at)?.label);
    };
    expect(breaks("2016-01-01")).toEqual(["2015"]);
    // One that began within a year holds from the next on; one that holds after the page's period isn't there yet.
    expect(breaks("2015-07-01")).toEqual(["2015"]);
    expect(breaks("2018-01-01")).toEqual([]);
    const middle = prepareTrend(indicatorView([country([shown("1")])], { history: began("2016-01-01") }), words);
    expect(middle.breaks).toEqual([{ at: monthNumber("2016-06-30"), version: 2 }]);
  });

  it("marks it also where the baseline is as late as the last value under the old definition", () => {
    const { inputs } = assessment();
    const baseline = { value: { kind: "number" as const, number: "52" }, measuredOn: "2015-12-31", version: 2 };
    const late = assessment({ inputs: { ...inputs, baseline } });
    const history = [
      { version: 2, validFrom: "2016-01-01", comparable: false, definition: "" },
      { version: 1, validFrom: null, comparable: true, definition: "" },
    ];
    const line = country([], { points: points([shown("56"), shown("60")], [1, 2]), assessment: late });
    const { breaks, panels } = prepareTrend(indicatorView([line], { history }), words);
    expect(breaks).toEqual([{ at: monthNumber("2016-06-30"), version: 2 }]);
    expect(ys(panels[0]!.runs)).toEqual([[52], [56], [60]]);
    expect(panels[0]!.markers.map(({ kind }) => kind)).toEqual(["baseline", "value", "value"]);
  });

  it("names the year of the baseline and of every period on the axis of time", () => {
    const { time } = prepareTrend(indicatorView([country([shown("141")])]), words);
    expect(time.ticks.map(({ label }) => label)).toEqual(["2014", "2015", "2016", "2017", "2018"]);
  });

  it("has neither path nor target for a country without an approved report", () => {
    const panel = panelOf([country([missing], { assessment: null, status: "noValue" })]);
    expect(panel).toMatchObject({ markers: [], planned: [], target: null, runs: [] });
  });

  it("knows where its paths end: with the definition, and not with the plan", () => {
    const until2016 = assessment();
    until2016.inputs.targets = [{ endsOn: "2016-12-31", value: { kind: "number", number: "200" }, version: 1 }];
    const early = country([shown("100")], { assessment: until2016 });
    const late = country([shown("100")], { code: "LAO" });
    expect(endsOfPaths(prepareTrend(indicatorView([early]), words))).toEqual(["2016"]);
    expect(endsOfPaths(prepareTrend(indicatorView([late, early, late]), words))).toEqual(["2016", "2018"]);
    const without = country([shown("100")], { assessment: null });
    expect(endsOfPaths(prepareTrend(indicatorView([without]), words))).toEqual([]);
  });
});
