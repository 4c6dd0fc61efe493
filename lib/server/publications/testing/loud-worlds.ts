import "server-only";
import { valueId } from "@/lib/domain/suppression/tables/link-values";
import { addRegion, cellOf, type TestWorld, type TrueValue } from "@/test/disclosure-audit/test-world";

// Worlds of which every hidden number but the small ones is so large that it can be looked for anywhere in a file.

type Counts = Record<string, [a: number, b: number]>;

function valuesOf(period: string, counts: Counts): TrueValue[] {
  return Object.entries(counts).flatMap(([unit, [a, b]]) =>
    Object.entries({ a, b, "*": a + b }).map(
      ([category, truth]): TrueValue => ({
        id: valueId({ unit, period, cell: cellOf([category]) }),
        unit,
        period,
        along: [category],
        truth: [truth],
        reported: "exact",
        earlier: undefined,
        addsUp: undefined,
      }),
    ),
  );
}

/** A part of a few persons in two countries: another part or the total must go with each. */
const besideFew: TestWorld = addRegion({
  values: valuesOf("2015", { u0: [3, 73_918], u1: [81_347, 2], u2: [0, 64_205] }),
  dimensions: [["a", "b"]],
  periods: ["2015"],
  isCumulative: false,
});

/** A few persons since the year before. */
const grownByFew: TestWorld = {
  values: [
    ...valuesOf("2015", { u0: [20_461, 31_412], u1: [9_377, 8_154], u2: [17_093, 12_586] }),
    ...valuesOf("2016", { u0: [20_463, 39_781], u1: [14_229, 8_155], u2: [25_874, 19_638] }),
  ],
  dimensions: [["a", "b"]],
  periods: ["2015", "2016"],
  isCumulative: true,
};

/** A few persons in all, so that totals are hidden too. */
const fewInAll: TestWorld = addRegion({
  values: valuesOf("2015", { u0: [1, 2], u1: [2, 2], u2: [41_207, 38_551] }),
  dimensions: [["a", "b"]],
  periods: ["2015"],
  isCumulative: false,
});

/** A few persons in all, year after year. */
const fewOverTime: TestWorld = {
  values: [
    ...valuesOf("2015", { u0: [1, 2], u1: [51_326, 2], u2: [0, 0] }),
    ...valuesOf("2016", { u0: [2, 2], u1: [61_842, 3], u2: [0, 3] }),
  ],
  dimensions: [["a", "b"]],
  periods: ["2015", "2016"],
  isCumulative: true,
};

export const loudWorlds: readonly TestWorld[] = [besideFew, grownByFew, fewInAll, fewOverTime];
