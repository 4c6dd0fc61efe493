import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { censored, hiddenIn, missing, n, of, seeds, statesOf } from "@/test/disclosure-audit/states-of";
import type { Value } from "../values/value";
import { seededRandom } from "./secondary/random-source";
import { suppress } from "./suppress";
import { linkValues } from "./tables/link-values";

describe("the four states", () => {
  it("shows what needs no protection: large counts and zeros", () => {
    const values = { total: n(31), "sex=female": n(25), "sex=male": n(6), "sex=other": n(0) };
    expect(statesOf({ values })).toEqual({
      total: "shown",
      "sex=female": "shown",
      "sex=male": "shown",
      "sex=other": "shown",
    });
  });

  it("shows a small count as <5, and hides another cell beside it", () => {
    for (const seed of seeds) {
      const states = statesOf({
        values: { total: n(31), "sex=female": n(20), "sex=male": n(8), "sex=other": n(3) },
        seed,
      });
      expect(states["sex=other"]).toBe("small");
      expect(states.total).toBe("shown");
      expect([states["sex=female"], states["sex=male"]]).toContain("suppressed");
    }
  });

  it("leaves missing what is missing, and zero zero, beside small counts", () => {
    const states = statesOf({
      values: { total: missing, "sex=female": n(3), "sex=male": n(0), "sex=other": missing },
    });
    expect(states).toEqual({ total: "missing", "sex=female": "small", "sex=male": "shown", "sex=other": "missing" });
  });

  it("hides nothing of what counts no persons", () => {
    const linked = linkValues({
      countsPersons: false,
      isCumulative: false,
      periods: ["2016"],
      values: [{ unit: "THA", period: "2016", cell: "total", value: n(3) }],
    });
    expect([...suppress(linked, { threshold: 5, random: seededRandom(1) }).states.values()]).toEqual(["shown"]);
  });

  it("takes the threshold as it is set: 8 is small under 11", () => {
    const values = { total: n(80), "sex=female": n(40), "sex=male": n(32), "sex=other": n(8) };
    expect(hiddenIn(statesOf({ values }))).toEqual([]);
    const states = statesOf({ values, threshold: 11 });
    expect(states["sex=other"]).toBe("small");
    expect(hiddenIn(states).length).toBeGreaterThan(1);
  });

  it("refuses a threshold under which nothing is small", () => {
    expect(() => statesOf({ values: { total: n(1) }, threshold: 1 })).toThrow(RangeError);
  });

  it("lets totals of 0% and 100% stand over hidden parts: that they are 0% or 100% too counts nobody", () => {
    for (const seed of seeds) {
      const none = statesOf({ values: { total: of(0, 60), "sex=female": of(0, 57), "sex=male": of(0, 3) }, seed });
      expect(none).toEqual({ total: "shown", "sex=female": "suppressed", "sex=male": "small" });
      const all = statesOf({ values: { total: of(60, 60), "sex=female": of(57, 57), "sex=male": of(3, 3) }, seed });
      expect(all).toEqual({ total: "shown", "sex=female": "suppressed", "sex=male": "small" });
    }
  });

  it("hides a percentage whose complement is small", () => {
    const states = statesOf({ values: { "KHM total": of(40, 60), "LAO total": of(58, 60) } });
    expect(states).toEqual({ "KHM total": "shown", "LAO total": "small" });
  });
});

describe("Thailand 2016, other forms of exploitation", () => {
  const row = {
    "form=other-forms": n(44),
    "sex=female;form=other-forms": n(28),
    "sex=male;form=other-forms": n(9),
    "sex=unknown;form=other-forms": n(6),
    "sex=other;form=other-forms": censored,
  };

  it("never hides the 6 alone beside <5: that would leave only 1 or 2", () => {
    for (const seed of seeds) {
      const hidden = hiddenIn(statesOf({ values: row, seed }));
      expect(hidden).toContain("sex=other;form=other-forms");
      expect(hidden).not.toEqual(["sex=unknown;form=other-forms", "sex=other;form=other-forms"]);
      expect(hidden.length).toBeGreaterThan(1);
    }
  });

  it("mostly hides the 9 or the 28, and not always the same", () => {
    const patterns = new Set(seeds.map((seed) => hiddenIn(statesOf({ values: row, seed })).join()));
    expect(patterns.size).toBeGreaterThan(1);
  });
});

describe("the preference", () => {
  it("mostly hides what readers ask for least, but not always, for then it would tell", () => {
    const values = {
      total: n(243),
      "sex=female": n(120),
      "sex=male": n(90),
      "sex=unknown": n(30),
      "sex=other": n(3),
    };
    const patterns = Array.from({ length: 60 }, (_, seed) => hiddenIn(statesOf({ values, seed: 7919 * seed + 1 })));
    const cheap = patterns.filter((hidden) => hidden.join() === "sex=unknown,sex=other");
    expect(cheap.length).toBeGreaterThan(30);
    expect(cheap.length).toBeLessThan(60);
  });
});

describe("any table of one dimension", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 });
  it("shows every zero, marks every small part, and never leaves one hidden alone under a shown total", () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.constantFrom(5, 11), (parts, seed, threshold) => {
        const cells = parts.map((part, index): [string, Value] => [`form=f${index}`, n(part)]);
        const total = parts.reduce((sum, part) => sum + part, 0);
        const states = statesOf({ values: { total: n(total), ...Object.fromEntries(cells) }, seed, threshold });
        for (const [index, part] of parts.entries()) {
          const state = states[`form=f${index}`];
          if (part === 0) expect(state).toBe("shown");
          if (part > 0 && part < threshold) expect(state).not.toBe("shown");
        }
        const hidden = hiddenIn(states);
        if (states.total === "shown") expect(hidden).not.toHaveLength(1);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
