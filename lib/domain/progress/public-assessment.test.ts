import { describe, expect, it } from "vitest";
import { aggregateRegion } from "./aggregation";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  country,
  percentageRules,
  ratio,
  regionInput,
  targets,
  unitInput,
} from "./progress.testing";
import { publicRegionalAssessment, publicUnitAssessment } from "./public-assessment";
import { baselineState, smallBaselineRange } from "./public-baseline";

const nothing = { value: false, previous: false, baseline: false, lastStatus: null, statusOverRange: () => null };
const exact = assess(unitInput());

describe("a country's public assessment", () => {
  it("is the exact one where nothing is hidden, but for the secretariat's warnings", () => {
    expect(publicUnitAssessment(exact, nothing)).toMatchObject({
      status: exact.status,
      R: exact.R,
      letters: exact.letters,
      withheld: [],
    });
    const opposed = assess(unitInput({ targets: targets(null, null, null, 50) }));
    expect(opposed.warnings).toEqual(["targetOpposesDirection"]);
    expect(publicUnitAssessment(opposed, nothing).warnings).toEqual([]);
  });

  it("tells a status that rests on what is hidden only if everything gives it, and then no R and no step", () => {
    const hidden = publicUnitAssessment(exact, { ...nothing, value: true });
    expect(hidden).toMatchObject({ status: "notAssessed", reason: { code: "hidden" }, R: null, withheld: ["y"] });
    const told = publicUnitAssessment(exact, { ...nothing, value: true, statusOverRange: () => "onTrack" });
    expect(told).toMatchObject({ status: "onTrack", reason: null, R: null, step: null });
  });

  it("withholds the planned value with the baseline, unless it is a target of its own", () => {
    expect(publicUnitAssessment(exact, { ...nothing, baseline: true }).withheld).toEqual(["b", "A"]);
    const own = assess(unitInput({ targets: targets(null, 140, null, 180) }));
    const open = publicUnitAssessment(own, { ...nothing, baseline: true });
    expect(open).toMatchObject({ withheld: ["b"], letters: { b: null, A: "140/1" } });
    expect(open.inputs.baseline).toMatchObject({ value: null, measuredOn: "2014-12-31" });
  });

  it("tells a reason that the framework alone decides, whatever is hidden", () => {
    const noTarget = assess(unitInput({ targets: [] }));
    expect(publicUnitAssessment(noTarget, { ...nothing, value: true })).toMatchObject({ reason: { code: "noTarget" } });
  });

  it("names, as the method's order has it, what everybody knows before what is hidden: the baseline that is missing", () => {
    const none = assess(unitInput({ baseline: null }));
    const reasonOf = (exact: typeof none, status: "notAssessed" | null) =>
      publicUnitAssessment(exact, { ...nothing, value: true, statusOverRange: () => status }).reason;
    // One of the values that it may be would be "achieved".
    expect(reasonOf(none, null)).toEqual({ code: "hidden", args: { noBaseline: true } });
    expect(reasonOf(none, "notAssessed")).toEqual({ code: "noBaseline", args: {} });
    // Whether it is achieved or not, the reader is told the same.
    const achieved = assess(unitInput({ baseline: null, value: approved(count(1000)) }));
    expect([achieved.status, reasonOf(achieved, null)]).toEqual(["achieved", reasonOf(none, null)]);
    expect(reasonOf(exact, null)).toEqual({ code: "hidden", args: {} });
    // At the plan's end "achieved" or "missed" is known without one.
    const ended = assess(unitInput({ baseline: null, period: { startsOn: "2018-01-01", endsOn: "2018-12-31" } }));
    expect(reasonOf(ended, null)).toEqual({ code: "hidden", args: {} });
  });

  it("names a definition that changed, whatever is hidden", () => {
    const versions = [1, 2].map((version) => ({ version, comparable: version === 1 }));
    const changed = assess(unitInput({ versions, value: { ...approved(count(150)), version: 2 } }));
    expect(changed.reason?.code).toBe("incomparableVersions");
    expect(publicUnitAssessment(changed, { ...nothing, value: true }).reason).toEqual(changed.reason);
  });

  it("gives no trend away that a hidden value decides", () => {
    const input = unitInput({ targets: [], previous: approved(count(100)) });
    expect(publicUnitAssessment(assess(input), nothing).trend).toBe("up");
    expect(publicUnitAssessment(assess(input), { ...nothing, previous: true }).trend).toBeNull();
    expect(publicUnitAssessment(assess(input), { ...nothing, value: true }).trend).toBeNull();
  });

  it("names the last status that the public could read", () => {
    const gap = assess(unitInput({ value: null, lastStatus: { status: "onTrack", periodEndsOn: "2015-12-31" } }));
    expect(publicUnitAssessment(gap, nothing).reason).toMatchObject({ args: { lastStatus: "none", lastYear: "" } });
  });
});

describe("the region's public assessment", () => {
  const path = { baseline: baseline(ratio(40, 100)), targets: targets(null, null, null, 80) };
  const percentages = regionInput({
    rules: percentageRules,
    countries: [
      country("KHM", { ...path, value: approved(ratio(50, 100)) }),
      country("LAO", { ...path, value: approved(ratio(30, 60)) }),
      country("THA", { value: approved(ratio(90, 100)) }),
    ],
  });
  const { value, assessment } = aggregateRegion(percentages);
  const hidden = {
    value: false,
    others: true,
    previous: false,
    lastStatus: null,
    statusOverRange: () => null,
    members: new Map([["LAO", { value: true, baseline: false }]]),
  };

  it("withholds all letters of a percentage, for they are weighted by a denominator that is hidden", () => {
    expect(publicRegionalAssessment(assessment, value, hidden)).toMatchObject({
      status: "notAssessed",
      reason: { code: "hidden" },
      R: null,
      withheld: ["y", "b", "A", "T"],
    });
  });

  it("shows y where it is the region's own value", () => {
    const two = aggregateRegion({ ...percentages, countries: percentages.countries.slice(0, 2) });
    const told = { ...hidden, others: false };
    expect(publicRegionalAssessment(two.assessment, two.value, told).withheld).toEqual(["b", "A", "T"]);
    expect(publicRegionalAssessment(two.assessment, two.value, { ...told, value: true }).withheld).toContain("y");
  });

  it("shows y where anybody can take the countries that have no part in it away from the region's value", () => {
    const told = publicRegionalAssessment(assessment, value, { ...hidden, others: false });
    // 170 of 260, less the 90 of 100 of Thailand, which show as well.
    expect(told.letters.y).toBe("1/2");
    expect(told.withheld).toEqual(["b", "A", "T"]);
    expect(told.status).toBe("notAssessed");
    for (const more of [{ others: true }, { others: false, value: true }]) {
      expect(publicRegionalAssessment(assessment, value, { ...hidden, ...more }).withheld).toContain("y");
    }
  });

  it("shows of its members what each shows of itself", () => {
    const { inputs } = publicRegionalAssessment(assessment, value, hidden);
    expect(inputs.members).toMatchObject([
      { unit: "KHM", isShown: true, letters: { y: "1/2" } },
      { unit: "LAO", isShown: false, letters: { y: null, b: "2/5" } },
    ]);
  });
});

describe("a baseline", () => {
  const persons = { countsPersons: true };

  it.each([
    [count(0), "shown"],
    [count(1), "small"],
    [count(4), "small"],
    [count(5), "shown"],
    [count("<10"), "small"],
    [ratio(3, 50), "small"],
    [ratio(48, 50), "small"],
    [ratio(50, 50), "shown"],
    [ratio(0, 0), "shown"],
    [ratio(0, 3), "small"],
  ])("%j is %s", (value, state) => {
    expect(baselineState(persons, value, 5)).toBe(state);
    expect(baselineState({ countsPersons: false }, value, 5)).toBe("shown");
  });

  it("that is small may be anything that its state leaves open", () => {
    expect(smallBaselineRange(count(3), 5)).toEqual({ low: count(1), high: count(4) });
    expect(smallBaselineRange(count("<10"), 5)).toEqual({ low: count(0), high: count(9) });
    expect(smallBaselineRange(ratio(3, 50), 5)).toEqual({ low: ratio(0, 1), high: ratio(1, 1) });
  });
});
