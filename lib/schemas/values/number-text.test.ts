import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity } from "./number-text";

const persons = { decimals: 0 };
const days = { decimals: 2 };
const exact = (number: string) => ({ quantity: { exact: number } });

describe("a count of persons", () => {
  it.each([
    ["1127", "1127"],
    ["1,127", "1127"],
    ["1 127", "1127"],
    ["1\u00a0127", "1127"],
    ["1\u202f127", "1127"],
    ["12,345,678", "12345678"],
    [" 42 ", "42"],
    ["0", "0"],
    ["-0", "0"],
    ["007", "7"],
    ["8.0", "8"],
    ["๑,๑๒๗", "1127"],
    ["៤២", "42"],
    ["໔໒", "42"],
    ["၄၂", "42"],
    ["႔႒", "42"],
    ["４２", "42"],
    ["１，１２７", "1127"],
    ["4\u200b2", "42"],
  ])("reads %j as %s", (typed, number) => {
    expect(readQuantity(typed, persons)).toEqual(exact(number));
  });

  it.each([
    ["<5", 5],
    ["< 5", 5],
    [" <  11 ", 11],
    ["＜５", 5],
    ["<๕", 5],
    ["<100", 100],
  ])("reads %j as censored below %i", (typed, below) => {
    expect(readQuantity(typed, persons)).toEqual({ quantity: { below } });
  });

  it.each(["", " ", "\t", "\u00a0", "\u200b", "\ufeff"])("takes %j for a blank, which is not zero", (typed) => {
    expect(readQuantity(typed, persons)).toBeUndefined();
  });

  it.each([
    ["abc", "valueNotNumber"],
    ["12 or 13", "valueNotNumber"],
    ["12-13", "valueNotNumber"],
    ["1e3", "valueNotNumber"],
    ["0x10", "valueNotNumber"],
    ["5 %", "valueNotNumber"],
    ["-", "valueNotNumber"],
    [".", "valueNotNumber"],
    ["Infinity", "valueNotNumber"],
    ["324²", "valueNotNumber"],
    ["324 ²", "valueNotNumber"],
    ["½", "valueNotNumber"],
    ["①", "valueNotNumber"],
    ["12 34", "valueNotNumber"],
    ["1,127 000", "valueNotNumber"],
    ["1,1,127", "valueNotNumber"],
    ["3,5", "valueDecimals"],
    ["1127,00", "valueDecimals"],
    ["3.5", "valueDecimals"],
    ["1.127", "valueDecimals"],
    ["1.000", "valueDecimals"],
    ["๑๒.๐๐๐", "valueDecimals"],
    ["250.000", "valueDecimals"],
    ["1.234.567", "valueDecimals"],
    ["7.500.000", "valueDecimals"],
    ["-7.500.000", "valueDecimals"],
    ["1.234.567,50", "valueDecimals"],
    ["1.234,5", "valueDecimals"],
    ["๗.๕๐๐.๐๐๐", "valueDecimals"],
    ["1.234.56", "valueNotNumber"],
    ["10.11.2017", "valueNotNumber"],
    ["192.168.1.100", "valueNotNumber"],
    ["1".repeat(19), "valueTooLarge"],
    ["<", "valueCensoredBound"],
    ["<0", "valueCensoredBound"],
    ["<1", "valueCensoredBound"],
    ["<-5", "valueCensoredBound"],
    ["<4.5", "valueCensoredBound"],
    ["<101", "valueCensoredBound"],
    ["<<5", "valueCensoredBound"],
  ])("refuses %j: %s", (typed, key) => {
    expect(readQuantity(typed, persons)).toMatchObject({ problem: { key } });
  });
});

describe("a number with decimals", () => {
  it.each([
    ["3.5", "3.5"],
    ["3.50", "3.5"],
    [".5", "0.5"],
    ["1,127.25", "1127.25"],
    ["-3.5", "-3.5"],
    ["-1 127", "-1127"],
  ])("reads %j as %s", (typed, number) => {
    expect(readQuantity(typed, days)).toEqual(exact(number));
  });

  it("says how many digits may follow the point", () => {
    expect(readQuantity("1.500", days)).toEqual({ problem: { key: "valueDecimals", args: { decimals: 2 } } });
    expect(readQuantity("1.500", { decimals: 3 })).toEqual(exact("1.5"));
    expect(readQuantity("0.000", days)).toEqual(exact("0"));
    expect(readQuantity("3.125", days)).toEqual({ problem: { key: "valueDecimals", args: { decimals: 2 } } });
  });

  it("asks for a point where a comma stands before decimals, as some languages write them", () => {
    expect(readQuantity("58,5", days)).toEqual({ problem: { key: "valueCommaDecimal" } });
    // What would be refused next isn't recommended.
    expect(readQuantity("58,5", persons)).toEqual({ problem: { key: "valueDecimals", args: { decimals: 0 } } });
  });

  it("gives an example that fits", () => {
    expect(readQuantity("?", days)).toEqual({ problem: { key: "valueNotNumber", args: { example: "3.5" } } });
    expect(readQuantity("?", persons)).toEqual({ problem: { key: "valueNotNumber", args: { example: "1127" } } });
  });

  it("has no use for <5", () => {
    expect(readQuantity("<5", days)).toEqual({ problem: { key: "valueCensoredDecimals" } });
  });
});

it("reads any whole number back from its grouped form, and its own output again", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.constantFrom(",", " "), (number, separator) => {
      const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, separator);
      expect(readQuantity(grouped, persons)).toEqual(exact(String(number)));
      expect(readQuantity(String(number), persons)).toEqual(exact(String(number)));
    }),
  );
});

it("never throws, and never makes a number of text without a digit", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const read = readQuantity(typed, days);
      if (read && "quantity" in read) expect(typed).toMatch(/\p{N}/u);
    }),
    { numRuns: 1000 },
  );
});
