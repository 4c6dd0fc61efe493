import { describe, expect, it } from "vitest";
import { prepareFindings } from "./prepare-findings";
import { row, view } from "./regional-view.testing";

describe("findings", () => {
  it("counts what is assessed, and of it what is achieved, maintained or on track", () => {
    const found = prepareFindings(
      view([row("G1.1-a", ["achieved", "maintained", "onTrack", "missed", "noValue", "suppressed"])]),
    );
    expect(found).toMatchObject({ assessed: 4, favourable: 3, percent: 75, yearsLeft: 1 });
  });

  it("says nothing in per cent where nothing is assessed", () => {
    expect(prepareFindings(view([row("G1.1-a", ["noValue", "notAssessed"])])).percent).toBeNull();
    expect(prepareFindings(view([])).percent).toBeNull();
  });

  it("counts values given of those due: what doesn't apply isn't due, what is missing is", () => {
    const given = row("G1.1-a", ["onTrack", "noValue", "noValue"]);
    given.countries[2]!.figure = { mark: "missing", reason: "notApplicable" };
    expect(prepareFindings(view([given])).values).toEqual({ given: 1, due: 2, notApplicable: 1 });
  });

  it("names what every country reached, and never an indicator that one of them hasn't", () => {
    const all = row("G1.1-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "achieved"]);
    const but = row("G1.2-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "noValue"]);
    const region = row("G1.3-a", [null, null, null, null, null, null]);
    expect(prepareFindings(view([but, region, all])).reachedByAll.map(({ code }) => code)).toEqual(["G1.1-a"]);
  });

  it("names the indicators on which the most countries fall behind, not one where a single country does", () => {
    const found = prepareFindings(
      view([
        row("G1.1-a", ["limitedProgress", "onTrack"]),
        row("G1.2-a", ["limitedProgress", "missed", "onTrack"]),
        row("G3.1-a", ["movingAway", "limitedProgress", "limitedProgress"]),
      ]),
    );
    expect(found.slowest.map(({ code }) => code)).toEqual(["G3.1-a", "G1.2-a"]);
  });

  it("names the few countries that hold most of what moved away, and none where it is spread", () => {
    const few = prepareFindings(
      view([
        row("G1.1-a", ["movingAway", "onTrack", "movingAway"]),
        row("G1.2-a", ["onTrack", "movingAway", "movingAway"]),
        row("G1.3-a", ["onTrack", "onTrack", "movingAway"]),
      ]),
    );
    expect(few.movedAwayMostly).toEqual({
      countries: [
        { code: "LAO", name: "Lao PDR" },
        { code: "KHM", name: "Cambodia" },
      ],
      count: 4,
    });
    const spread = Array<"movingAway">(6).fill("movingAway");
    expect(prepareFindings(view([row("G1.1-a", spread)])).movedAwayMostly).toBeNull();
    expect(prepareFindings(view([row("G1.1-a", ["movingAway"])])).movedAwayMostly).toBeNull();
  });
});
