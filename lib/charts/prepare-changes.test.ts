import { describe, expect, it } from "vitest";
import { totalOf } from "./distribution";
import { prepareChanges } from "./prepare-changes";
import { prepareFindings } from "./prepare-findings";
import { row, view } from "./regional-view.testing";

describe("changes since the period before", () => {
  it("counts what improved, worsened, stayed and was assessed for the first time", () => {
    const changes = prepareChanges(
      view([
        row(
          "G1.1-a",
          ["achieved", "limitedProgress", "onTrack", "onTrack", "noValue", "onTrack"],
          ["onTrack", "onTrack", "onTrack", "notAssessed", "onTrack", null],
        ),
      ]),
    );
    expect(changes).toMatchObject({ improved: 1, worsened: 1, same: 1, first: 2, lost: 1, never: 0 });
  });

  it("counts every country result once, the same ones as the legend and the values that are due", () => {
    const none = { mark: "missing", reason: "notApplicable" } as const;
    const given = row(
      "G1.1-a",
      ["achieved", "noValue", "suppressed", "missed", null, "noValue"],
      ["onTrack", "onTrack", "notAssessed", "missed", null, null],
    );
    given.countries[5] = { ...given.countries[5]!, figure: none };
    const all = view([given, row("G3.1-a", ["onTrack", "notAssessed"], [null, "noValue"])]);
    const { total, largest, ...counts } = prepareChanges(all);
    expect(total).toBe(7);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(total);
    const { distribution, values } = prepareFindings(all);
    expect(totalOf(distribution)).toBe(total);
    expect(values.due + values.notApplicable).toBe(total);
  });

  it("takes a level that is kept and a target that is reached for equally good", () => {
    const changes = prepareChanges(view([row("G1.1-a", ["maintained"], ["achieved"])]));
    expect(changes).toMatchObject({ improved: 0, worsened: 0, same: 1 });
  });

  it("lists those across most steps first, and in the framework's order where they tie", () => {
    const changes = prepareChanges(
      view([
        row("G1.1-a", ["onTrack", "achieved"], ["accelerationNeeded", "movingAway"]),
        row("G3.1-a", ["missed", "accelerationNeeded"], ["onTrack", "onTrack"]),
      ]),
      3,
    );
    expect(changes.largest.map(({ indicator, country, steps }) => [indicator.code, country.code, steps])).toEqual([
      ["G1.1-a", "CHN", 4],
      ["G3.1-a", "KHM", -4],
      ["G1.1-a", "KHM", 1],
    ]);
  });

  it("finds nothing better or worse across a definition that can't be compared with the one before", () => {
    const given = row("G1.1-a", ["onTrack", "onTrack", "onTrack"], ["missed", "onTrack", null]);
    const redefined = given.countries.map((each) => each && { ...each, isRedefined: each.before !== null });
    const changes = prepareChanges(view([{ ...given, countries: redefined }]));
    expect(changes).toMatchObject({ improved: 0, worsened: 0, same: 0, first: 1, redefined: 2, largest: [] });
  });
});
