import { describe, expect, it } from "vitest";
import { byStatus, rowOnMap, rowsForMap, statusesOnMap } from "./map-choice";
import type { HeatRow } from "./prepare/prepare-heat";

const row = (code: string, letters: string): HeatRow => ({
  code,
  title: `Title of ${code}`,
  letters,
  of: "",
  carried: "",
});
// Two countries, then the region.
const rows = [
  row("G1.1-a", "--A"),
  row("G1.1-b", "IKI"),
  row("G1.1-c", "A-I"),
  row("G1.1-d", "CHC"),
  row("G1.1-e", "AAA"),
];

describe("indicators on the map", () => {
  it("are those that a country reports", () => {
    expect(rowsForMap(rows, 2).map(({ code }) => code)).toEqual(["G1.1-b", "G1.1-c", "G1.1-d", "G1.1-e"]);
  });

  it("begin with the first that assesses most countries; the region's own status isn't one of them", () => {
    expect(rowOnMap(rows, "", 2).code).toBe("G1.1-d");
    expect(rowOnMap([row("G1", "IIA"), row("G2", "IAI")], "", 2).code).toBe("G2");
    expect(rowOnMap([row("G1", "III")], "", 2).code).toBe("G1");
  });

  it("keep to the choice, and to the beginning when it is unknown", () => {
    expect(rowOnMap(rows, "G1.1-b", 2).code).toBe("G1.1-b");
    expect(rowOnMap(rows, "G9.9-z", 2).code).toBe("G1.1-d");
  });
});

describe("countries by status", () => {
  it("are counted without the region, and without countries that have none", () => {
    expect(statusesOnMap(row("G1", "KA-AC"), 4)).toEqual(["noValue", "achieved", "achieved"]);
  });

  it("come in the order of statuses, without countries that have none", () => {
    expect(byStatus(row("G1", "KAC-AC"), ["K", "L", "M", "N", "O"])).toEqual([
      ["achieved", ["L", "O"]],
      ["onTrack", ["M"]],
      ["noValue", ["K"]],
    ]);
  });
});
