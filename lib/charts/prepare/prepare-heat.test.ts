import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wording } from "@/lib/charts/wording.testing";
import type { RegionalView } from "@/lib/views/regional-view";
import { cell, row, view } from "@/lib/views/regional-view.testing";
import { carriedIn, packRows, prepareHeat, prepareHeatValues, regionSign, unpackRows } from "./prepare-heat";

const valuesOf = (given: ReturnType<typeof row>) =>
  prepareHeatValues(view([given]), wording, String, {
    value: ({ in: over, of }) => `${over} of ${of}`,
    status: ({ in: over, of }) => `${over}/${of}`,
  })[given.code];

const heatOf = (given: RegionalView) =>
  prepareHeat(given, (carried) => carried.map(({ unit, from }) => `${unit} (${from})`).join(", "));

describe("heat map", () => {
  it("groups rows by pillar and goal in the framework's order and leaves out what is empty", () => {
    const pillars = heatOf(view([row("G3.1-a", ["onTrack"]), row("G3.2-a", ["missed"])]));
    expect(pillars.map(({ code, goals }) => [code, goals.map((goal) => goal.code)])).toEqual([["P2", ["G3"]]]);
  });

  it("has a letter a country and one for the region, and a dash where there is no cell", () => {
    const regional = { ...row("G1.1-a", [null, null]), region: null };
    const [pillar] = heatOf(view([row("G1.2-a", ["achieved", "noValue"]), regional]));
    expect(unpackRows(pillar!.goals[0]!.rows).map(({ letters }) => letters)).toEqual(["AK-", "---"]);
  });

  it("says 5/6 only where countries are missing from the region's status", () => {
    const withRegion = (isPartial: boolean) => ({
      ...row("G1.1-a", ["onTrack"]),
      region: { ...cell("onTrack"), countries: { in: 5, of: 6 }, isPartial, given: null, countOf: null, carried: [] },
    });
    const ofRow = (isPartial: boolean) => unpackRows(heatOf(view([withRegion(isPartial)]))[0]!.goals[0]!.rows)[0]!.of;
    expect([ofRow(true), ofRow(false)]).toEqual(["5/6", ""]);
  });

  it("has a dash where the region has no value, and says so where it is taken down", () => {
    const said = (reason: "takenDown" | null) => {
      const region = { ...cell("notAssessed"), value: { state: "missing", reason } as const };
      const none = { countries: null, isPartial: false, given: null, countOf: null, carried: [] };
      return valuesOf({ ...row("G1.1-a", []), region: { ...region, ...none } })?.values;
    };
    expect([said(null), said("takenDown")]).toEqual([["–"], ["taken down"]]);
  });

  it("names who stands in the region's value with an earlier one, and marks its status", () => {
    const carried = [{ unit: "THA", from: "2015" }];
    const region = {
      ...cell("onTrack"),
      countries: { in: 5, of: 6 },
      isPartial: true,
      given: null,
      countOf: null,
      carried,
    };
    const rows = [
      { ...row("G1.1-a", ["onTrack"]), region },
      { ...row("G3.1-a", ["onTrack"]), region },
    ];
    const packed = heatOf(view(rows)).flatMap(({ goals }) => goals.flatMap((goal) => unpackRows(goal.rows)));
    expect(packed.map(({ of, carried: who }) => [of, who])).toEqual([
      ["5/6", "THA (2015)"],
      ["5/6", "THA (2015)"],
    ]);
    expect(regionSign(region)).toBe("5/6*");
    expect(regionSign({ ...region, isPartial: false })).toBe("*");
    expect(regionSign({ ...region, carried: [] })).toBe("5/6");
    expect(carriedIn(rows)).toEqual(carried);
  });

  it("counts countries among those with a value, whatever the status rests on", () => {
    const count = { state: "shown", value: { kind: "number", number: "5" } } as const;
    const given = { in: 5, of: 6 };
    const counted = {
      ...row("G1.1-a", ["onTrack"]),
      type: "yesNo" as const,
      unit: null,
      region: {
        ...cell("onTrack"),
        value: count,
        countries: { in: 4, of: 6 },
        isPartial: true,
        given,
        countOf: 5,
        carried: [],
      },
    };
    expect(valuesOf(counted)?.values.at(-1)).toBe("5 of 5");
    // Its colour is of the status, which says over how many it is.
    expect(valuesOf(counted)?.over).toEqual(["4/6"]);
    expect(valuesOf({ ...counted, region: { ...counted.region, isPartial: false } })?.over).toEqual([]);
  });

  it("says over how many countries a value stands, and its status where that is over others", () => {
    const overOf = (given: number, judged: number | null, of = 6) =>
      valuesOf({
        ...row("G1.1-a", ["onTrack"]),
        region: {
          ...cell("onTrack"),
          isPartial: judged !== null,
          countOf: null,
          carried: [],
          countries: { in: judged ?? 0, of },
          given: { in: given, of },
        },
      })?.over;
    expect(overOf(5, 5)).toEqual(["5 of 6"]);
    expect(overOf(5, 4)).toEqual(["5 of 6", "4/6"]);
    // Reported for context: there is no status that would say it.
    expect(overOf(5, null)).toEqual(["5 of 6"]);
    expect(overOf(6, 4)).toEqual(["4/6"]);
    expect(overOf(5, null, 5)).toEqual([]);
  });

  it("gives back any row that was packed, but for the signs that part rows", () => {
    const text = fc.string().map((any) => any.replace(/[|\n]/g, " "));
    const rows = fc.array(fc.record({ code: text, title: text, letters: text, of: text, carried: text }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (given) => {
        expect(unpackRows(packRows(given))).toEqual(given);
      }),
    );
    expect(unpackRows(packRows([{ code: "G1", title: "a|b\nc", letters: "A", of: "", carried: "" }]))[0]?.title).toBe(
      "a b c",
    );
  });

  it("writes values with the marks apart, words as the indicator's page calls them, and never a missing one as 0", () => {
    const given = row("G1.1-a", ["onTrack", "suppressed", "onTrack", "noValue", "notAssessed"]);
    given.countries[1]!.value = { state: "suppressed" };
    given.countries[4]!.value = { state: "words" };
    given.countries[2]!.value = { state: "small", below: 5 };
    given.countries[0]!.value = { state: "shown", value: { kind: "number", number: "0" } };
    expect(valuesOf(given)).toEqual({
      values: ["0", "suppressed", "<5", "no value", "in words", ""],
      unit: "persons",
      over: [],
    });
  });
});
