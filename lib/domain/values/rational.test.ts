import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDecimal,
  formatFraction,
  isDecimal,
  parseFraction,
  rational,
  roundHalfAwayFromZero,
  sum,
  zero,
} from "./rational";

const decimals = fc
  .record({ units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), places: fc.integer({ min: 0, max: 8 }) })
  .map(({ units, places }) => {
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
    const cut = digits.length - places;
    return `${units < 0n ? "-" : ""}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ""}`;
  });

describe("reading decimals", () => {
  it.each(["0", "1127", "-3.5", "0.00000001", "007.50", "-0"])("takes %j", (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(["", " ", "1,127", "1e3", ".5", "1.", "+1", "<5", "1/2", "NaN", "Infinity", "0x10", " 5", "٣", "1\n"])(
    "refuses %j",
    (text) => {
      expect(isDecimal(text)).toBe(false);
      expect(() => rational(text)).toThrow(RangeError);
    },
  );

  it("refuses numbers that aren't whole: they were floats already", () => {
    expect(() => rational(0.1)).toThrow(RangeError);
    expect(() => rational(Number.NaN)).toThrow(RangeError);
    expect(rational(-3).equals(rational("-3"))).toBe(true);
  });

  it("keeps what a float would lose", () => {
    expect(formatDecimal(sum(["0.1", "0.2"].map(rational)))).toBe("0.3");
    expect(formatDecimal(rational("1234567890123456789012.00000001"))).toBe("1234567890123456789012.00000001");
  });
});

describe("rounding half away from zero", () => {
  it.each([
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["0.4999999", 0, "0"],
    ["-0.4999999", 0, "0"],
    ["2.5", 0, "3"],
    ["0.9499995", 6, "0.950000"],
    ["0.9499994", 6, "0.949999"],
    ["-0.0000005", 6, "-0.000001"],
    ["-0.00000049", 6, "0.000000"],
    ["12", 2, "12.00"],
    ["-1.005", 2, "-1.01"],
  ])("%s to %d places is %s", (text, places, rounded) => {
    expect(roundHalfAwayFromZero(rational(text), places)).toBe(rounded);
  });

  it("is odd: a value and its negative round to the same digits", () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 7 }), (text, places) => {
        const value = rational(text);
        const up = roundHalfAwayFromZero(value, places);
        expect(rational(roundHalfAwayFromZero(value.neg(), places)).neg().equals(rational(up))).toBe(true);
        const twiceTheError = rational(up)
          .sub(value)
          .abs()
          .mul(2)
          .mul(10 ** places);
        expect(twiceTheError.lte(1)).toBe(true);
      }),
    );
  });
});

describe("writing", () => {
  it("writes a fraction in lowest terms with its sign in front", () => {
    expect(formatFraction(rational("230"))).toBe("230/1");
    expect(formatFraction(rational("-0.75"))).toBe("-3/4");
    expect(formatFraction(zero)).toBe("0/1");
  });

  it("reads back every fraction and every decimal", () => {
    fc.assert(
      fc.property(decimals, fc.bigInt({ min: 1n, max: 10n ** 9n }), (text, divisor) => {
        const value = rational(text);
        expect(rational(formatDecimal(value)).equals(value)).toBe(true);
        const quotient = value.div(divisor.toString());
        expect(parseFraction(formatFraction(quotient)).equals(quotient)).toBe(true);
      }),
    );
  });

  it("writes no decimal for a quotient that has none", () => {
    expect(() => formatDecimal(rational(1).div(3))).toThrow(RangeError);
    expect(() => formatDecimal(rational(1).div(70))).toThrow(RangeError);
    expect(formatDecimal(rational(1).div(1024))).toBe("0.0009765625");
  });

  it.each(["", "/", "1/0", "1", "1/2/3", "a/b", "1/-2"])("refuses %j as a fraction", (text) => {
    expect(() => parseFraction(text)).toThrow(RangeError);
  });
});
