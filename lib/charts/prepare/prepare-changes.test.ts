import { describe, expect, it } from "vitest";
import { totalOf } from "@/lib/charts/distribution";
import { row, view } from "@/lib/views/regional-view.testing";
import { largestChanges, prepareChanges } from "./prepare-changes";
import { prepareFindings } from "./prepare-findings";

describe("changes since the period before", () => {
  it("counts what improved, worsened, stayed and is assessed in the later period only", () => {
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
    const none = { state: "missing", reason: "notApplicable" } as const;
    const given = row(
      "G1.1-a",
      ["achieved", "noValue", "suppressed", "missed", null, "noValue"],
      ["onTrack", "onTrack", "notAssessed", "missed", null, null],
    );
    given.countries[5] = { ...given.countries[5]!, value: none };
    const all = view([given, row("G3.1-a", ["onTrack", "notAssessed"], [null, "noValue"])]);
    const { total, changes: _, ...counts } = prepareChanges(all);
    expect(total).toBe(7);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(total);
    const { distribution, values } = prepareFindings(all);
    expect(totalOf(distribution)).toBe(total);
    expect(values.due + values.notApplicable).toBe(total);
  });

  it("takes a level that is kept and a target that is reached for equally good", () => {
    const changes = prepareChanges(view([row("G1.1-a", ["maintained"], ["achieved"])]));
    expect(changes).toMatchObject({ improved: 0, worsened: 0, same: 1, changes: [] });
  });

  it("knows every change, and finds nothing better or worse across a definition that can't be compared", () => {
    const given = row("G1.1-a", ["onTrack", "onTrack", "onTrack"], ["missed", "onTrack", null]);
    const redefined = given.countries.map((each) => each && { ...each, isRedefined: each.before !== null });
    const changes = prepareChanges(view([{ ...given, countries: redefined }, row("G3.1-a", ["missed"], ["pending"])]));
    expect(changes).toMatchObject({ improved: 0, worsened: 1, same: 0, first: 1, redefined: 2 });
    expect(
      changes.changes.map(({ indicator, country, direction }) => [indicator.code, country.code, direction]),
    ).toEqual([
      ["G1.1-a", "KHM", "redefined"],
      ["G1.1-a", "CHN", "redefined"],
      ["G3.1-a", "KHM", "worsened"],
    ]);
  });
});

describe("the largest changes", () => {
  const codesOf = (direction: "improved" | "worsened", limit: number, rows: ReturnType<typeof row>[]) =>
    largestChanges(prepareChanges(view(rows)).changes, direction, limit).map(
      ({ indicator, country }) => `${indicator.code} ${country.code}`,
    );

  it("are those across most steps, of each direction apart", () => {
    const rows = [
      row("G1.1-a", ["onTrack", "achieved"], ["accelerationNeeded", "movingAway"]),
      row("G3.1-a", ["missed", "accelerationNeeded"], ["onTrack", "onTrack"]),
    ];
    expect(codesOf("improved", 1, rows)).toEqual(["G1.1-a CHN"]);
    expect(codesOf("worsened", 3, rows)).toEqual(["G3.1-a KHM", "G3.1-a CHN"]);
  });

  it("are of several goals and countries where they tie, not the first of the framework", () => {
    const fallen = ["missed", "missed"] as const;
    const from = ["onTrack", "onTrack"] as const;
    const rows = [row("G1.1-a", fallen, from), row("G1.2-a", fallen, from), row("G3.1-a", fallen, from)];
    expect(codesOf("worsened", 3, rows)).toEqual(["G1.1-a KHM", "G3.1-a CHN", "G1.2-a KHM"]);
  });
});
