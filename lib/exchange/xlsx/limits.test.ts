import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactNumber, numberFormat, sheetNames, sheetText, spelledOut } from "./limits";

describe("a decimal as a number", () => {
  it.each([
    ["0", 0, 0],
    ["10.50", 10.5, 2],
    ["-3.5", -3.5, 1],
    ["123456789012345", 123456789012345, 0],
    ["0.00000000000001", 1e-14, 14],
  ])("%s keeps its digits", (decimal, value, places) => {
    expect(exactNumber(decimal)).toEqual({ value, places });
  });

  it.each(["007", "-0", "-0.0", "1234567890123456", "0.1234567890123456", "1,127", "1e3", "<5", "", " 5", "Yes"])(
    "%j stays a text",
    (text) => {
      expect(exactNumber(text)).toBeNull();
    },
  );

  it("says every digit again with its places", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.nat(15), (digits, places) => {
        const sign = digits < 0n ? "-" : "";
        const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
        const decimal = sign + (places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
        const exact = exactNumber(decimal);
        if (exact) expect(exact.value.toFixed(exact.places)).toBe(decimal);
        else expect(text.length > 15 || places > 14 || digits === 0n).toBe(true);
      }),
    );
  });

  it("is written in the format of its places", () => {
    expect([numberFormat(0, false), numberFormat(2, false), numberFormat(1, true)]).toEqual(["0", "0.00", "#,##0.0"]);
  });
});

describe("a text of a cell", () => {
  it("loses what a file can't hold, and nothing else", () => {
    expect(sheetText("a\u0000b\u000bc\ufffed\t=\u0085ក")).toBe("abcd\t=\nក");
    expect(sheetText("a\r\nb\rc")).toBe("a\nb\nc");
    expect(sheetText("a\ud800b 😀")).toBe("a\ufffdb 😀");
  });

  it("is refused when it is longer than a cell", () => {
    expect(sheetText("x".repeat(32_767))).toHaveLength(32_767);
    expect(() => sheetText("x".repeat(32_768))).toThrow(RangeError);
  });

  it("isn't read as a character by its number", () => {
    expect(spelledOut("_x0041_ and _x41_")).toBe("_x005F_x0041_ and _x41_");
  });
});

describe("names of sheets", () => {
  it("are short, allowed and different", () => {
    expect(sheetNames(["Notes", "notes", "a/b:c", "'x'", "History", "", "y".repeat(40), "y".repeat(41)])).toEqual([
      "Notes",
      "notes 2",
      "a b c",
      "x",
      "History 2",
      "-",
      "y".repeat(31),
      `${"y".repeat(29)} 2`,
    ]);
  });

  it("are names that there can be, whatever is wanted", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 6 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) expect(name).toMatch(/^(?!['\s])[^[\]:*?/\\]{1,31}(?<!')$/u);
      }),
    );
  });
});
