import fc from "fast-check";
import { valueId } from "@/lib/domain/suppression/tables/link-values";
import type { Earlier, EarlierState } from "@/lib/domain/suppression/tables/linked-values";

/** A made-up value with what really is the case: what it counts, whatever is reported of it. */
export interface TrueValue {
  id: string;
  unit: string;
  period: string;
  /** A category along each dimension, or "*" for the total over it. */
  along: string[];
  /** One number, or numerator and denominator. */
  truth: number[];
  reported: "exact" | "imported" | "missing";
  earlier: EarlierState | undefined;
  /** What was told of it under another threshold, or before. */
  before?: Pick<Earlier, "bounds" | "stoodUnder" | "toldLeast">;
  /** For a regional value, the values that it adds up. */
  addsUp: string[] | undefined;
}

export interface TestWorld {
  values: TrueValue[];
  dimensions: string[][];
  periods: string[];
  isCumulative: boolean;
}

/** One side of a sum: terms that should come to 0. */
export type Sum = (readonly [value: TrueValue, factor: number])[];

/** Every total with its parts, along each dimension and over the countries; missing values included. */
export function sumsIn({ values, dimensions }: TestWorld): Sum[] {
  const byPlace = new Map(values.map((value) => [place(value.unit, value.period, value.along), value]));
  const byId = new Map(values.map((value) => [value.id, value]));
  const sums: Sum[] = [];
  for (const total of values) {
    for (const [axis, categories] of dimensions.entries()) {
      if (total.along[axis] !== "*") continue;
      const parts = categories.flatMap((code) => {
        const along = total.along.map((own, at) => (at === axis ? code : own));
        return byPlace.get(place(total.unit, total.period, along)) ?? [];
      });
      // What the region adds up may be other countries in the total than in the parts.
      if (total.unit !== "region" && parts.length > 0) sums.push(sumOf(total, parts));
    }
    if (total.addsUp)
      sums.push(
        sumOf(
          total,
          total.addsUp.map((id) => byId.get(id)!),
        ),
      );
  }
  return sums;
}

const place = (unit: string, period: string, along: readonly string[]) => `${unit} ${period} ${along.join()}`;
const sumOf = (total: TrueValue, parts: TrueValue[]): Sum => [
  ...parts.map((part) => [part, 1] as const),
  [total, -1] as const,
];

/** What a world is drawn from. */
interface Draw {
  sizes: number[];
  units: number;
  periods: number;
  hasRegion: boolean;
  kind: "count" | "percentage";
  counts: number[];
  luck: number[];
  hasImported: boolean;
  hasWrongTotals: boolean;
  hasEarlier: boolean;
  hasMissing: boolean;
}

const codes = ["a", "b", "c"];
/** What sources print as "<5". */
export const below = 5;

/** Small counts and zeros are the interesting ones. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 13, max: 90 }) },
);

export const testWorlds = (
  overrides: { [Key in keyof Draw]?: fc.Arbitrary<Draw[Key]> } = {},
): fc.Arbitrary<TestWorld> =>
  fc
    .record<Draw>({
      sizes: fc.constantFrom([2], [3], [2, 2], [2, 3], [3, 2], [2, 2, 2]),
      units: fc.integer({ min: 1, max: 3 }),
      periods: fc.constantFrom(1, 1, 1, 2, 3),
      hasRegion: fc.boolean(),
      kind: fc.constantFrom("count", "count", "count", "percentage"),
      counts: fc.array(count, { minLength: 12, maxLength: 40 }),
      luck: fc.array(fc.nat(99), { minLength: 30, maxLength: 60 }),
      hasImported: fc.boolean(),
      hasWrongTotals: fc.constantFrom(false, false, true),
      hasEarlier: fc.boolean(),
      hasMissing: fc.boolean(),
      ...overrides,
    })
    .map(buildWorld);

/** The attacker is thorough, not fast: what he gets stays within so many counts. */
const countLimit = 90;

function smaller(draw: Draw): Draw {
  const cells = draw.sizes.reduce((all, size) => all * (size + 1), 1);
  const units = draw.units + (draw.hasRegion ? 1 : 0);
  if (cells * units * draw.periods * (draw.kind === "count" ? 1 : 2) <= countLimit) return draw;
  if (draw.periods > 2) return smaller({ ...draw, periods: 2 });
  if (draw.units > 2) return smaller({ ...draw, units: 2 });
  if (draw.sizes.length > 2 && draw.periods > 1) return smaller({ ...draw, sizes: [2, 2] });
  if (draw.periods > 1) return smaller({ ...draw, periods: 1 });
  return draw.sizes.length > 1 ? smaller({ ...draw, sizes: draw.sizes.slice(1) }) : draw;
}

function buildWorld(given: Draw): TestWorld {
  const draw = smaller(given);
  const dimensions = draw.sizes.map((size) => codes.slice(0, size));
  const periods = Array.from({ length: draw.periods }, (_, index) => String(2015 + index));
  const isCumulative = periods.length > 1;
  let drawn = 0;
  let rolled = 0;
  const next = () => draw.counts[drawn++ % draw.counts.length]!;
  const chance = (percent: number) => draw.luck[rolled++ % draw.luck.length]! < percent;

  const values: TrueValue[] = [];
  for (let unit = 0; unit < draw.units; unit++) {
    const sums = new Map<string, number[]>();
    for (const period of periods) {
      if (!isCumulative) sums.clear();
      for (const cell of combinations(dimensions)) {
        const truth = draw.kind === "count" ? [next()] : ratio(next(), next());
        for (const place of marginsOf(cell)) add(sums, place.join(), truth);
      }
      for (const [place, truth] of sums) {
        const along = place.split(",");
        values.push({
          id: valueId({ unit: `u${unit}`, period, cell: cellOf(along) }),
          unit: `u${unit}`,
          period,
          along,
          truth: [...truth],
          reported: "exact",
          earlier: undefined,
          addsUp: undefined,
        });
      }
    }
  }
  for (const value of values) {
    const isMargin = value.along.includes("*");
    if (draw.hasWrongTotals && !draw.hasImported && isMargin && chance(12)) {
      value.truth = value.truth.map((amount, at) => amount + (at + 1) * (1 + (value.truth[0]! % 7)));
    }
    if (draw.hasImported && draw.kind === "count" && value.truth[0]! < below && chance(60)) value.reported = "imported";
    // With wrong totals beside missing values nobody can know which sums hold. The attacker is told, and would know too much.
    if (draw.hasMissing && !draw.hasWrongTotals && chance(isMargin ? 20 : 8)) value.reported = "missing";
  }
  const countries: TestWorld = { values, dimensions, periods, isCumulative };
  const world = draw.hasRegion ? addRegion(countries) : countries;
  for (const value of world.values) {
    if (draw.hasEarlier && chance(10)) value.earlier = earlierOf(value, chance(50));
  }
  return world;
}

/** What was hidden, and is the same still or another value by now. */
function earlierOf({ truth, reported }: TrueValue, isSame: boolean): EarlierState {
  const [first, second] = truth;
  const isZero = reported === "exact" && truth.every((amount) => amount === 0);
  if (!isSame || isZero) return "hidden";
  const isSmall = second === undefined && first! < below;
  return isSmall ? "small" : "suppressed";
}

const ratio = (numerator: number, rest: number) => [numerator, numerator + rest];

const combinations = (dimensions: string[][]): string[][] =>
  dimensions.reduce<string[][]>((all, list) => all.flatMap((cell) => list.map((code) => [...cell, code])), [[]]);

const marginsOf = (cell: string[]): string[][] => combinations(cell.map((code) => [code, "*"]));

function add(sums: Map<string, number[]>, place: string, amounts: number[]) {
  const before = sums.get(place) ?? amounts.map(() => 0);
  sums.set(
    place,
    amounts.map((amount, index) => amount + before[index]!),
  );
}

export function cellOf(along: readonly string[]): string {
  const pairs = along.flatMap((code, index) => (code === "*" ? [] : [`dim${"abcde"[index]}=${code}`]));
  return pairs.join(";") || "total";
}

/** Adds up the countries that have an exact value, and leaves the others out. */
export function addRegion(world: TestWorld): TestWorld {
  const { values } = world;
  const parts = new Map<string, TrueValue[]>();
  for (const value of values) {
    if (value.reported !== "exact") continue;
    const place = `${value.period} ${value.along.join()}`;
    parts.set(place, [...(parts.get(place) ?? []), value]);
  }
  const region = [...parts.values()].map((list): TrueValue => {
    const { period, along, truth } = list[0]!;
    return {
      id: valueId({ unit: "region", period, cell: cellOf(along) }),
      unit: "region",
      period,
      along,
      truth: truth.map((_, index) => list.reduce((sum, part) => sum + part.truth[index]!, 0)),
      reported: "exact",
      earlier: undefined,
      addsUp: list.map(({ id }) => id),
    };
  });
  return { ...world, values: [...values, ...region] };
}
