import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockedParts, warnedParts } from "./unsafe-parts";

const phones = ["0812345678", "+855 12 345 678", "020 5555 1234", "138-1234-5678", "0912.345.678"];
const zeros = [0x30, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10, 0x0660];
const ofScript = (zero: number, text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const found = (text: string) => blockedParts(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const typedAs = fc
  .tuple(fc.constantFrom(...phones), fc.constantFrom(...zeros))
  .map(([phone, zero]) => ofScript(zero, phone));
const words = fc.constantFrom("", "Write: ", "ติดต่อ ", "សូមទាក់ទង ", "ກະລຸນາຕິດຕໍ່ ", "ဆက်သွယ်ရန် ", "请联系", "Liên hệ ");

describe("a telephone number", () => {
  it("is found in digits of every script, between words of every language", () => {
    fc.assert(
      fc.property(typedAs, words, words, (phone, before, behind) => {
        expect(found(`${before}${phone} ${behind}`)).toEqual([["phone", phone]]);
      }),
    );
  });

  it("is found whatever nobody sees stands in it", () => {
    const unseen = fc.constantFrom("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u0336");
    fc.assert(
      fc.property(typedAs, fc.array(fc.tuple(fc.nat(12), unseen), { maxLength: 8 }), (phone, signs) => {
        let letters = [...phone];
        for (const [at, sign] of signs) letters = letters.toSpliced(1 + (at % (letters.length - 1)), 0, sign);
        expect(blockedParts(letters.join("")).map(({ kind }) => kind)).toEqual(["phone"]);
      }),
    );
  });

  it("is found with any dash and any space", () => {
    const between = fc.constantFrom(
      " ",
      "\u00a0",
      "\u2009",
      "\u3000",
      "-",
      "\u2010",
      "\u2011",
      "\u2013",
      "\u2014",
      "\u2212",
      ".",
      "\u00b7",
      " - ",
    );
    fc.assert(
      fc.property(between, (sign) => {
        expect(found(["081", "234", "5678"].join(sign))).toEqual([["phone", ["081", "234", "5678"].join(sign)]]);
      }),
    );
  });
});

describe("any text", () => {
  const letters = fc.array(
    fc.oneof(
      fc.constantFrom(
        ..."0123456789 .-+()@/,\n",
        "case no. ",
        "born on ",
        "passport ",
        "อายุ ",
        "2 คน",
        "Mr. A",
        "១",
        "\u200b",
        "😀",
        "\ud800",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 60 },
  );

  it("has its parts in order, within it, none over another", () => {
    fc.assert(
      fc.property(letters, (all) => {
        const text = all.join("");
        for (const parts of [blockedParts(text), warnedParts(text)]) {
          let last = 0;
          for (const { start, end } of parts) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("of counts alone, as a table has them, passes", () => {
    const count = fc.nat(9_999_999).map((n) => n.toLocaleString("en-US"));
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 12 }),
        fc.constantFrom(", ", "; ", "\n", "\t", " + "),
        (counts, sign) => {
          expect(blockedParts(counts.join(sign))).toEqual([]);
        },
      ),
    );
  });

  it("of years and days passes", () => {
    const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), fc.constantFrom(" - ", ", ", " to ", "\n"), (days, sign) => {
        const iso = days.map((each) => each.toISOString().slice(0, 10));
        expect(blockedParts(iso.join(sign))).toEqual([]);
        expect(blockedParts(iso.map((each) => each.split("-").reverse().join("/")).join(sign))).toEqual([]);
        expect(blockedParts(iso.map((each) => each.slice(0, 4)).join(sign))).toEqual([]);
      }),
    );
  });
});
