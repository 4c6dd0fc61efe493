import { describe, expect, it } from "vitest";
import { prepareChanges } from "./prepare-changes";
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
    expect(changes).toMatchObject({ improved: 1, worsened: 1, same: 1, first: 2 });
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
