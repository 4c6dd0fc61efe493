import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFraction, rational, roundHalfAwayFromZero } from "@/lib/domain/values/rational";
import { formatsIn } from "@/lib/i18n/formats";
import { locales } from "@/lib/i18n/routing";
import { formulaLine, formulaLines, placesApart, roundedOf, writeFormula } from "./formula";
import { checkLines } from "./formula.testing";

const written = (y: string, b: string, A: string, leastPlaces = 1) => {
  const letters = { y: parseFraction(y), b: parseFraction(b), A: parseFraction(A) };
  const R = letters.y.sub(letters.b).div(letters.A.sub(letters.b));
  return writeFormula(letters, rational(roundHalfAwayFromZero(R, 6)), leastPlaces, "en")!;
};

describe("R, written out", () => {
  it("is exact where the numbers are", () => {
    expect(formulaLines(written("15/1", "10/1", "20/1"))).toEqual([
      "R = (y − b) / (A − b)",
      "R = (15 − 10) / (20 − 10)",
      "R = 5 / 10 = 0.50",
    ]);
    expect(roundedOf(written("15/1", "10/1", "20/1"))).toEqual([]);
  });

  it("takes as many places as it needs to add up, and names what is rounded", () => {
    const formula = written("627/100", "0/1", "634/100");
    expect(formulaLine(formula)).toBe("R = (6.27 − 0) / (6.34 − 0) = 6.27 / 6.34 ≈ 0.99");
    expect(roundedOf(formula)).toEqual(["R"]);
    expect(roundedOf(written("2/3", "0/1", "7/9"))).toEqual(["y", "A", "R"]);
  });

  it("never rounds R over a limit of the method", () => {
    expect(written("947/1000", "0/1", "1/1")).toMatchObject({ R: "0.947", percent: "94.7" });
    expect(written("-1/1000", "0/1", "1/1", 3)).toMatchObject({ R: "−0.001", percent: "−0.1" });
    expect(written("9999/10000", "0/1", "1/1", 4)).toMatchObject({ R: "0.9999" });
  });

  it("never divides printed numbers to the other side of a limit", () => {
    expect(formulaLines(written("3264/1000", "0/1", "5440/1000", 2))[2]).toBe("R = 3.264 / 5.440 = 0.60");
  });

  it("takes more places where the printed division is a half that rounds to another R", () => {
    // 3.9 / 4 is 0.975, which rounds to 0.98.
    expect(formulaLines(written("389/100", "0/1", "4/1"))[2]).toBe("R = 3.89 / 4 ≈ 0.97");
    expect(formulaLines(written("39/10", "0/1", "4/1"))[2]).toBe("R = 3.9 / 4 ≈ 0.98");
  });

  it("writes no formula for another ratio", () => {
    const letters = { y: rational("5"), b: rational("0"), A: rational("10") };
    expect(writeFormula(letters, rational("0.7"), 1, "en")).toBeNull();
  });

  it("adds up as printed, whatever the numbers and the language", () => {
    const value = fc.tuple(fc.integer({ min: -4000, max: 40_000 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(value, value, value, fc.constantFrom(...locales), (first, second, third, locale) => {
        const [y, b, A] = [first, second, third].map(([n, d]) => parseFraction(`${n}/${d}`));
        if (A!.equals(b!)) return;
        const R = rational(roundHalfAwayFromZero(y!.sub(b!).div(A!.sub(b!)), 6));
        const { tag } = formatsIn(locale);
        const formula = writeFormula({ y: y!, b: b!, A: A! }, R, 1, tag);
        expect(formula).not.toBeNull();
        expect(checkLines(formulaLines(formula!), tag)).toEqual([]);
      }),
      // A path that hardly rises beside a value far away asks for the most places.
      { examples: [[[40_000, 1], [1, 998], [1, 999], "en"]] },
    );
  });
});

describe("numbers that differ", () => {
  it("are printed with as many places as tell them apart", () => {
    expect(placesApart([[rational("79.96"), rational("80")]], 1)).toBe(2);
    expect(placesApart([[rational("80"), rational("80")]], 1)).toBe(1);
    expect(placesApart([[rational("6.3"), rational("6.4")]], 1)).toBe(1);
  });
});
