import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanDocument, cleanText } from "./clean-text";
import { sampleDocument } from "./testing/sample-document";

describe("clean text", () => {
  it.each([
    ["control characters go", "a\u0000b\u0008c\u001bd\u007fe\u009ff", "abcdef"],
    ["line ends stay, in one form, and tabs are spaces", "a\tb\r\nc\rd\u2028e", "a b\nc\nd\ne"],
    ["half a character is marked", "a\ud800b\udc00c", "a\ufffdb\ufffdc"],
    ["whole characters stay", "𝔸 😀 ខ្មែរ မြန်မာ ลาว 中文", "𝔸 😀 ខ្មែរ မြန်မာ ลาว 中文"],
    ["what is no character goes", "a\ufffeb\uffffc\ufdd0d", "abcd"],
    ["joiners between letters stay", "က\u200dခ\u200bគ", "က\u200dခ\u200bគ"],
  ])("%s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("is clean at once, whatever came", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(Buffer.from(clean, "utf8").toString("utf8")).toBe(clean);
      }),
    );
  });

  it("reaches every text of a document and changes nothing else", () => {
    expect(cleanDocument(sampleDocument)).toEqual(sampleDocument);
    const hostile = { ...sampleDocument, facts: [{ term: "a\u0001", text: { text: "\ud800", lang: "th" } }] };
    expect(cleanDocument(hostile).facts).toEqual([{ term: "a", text: { text: "\ufffd", lang: "th" } }]);
  });
});
