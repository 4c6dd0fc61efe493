import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregateRegion } from "./aggregation";
import { approved, baseline, count, country, percentageRules, ratio, regionInput, targets } from "./progress.testing";
import { publicRegionalAssessment } from "./public-assessment";

// What a reader is told of the region's status may follow only from values that show. So two worlds in which every value
// that shows is the same must be told alike, however the hidden ones differ.

interface Place {
  isIn: boolean;
  isHidden: boolean;
  part: number;
  rest: number;
}

const place: fc.Arbitrary<Place> = fc.record({
  isIn: fc.boolean(),
  isHidden: fc.boolean(),
  part: fc.integer({ min: 5, max: 40 }),
  rest: fc.integer({ min: 5, max: 40 }),
});
const codes = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"] as const;

const kinds = {
  "a percentage": {
    value: ({ part, rest }: Place) => ratio(part, part + rest),
    path: { baseline: baseline(ratio(20, 100)), targets: targets(null, null, null, 80) },
    rules: { rules: percentageRules },
  },
  "a sum": {
    value: ({ part }: Place) => count(part),
    path: { baseline: baseline(count(2)), targets: targets(null, null, null, 60) },
    rules: {},
  },
};

function told(kind: (typeof kinds)[keyof typeof kinds], places: readonly Place[], isValueHidden: boolean) {
  const countries = places.map((each, index) =>
    country(codes[index]!, { value: approved(kind.value(each)), ...(each.isIn && kind.path) }),
  );
  const { value, assessment } = aggregateRegion(regionInput({ ...kind.rules, countries }));
  const hidden = (each: Place) => ({ value: each.isHidden, baseline: false });
  return publicRegionalAssessment(assessment, value, {
    value: isValueHidden,
    previous: true,
    lastStatus: null,
    statusOverRange: () => null,
    others: places.some(({ isIn, isHidden }) => !isIn && isHidden),
    members: new Map(places.flatMap((each, index) => (each.isIn ? [[codes[index]!, hidden(each)]] : []))),
  });
}

describe("what is told of the region's status", () => {
  it.each(Object.entries(kinds))("follows from values that show, of %s", (_, kind) => {
    let shownThoughHidden = 0;
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (places, isValueHidden, more, less) => {
          const [one, ...others] = places.filter(({ isHidden }) => isHidden);
          const other = others.at(-1);
          // One hidden value alone under a sum that shows isn't hidden: no pattern of suppression leaves it so.
          fc.pre(one !== undefined && (other !== undefined || isValueHidden));
          const world = places.map((each) => {
            if (each === one) return { ...each, part: each.part + more, rest: each.rest + less };
            // The sum stays as it shows.
            if (each === other && !isValueHidden) return { ...each, part: each.part - more, rest: each.rest - less };
            return each;
          });
          const here = told(kind, places, isValueHidden);
          expect(told(kind, world, isValueHidden)).toEqual(here);
          if (here.letters.y !== null && places.some(({ isIn, isHidden }) => isIn && isHidden)) shownThoughHidden += 1;
        },
      ),
      { numRuns: 2_000 },
    );
    // It isn't kept by telling nothing.
    expect(shownThoughHidden).toBeGreaterThan(10);
  });
});
