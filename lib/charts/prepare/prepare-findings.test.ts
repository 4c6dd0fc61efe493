import { describe, expect, it } from "vitest";
import { row, view } from "@/lib/views/regional-view.testing";
import { prepareFindings } from "./prepare-findings";

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
    given.countries[2]!.value = { state: "missing", reason: "notApplicable" };
    expect(prepareFindings(view([given])).values).toEqual({ given: 1, due: 2, notApplicable: 1 });
  });

  it("names what every country with a value reached, whoever hasn't reported, and in how many of them", () => {
    const all = row("G1.1-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "achieved"]);
    const five = row("G1.2-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "noValue"]);
    const few = row("G1.4-a", ["achieved", "achieved", "maintained", "noValue", "noValue", "noValue"]);
    const but = row("G1.5-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "onTrack"]);
    const unknown = row("G1.6-a", ["achieved", "achieved", "maintained", "achieved", "achieved", "notAssessed"]);
    const region = row("G1.3-a", [null, null, null, null, null, null]);
    const { reachedByAll } = prepareFindings(view([few, but, unknown, five, region, all]));
    expect(reachedByAll.map(({ code, count }) => [code, count])).toEqual([
      ["G1.1-a", 6],
      ["G1.2-a", 5],
    ]);
  });

  it("takes indicators of several goals where they tie, not the first of the framework", () => {
    const kept = ["maintained", "maintained"] as const;
    const { reachedByAll } = prepareFindings(view([row("G1.1-a", kept), row("G1.2-a", kept), row("G3.1-a", kept)]));
    expect(reachedByAll.map(({ code }) => code)).toEqual(["G1.1-a", "G3.1-a", "G1.2-a"]);
    const slow = ["limitedProgress", "missed"] as const;
    const { slowest } = prepareFindings(view([row("G1.1-a", slow), row("G1.2-a", slow), row("G3.1-a", slow)]));
    expect(slowest.map(({ code }) => code)).toEqual(["G1.1-a", "G3.1-a"]);
  });

  it("names every result that moved away, those of most countries first", () => {
    const { movedAway, movedAwayOn } = prepareFindings(
      view([row("G1.1-a", ["onTrack", "movingAway"]), row("G3.1-a", ["movingAway", "onTrack", "movingAway"])]),
    );
    expect(movedAway).toBe(3);
    expect(
      movedAwayOn.map(({ indicator, countries }) => [indicator.code, ...countries.map(({ code }) => code)]),
    ).toEqual([
      ["G3.1-a", "KHM", "LAO"],
      ["G1.1-a", "CHN"],
    ]);
  });

  it("names where the largest share of the countries assessed is behind, and counts who else has that share", () => {
    const found = prepareFindings(
      view([
        // More countries behind, but a smaller share of those assessed.
        row("G1.1-a", ["limitedProgress", "missed", "accelerationNeeded", "missed", "movingAway", "onTrack"]),
        row("G1.2-a", ["limitedProgress", "missed", "notAssessed", "noValue"]),
        row("G3.1-a", ["movingAway", "accelerationNeeded", "limitedProgress", "notApplicable"]),
        row("G3.2-a", ["movingAway", "missed", "limitedProgress", "missed"]),
        // One country's word is no share.
        row("G4.1-a", ["missed", "notAssessed", "notAssessed"]),
      ]),
    );
    expect(found.slowest).toEqual([
      { code: "G3.2-a", title: "Indicator G3.2-a", behind: 4, assessed: 4 },
      { code: "G3.1-a", title: "Indicator G3.1-a", behind: 3, assessed: 3 },
    ]);
    expect(found.asSlow).toBe(1);
  });

  it("names one alone where no other has its share, and none where nobody is behind", () => {
    const some = row("G1.1-a", ["limitedProgress", "onTrack", "accelerationNeeded"]);
    expect(prepareFindings(view([some, row("G2.1-a", ["missed", "onTrack"])]))).toMatchObject({
      slowest: [{ code: "G1.1-a", behind: 2, assessed: 3 }],
      asSlow: 0,
    });
    expect(prepareFindings(view([row("G1.1-a", ["onTrack", "pending"])])).slowest).toEqual([]);
  });

  it("names the few countries that hold most of what moved away, and none where it is spread", () => {
    const reportedByAll = (...rows: Parameters<typeof view>) => {
      const all = view(...rows);
      return { ...all, reported: all.countries.map(({ code }) => code) };
    };
    const few = prepareFindings(
      reportedByAll([
        row("G1.1-a", ["movingAway", "onTrack", "movingAway"]),
        row("G1.2-a", ["onTrack", "movingAway", "movingAway"]),
        row("G1.3-a", ["movingAway", "onTrack", "movingAway"]),
      ]),
    );
    expect(few.movedAwayMostly).toEqual({
      countries: [
        { code: "LAO", name: "Lao PDR" },
        { code: "KHM", name: "Cambodia" },
      ],
      count: 5,
    });
    const evenly = prepareFindings(
      reportedByAll([
        row("G1.1-a", ["movingAway", "onTrack", "onTrack", "onTrack", "onTrack", "onTrack"]),
        row("G1.2-a", ["onTrack", "movingAway", "movingAway", "onTrack", "onTrack", "onTrack"]),
      ]),
    );
    // Two of the three, which have one each, would be any two.
    expect(evenly.movedAwayMostly).toBeNull();
    // Where one alone reported, it can't be anywhere else.
    const alone = reportedByAll([row("G1.1-a", ["movingAway"]), row("G1.2-a", ["movingAway"])]);
    expect(prepareFindings(alone).movedAwayMostly).toMatchObject({ count: 2 });
    expect(prepareFindings({ ...alone, reported: ["KHM"] }).movedAwayMostly).toBeNull();
    expect(prepareFindings({ ...alone, reported: ["KHM", "CHN"] }).movedAwayMostly).toMatchObject({ count: 2 });
    // Three of five hold most of them: named as three of the six are.
    const three = reportedByAll([
      row("G1.1-a", ["movingAway", "movingAway", "movingAway", "movingAway", "onTrack"]),
      row("G1.2-a", ["movingAway", "movingAway", "movingAway", "onTrack", "onTrack"]),
      row("G1.3-a", ["movingAway", "movingAway", "movingAway", "onTrack", "onTrack"]),
    ]);
    const five = three.reported.slice(0, 5);
    expect(prepareFindings({ ...three, reported: five }).movedAwayMostly).toMatchObject({ count: 9 });
    const spread = Array<"movingAway">(6).fill("movingAway");
    expect(prepareFindings(reportedByAll([row("G1.1-a", spread)])).movedAwayMostly).toBeNull();
    expect(prepareFindings(reportedByAll([row("G1.1-a", ["movingAway"])])).movedAwayMostly).toBeNull();
  });
});
