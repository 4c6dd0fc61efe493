import { describe, expect, it } from "vitest";
import { country, indicatorView, points, regionLine } from "@/lib/charts/indicator-view.testing";
import { explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import { wording } from "@/lib/charts/wording.testing";
import type { PublicMember } from "@/lib/domain/progress/public-assessment";
import type { IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import type { PublicValue } from "@/lib/views/public-value";

const percent = (part: number, of: number): PublicValue => ({
  state: "shown",
  value: { kind: "ratio", numerator: { exact: String(part) }, denominator: { exact: String(of) } },
});
const hidden: PublicValue = { state: "suppressed" };

interface Given {
  y: string | null;
  values: Record<string, PublicValue[]>;
  whole: PublicValue;
  members: readonly string[];
  carried?: RegionLine["carried"];
}

/** The explanation of a percentage, of which these countries have a value in 2017, and these of them a part in the status. */
function explained({ y, values, whole, members, carried = [] }: Given) {
  const line = regionLine({ "2017": Object.keys(values) }, members);
  const region = line.assessment!.region!;
  const from = (unit: string) => carried.find((each) => each.unit === unit)?.from ?? null;
  const carrying = region.inputs.members.map((each): PublicMember => ({ ...each, carriedFrom: from(each.unit) }));
  const told = {
    ...region,
    letters: { y, b: "1/10", A: "1/5", T: "1/2" },
    inputs: { ...region.inputs, aggregation: "ratioOfSums" as const, members: carrying },
  };
  const view: IndicatorView = indicatorView(
    Object.entries(values).map(([code, all]) => country([], { code, name: code, points: points(all) })),
  );
  const indicator = { ...view.indicator, type: "percentage" as const, aggregation: "ratioOfSums" as const };
  const shown = { ...line, carried, points: points([hidden, hidden, whole]), assessment: { region: told, unit: null } };
  return explainRegion(shown, { ...view, indicator }, wording);
}

const year2017 = (value: PublicValue) => [hidden, hidden, value];
const values = {
  KHM: year2017(percent(20, 100)),
  CHN: year2017(percent(30, 100)),
  THA: year2017(percent(600, 1_000)),
};

describe("y of the region", () => {
  it("comes with what it is made of, over the very countries of the status", () => {
    const { facts, parts, whole } = explained({
      y: "1/4",
      values,
      whole: percent(650, 1_200),
      members: ["KHM", "CHN"],
    });
    expect([facts.y, parts]).toEqual(["25.0%", "50 of 200"]);
    expect(whole).toEqual({ count: 3, value: "54.2%", parts: "650 of 1,200" });
  });

  it("is the region's own value where the countries are the same, and then no other stands beside it", () => {
    const told = explained({ y: "13/24", values, whole: percent(650, 1_200), members: ["KHM", "CHN", "THA"] });
    expect([told.parts, told.whole]).toEqual(["650 of 1,200", null]);
  });

  it("is made of the region's own less those that are out, where a country is hidden", () => {
    const some = { ...values, CHN: year2017(hidden) };
    const told = { values: some, whole: percent(650, 1_200), members: ["KHM", "CHN"] };
    expect(explained({ ...told, y: "1/4" }).parts).toBe("50 of 200");
    // Nothing is made up where that doesn't come to y.
    expect(explained({ ...told, y: "1/3" }).parts).toBeNull();
    expect(explained({ ...told, y: "1/4", whole: hidden }).parts).toBeNull();
  });

  it("takes an earlier year's value where a country stands with one", () => {
    const some = { ...values, CHN: [hidden, percent(30, 100), hidden] };
    const carried = [{ unit: "CHN", from: "2016" }];
    expect(explained({ y: "1/4", values: some, whole: hidden, members: ["KHM", "CHN"], carried }).parts).toBe(
      "50 of 200",
    );
  });

  it("isn't the value of other countries, where these are too few for a status", () => {
    const { facts, parts, whole } = explained({ y: null, values, whole: percent(650, 1_200), members: ["KHM"] });
    expect([facts.y, parts, whole?.value]).toEqual([null, null, "54.2%"]);
  });
});
