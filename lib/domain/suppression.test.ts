import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppress } from "./suppression";
import { linkFigures, type TableFigure } from "./suppression/link-figures";
import type { EarlierMark, PublicMark } from "./suppression/linked-figures";
import { seededRandom } from "./suppression/random-source";
import type { Value } from "./value";

const n = (number: number): Value => ({ kind: "number", number: String(number) });
const of = (numerator: number, denominator: number): Value => ({
  kind: "ratio",
  numerator: { exact: String(numerator) },
  denominator: { exact: String(denominator) },
});
const censored: Value = { kind: "censored", below: 5 };
const missing: Value = { kind: "missing", reason: "notCollected" };

interface Given {
  /** By cell, of Thailand; or by unit and cell, joined by a blank. */
  figures: Record<string, Value>;
  earlier?: Record<string, EarlierMark>;
  /** The countries that the region's figures add up. */
  countries?: string[];
  threshold?: number;
  seed?: number;
}

/** The marks, by the same keys. */
function marksOf({
  figures,
  earlier = {},
  countries = [],
  threshold = 5,
  seed = 1,
}: Given): Record<string, PublicMark> {
  const list = Object.entries(figures).map(([key, value]): TableFigure => {
    const [unit, cell] = key.includes(" ") ? (key.split(" ") as [string, string]) : ["THA", key];
    return {
      ...{ unit, cell, period: "2016", value },
      ...(earlier[key] && { earlier: earlier[key] }),
      ...(unit === "REGION" && { addsUp: countries.map((country) => ({ unit: country, period: "2016" })) }),
    };
  });
  const linked = linkFigures({ countsPersons: true, isCumulative: false, periods: ["2016"], figures: list });
  const { marks } = suppress(linked, { threshold, random: seededRandom(seed) });
  return Object.fromEntries(
    Object.keys(figures).map((key) => {
      const [unit, cell] = key.includes(" ") ? key.split(" ") : ["THA", key];
      return [key, marks.get(`${unit}|2016|${cell}`)!];
    }),
  );
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
const hiddenIn = (marks: Record<string, PublicMark>) =>
  Object.keys(marks).filter((key) => marks[key] === "small" || marks[key] === "suppressed");

describe("the four marks", () => {
  it("shows what needs no protection: large counts and zeros", () => {
    const figures = { total: n(31), "sex=female": n(25), "sex=male": n(6), "sex=other": n(0) };
    expect(marksOf({ figures })).toEqual({
      ...{ total: "shown", "sex=female": "shown", "sex=male": "shown", "sex=other": "shown" },
    });
  });

  it("shows a small count as <5, and hides another cell beside it", () => {
    for (const seed of seeds) {
      const marks = marksOf({
        figures: { total: n(31), "sex=female": n(20), "sex=male": n(8), "sex=other": n(3) },
        seed,
      });
      expect(marks["sex=other"]).toBe("small");
      expect(marks.total).toBe("shown");
      expect([marks["sex=female"], marks["sex=male"]]).toContain("suppressed");
    }
  });

  it("leaves missing what is missing, and zero zero, beside small counts", () => {
    const marks = marksOf({
      figures: { total: missing, "sex=female": n(3), "sex=male": n(0), "sex=other": missing },
    });
    expect(marks).toEqual({ total: "missing", "sex=female": "small", "sex=male": "shown", "sex=other": "missing" });
  });

  it("hides nothing of what counts no persons", () => {
    const linked = linkFigures({
      ...{ countsPersons: false, isCumulative: false, periods: ["2016"] },
      figures: [{ unit: "THA", period: "2016", cell: "total", value: n(3) }],
    });
    expect([...suppress(linked, { threshold: 5, random: seededRandom(1) }).marks.values()]).toEqual(["shown"]);
  });

  it("takes the threshold as it is set: 8 is small under 11", () => {
    const figures = { total: n(80), "sex=female": n(40), "sex=male": n(32), "sex=other": n(8) };
    expect(hiddenIn(marksOf({ figures }))).toEqual([]);
    const marks = marksOf({ figures, threshold: 11 });
    expect(marks["sex=other"]).toBe("small");
    expect(hiddenIn(marks).length).toBeGreaterThan(1);
  });

  it("refuses a threshold under which nothing is small", () => {
    expect(() => marksOf({ figures: { total: n(1) }, threshold: 1 })).toThrow(RangeError);
  });

  it("lets totals of 0% and 100% stand over hidden parts: that they are 0% or 100% too counts nobody", () => {
    for (const seed of seeds) {
      const none = marksOf({ figures: { total: of(0, 60), "sex=female": of(0, 57), "sex=male": of(0, 3) }, seed });
      expect(none).toEqual({ total: "shown", "sex=female": "suppressed", "sex=male": "small" });
      const all = marksOf({ figures: { total: of(60, 60), "sex=female": of(57, 57), "sex=male": of(3, 3) }, seed });
      expect(all).toEqual({ total: "shown", "sex=female": "suppressed", "sex=male": "small" });
    }
  });

  it("hides a percentage whose complement is small", () => {
    const marks = marksOf({ figures: { "KHM total": of(40, 60), "LAO total": of(58, 60) } });
    expect(marks).toEqual({ "KHM total": "shown", "LAO total": "small" });
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
      const hidden = hiddenIn(marksOf({ figures: row, seed }));
      expect(hidden).toContain("sex=other;form=other-forms");
      expect(hidden).not.toEqual(["sex=unknown;form=other-forms", "sex=other;form=other-forms"]);
      expect(hidden.length).toBeGreaterThan(1);
    }
  });

  it("mostly hides the 9 or the 28, and not always the same", () => {
    const patterns = new Set(seeds.map((seed) => hiddenIn(marksOf({ figures: row, seed })).join()));
    expect(patterns.size).toBeGreaterThan(1);
  });
});

describe("the preference", () => {
  it("mostly hides what readers ask for least, but not always, for then it would tell", () => {
    const figures = {
      ...{ total: n(243), "sex=female": n(120), "sex=male": n(90) },
      ...{ "sex=unknown": n(30), "sex=other": n(3) },
    };
    const patterns = Array.from({ length: 60 }, (_, seed) => hiddenIn(marksOf({ figures, seed: 7919 * seed + 1 })));
    const cheap = patterns.filter((hidden) => hidden.join() === "sex=unknown,sex=other");
    expect(cheap.length).toBeGreaterThan(30);
    expect(cheap.length).toBeLessThan(60);
  });
});

describe("linked tables", () => {
  it("hides in both tables that split one total, and keeps the total", () => {
    const figures = {
      ...{ total: n(100), "sex=female": n(58), "sex=male": n(40), "sex=other": n(2) },
      ...{ "form=sexual-exploitation": n(60), "form=forced-labour": n(37), "form=other-forms": n(3) },
    };
    for (const seed of seeds) {
      const marks = marksOf({ figures, seed });
      expect(marks.total).toBe("shown");
      expect(hiddenIn(marks).filter((cell) => cell.startsWith("sex")).length).toBeGreaterThan(1);
      expect(hiddenIn(marks).filter((cell) => cell.startsWith("form")).length).toBeGreaterThan(1);
    }
  });

  it("hides a second country under a regional total, or else the region", () => {
    const figures = { "KHM total": n(40), "LAO total": n(3), "VNM total": n(60), "REGION total": n(103) };
    for (const seed of seeds) {
      const marks = marksOf({ figures, countries: ["KHM", "LAO", "VNM"], seed });
      expect(marks["LAO total"]).toBe("small");
      expect(hiddenIn(marks).length).toBeGreaterThan(1);
    }
  });

  it("keeps all totals where cells of two countries can protect each other through the region", () => {
    const cells = (unit: string, female: number, male: number) => ({
      ...{ [`${unit} total`]: n(female + male), [`${unit} sex=female`]: n(female), [`${unit} sex=male`]: n(male) },
    });
    const figures = { ...cells("KHM", 47, 3), ...cells("VNM", 60, 25), ...cells("REGION", 107, 28) };
    for (const seed of seeds) {
      const marks = marksOf({ figures, countries: ["KHM", "VNM"], seed });
      for (const unit of ["KHM", "VNM", "REGION"]) expect(marks[`${unit} total`]).toBe("shown");
      expect(marks["KHM sex=male"]).toBe("small");
      expect(marks["KHM sex=female"]).toBe("suppressed");
    }
  });

  it("hides a total where no pattern of cells will do", () => {
    const figures = { total: n(6), "sex=female": n(2), "sex=male": n(2), "sex=other": n(2) };
    // 4 + 1 + 1: each could be up to 4, so the total stays.
    expect(marksOf({ figures }).total).toBe("shown");
    // 5 - 4 leaves 1 for two of them, none of which is 0.
    const fewer = { total: n(5), "sex=female": n(2), "sex=male": n(2), "sex=other": n(1) };
    expect(marksOf({ figures: fewer }).total).toBe("suppressed");
  });
});

describe("what was hidden before", () => {
  it("gives way to a zero, which shows: whoever sees the total could tell anyway", () => {
    const figures = { total: n(0), "sex=female": n(0), "sex=male": n(0) };
    const marks = marksOf({ figures, earlier: { "sex=female": "hidden", "sex=male": "hidden" } });
    expect(marks).toEqual({ total: "shown", "sex=female": "shown", "sex=male": "shown" });
  });

  it("gives way to what anybody can add up by now, but not where something may still be hidden beside it", () => {
    const figures = { "KHM total": n(0), "LAO total": n(5), "REGION total": n(5) };
    const region = { "REGION total": "hidden" as const };
    const countries = ["KHM", "LAO"];
    expect(marksOf({ figures, countries, earlier: { ...region, "LAO total": "shown" } })["REGION total"]).toBe("shown");
    // With this very value it was hidden: that isn't taken back, though it can't be protected any more.
    const same = { "REGION total": "suppressed" as const, "LAO total": "shown" as const };
    expect(marksOf({ figures, countries, earlier: same })["REGION total"]).toBe("suppressed");
    const marks = marksOf({ figures, countries, earlier: region });
    expect(marks).toEqual({ "KHM total": "shown", "LAO total": "suppressed", "REGION total": "suppressed" });
  });

  it("otherwise stays hidden, whatever it has become", () => {
    const figures = { total: n(90), "sex=female": n(50), "sex=male": n(40) };
    const marks = marksOf({ figures, earlier: { "sex=female": "hidden", "sex=male": "suppressed" } });
    expect(marks["sex=female"]).toBe("suppressed");
    expect(marks["sex=male"]).toBe("suppressed");
  });

  it("can't be protected by what stood in the open", () => {
    const figures = { total: n(90), "sex=female": n(50), "sex=male": n(37), "sex=other": n(3) };
    const marks = marksOf({ figures, earlier: { total: "shown", "sex=female": "shown" } });
    expect(marks).toEqual({
      ...{ total: "shown", "sex=female": "shown", "sex=male": "suppressed", "sex=other": "small" },
    });
  });

  it("is lost where all beside it stood in the open, and is said to be", () => {
    const list = { total: n(90), "sex=female": n(87), "sex=male": n(3) };
    const figures = Object.entries(list).map(([cell, value]): TableFigure => {
      return { unit: "THA", period: "2016", cell, value, ...(cell !== "sex=male" && { earlier: "shown" as const }) };
    });
    const linked = linkFigures({ countsPersons: true, isCumulative: false, periods: ["2016"], figures });
    expect(suppress(linked, { threshold: 5, random: seededRandom(1) }).lost).toEqual(["THA|2016|sex=male"]);
  });
});

describe("any table of one dimension", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 });
  it("shows every zero, marks every small part, and never leaves one hidden alone under a shown total", () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.constantFrom(5, 11), (parts, seed, threshold) => {
        const cells = parts.map((part, index): [string, Value] => [`form=f${index}`, n(part)]);
        const total = parts.reduce((sum, part) => sum + part, 0);
        const marks = marksOf({ figures: { total: n(total), ...Object.fromEntries(cells) }, seed, threshold });
        for (const [index, part] of parts.entries()) {
          const mark = marks[`form=f${index}`];
          if (part === 0) expect(mark).toBe("shown");
          if (part > 0 && part < threshold) expect(mark).not.toBe("shown");
        }
        const hidden = hiddenIn(marks);
        if (marks.total === "shown") expect(hidden).not.toHaveLength(1);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
