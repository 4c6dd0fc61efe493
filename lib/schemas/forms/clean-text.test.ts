import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanStructure, cleanText, readableText } from "./clean-text";

describe("cleanText", () => {
  it.each([
    ["a\u0000b", "ab"],
    ["one\r\ntwo\rthree\n", "one\ntwo\nthree\n"],
    ["Vie\u0302\u0323t", "Vi\u1ec7t"],
    ["\ud83d", "\ufffd"],
    ["\udc00x", "\ufffdx"],
    ["\ud83d\ude00", "\ud83d\ude00"],
    ["ประเทศไทย", "ประเทศไทย"],
  ])("%j becomes %j", (typed, clean) => expect(cleanText(typed)).toBe(clean));

  it("changes clean text no further, and UTF-8 carries it whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const typed = String.fromCharCode(...units);
        const clean = cleanText(typed);
        expect(cleanText(clean)).toBe(clean);
        expect(Buffer.from(clean, "utf8").toString("utf8")).toBe(clean);
      }),
    );
  });

  it("reaches every string of a structure", () => {
    expect(cleanStructure({ "a\0": ["b\0", { c: "\ud800" }, 1, null] })).toEqual({
      a: ["b", { c: "\ufffd" }, 1, null],
    });
  });
});

describe("readableText", () => {
  it.each([
    ["a\u202efdp.exe", "afdp.exe"],
    ["\u2066a\u2069\u2067b\u202c", "ab"],
    ["\u200ea\u200f\u061c", "a"],
    ["\ufeffReport", "Report"],
    ["a\u0001\u001b[31m\u007f\u009b", "a[31m"],
    ["pay\u200bpal", "paypal"],
    ["e\u202a\u0301", "\u00e9"],
    ["one\vtwo\u2028three\ttabbed", "one\ntwo\nthree\ttabbed"],
    // Scripts of the region, and what they need.
    [
      "\u1780\u1798\u17d2\u1796\u17bb\u1787\u17b6\u200b\u1793\u17b7\u1784",
      "\u1780\u1798\u17d2\u1796\u17bb\u1787\u17b6\u200b\u1793\u17b7\u1784",
    ],
    ["\u0e01\u200b\u0e02 \u0e81\u200b\u0e82", "\u0e01\u200b\u0e02 \u0e81\u200b\u0e82"],
    ["\u1000\u200c\u1001\u200d", "\u1000\u200c\u1001\u200d"],
    ["\u{1f469}\u200d\u{1f692}", "\u{1f469}\u200d\u{1f692}"],
  ])("%j becomes %j", (typed, read) => expect(readableText(typed)).toBe(read));

  it("changes readable text no further", () => {
    const strange = [..."a\u0301\u200b\u202e\ufeff\u0e01\u17d2\v\r\n\0\u1161\u1100\ud83d\u0085"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...strange)), (letters) => {
        const once = readableText(letters.join(""));
        expect(readableText(once)).toBe(once);
        expect(cleanText(once)).toBe(once);
      }),
    );
  });
});
