import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanStructure, cleanText } from "./clean-text";

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
