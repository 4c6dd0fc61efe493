import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Attacker, type Equation, type Unknown } from "./attacker";

/** Tries every combination. */
function possibleValues(unknowns: [string, Unknown][], equations: Equation[], id: string): Set<number> {
  const possible = new Set<number>();
  const values = new Map<string, number>();
  const tryAll = (at: number) => {
    const next = unknowns[at];
    if (!next) {
      const fits = equations.every(
        ({ terms, equals }) =>
          [...terms].reduce((sum, [each, factor]) => sum + factor * values.get(each)!, 0) === equals,
      );
      if (fits) possible.add(values.get(id)!);
      return;
    }
    for (let value = next[1].low; value <= next[1].high; value++) {
      if (next[1].gap && value > 0 && value < next[1].gap) continue;
      values.set(next[0], value);
      tryAll(at + 1);
    }
  };
  tryAll(0);
  return possible;
}

describe("the attacker", () => {
  it("finds exactly what trying every combination finds", () => {
    const unknown = fc.record({
      low: fc.integer({ min: 0, max: 2 }),
      high: fc.integer({ min: 2, max: 6 }),
      gap: fc.constantFrom(0, 4),
    });
    const factors = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 4, maxLength: 4 });
    const equations = fc.array(fc.record({ factors, equals: fc.integer({ min: -3, max: 9 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(unknown, { minLength: 4, maxLength: 4 }), equations, (list, sums) => {
        const unknowns = list.map((each, at): [string, Unknown] => [
          `x${at}`,
          each.gap > 0 ? { ...each, low: 0 } : each,
        ]);
        const written = sums.map(
          ({ factors, equals }): Equation => ({
            terms: new Map(
              factors.map((factor, at) => [`x${at}`, factor] as const).filter(([, factor]) => factor !== 0),
            ),
            equals,
          }),
        );
        const attacker = new Attacker(new Map(unknowns), written);
        const possible = possibleValues(unknowns, written, "x0");
        for (let value = 0; value <= 6; value++) expect(attacker.canBe("x0", value)).toBe(possible.has(value));
        expect(attacker.isOpen("x0")).toBe(possible.size > 1);
      }),
      { numRuns: 300 },
    );
  });

  it("sees what parity gives away: of 28 + a + b + <5 = 44 it leaves 1 or 2 when 6 is hidden, anything when 9 is", () => {
    const row = (rest: number, hidden: number) =>
      new Attacker(
        new Map([
          ["small", { low: 1, high: 4 }],
          ["suppressed", { low: hidden, high: Number.POSITIVE_INFINITY }],
        ]),
        [
          {
            terms: new Map([
              ["small", 1],
              ["suppressed", 1],
            ]),
            equals: 44 - rest,
          },
        ],
      );
    const left = (attacker: Attacker) => [1, 2, 3, 4].filter((value) => attacker.canBe("small", value));
    expect(left(row(28 + 9, 5))).toEqual([1, 2]);
    expect(left(row(28 + 6, 5))).toEqual([1, 2, 3, 4]);
  });
});
