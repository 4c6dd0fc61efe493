import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileText } from "./file-text";

describe("a text for a file", () => {
  it.each([
    ["control characters go", "a\u0000b\u0008c\u001bd\u007fe\u009ff", "abcdef"],
    ["line ends stay, in one form, and so do tabs", "a\tb\r\nc\rd\u2028e\u0085f", "a\tb\nc\nd\ne\nf"],
    ["half a character is marked", "a\ud800b\udc00c", "a\ufffdb\ufffdc"],
    ["whole characters stay", "𝔸 😀 ខ្មែរ မြန်မာ ลาว 中文", "𝔸 😀 ខ្មែរ မြန်မာ ลาว 中文"],
    ["what is no character goes", "a\ufffeb\uffffc\ufdd0d\u{1ffff}e", "abcde"],
    ["joiners between letters stay", "က\u200dခ\u200bគ", "က\u200dခ\u200bគ"],
  ])("%s", (_, text, fit) => {
    expect(fileText(text)).toBe(fit);
  });

  it("is fit at once, whatever came: XML, HTML and JSON in UTF-8 can carry it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const fit = fileText(text);
        expect(fileText(fit)).toBe(fit);
        expect(fit).toMatch(/^[\t\n\u0020-\u007e\u00a0-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(Buffer.from(fit, "utf8").toString("utf8")).toBe(fit);
      }),
    );
  });

  it("keeps every character that is none of these", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        // Some of these are ends of lines and of paragraphs.
        expect(fileText(text)).toBe(text.replace(/[\u2028\u2029]/g, "\n"));
      }),
      { examples: [["a\u2028b"]] },
    );
  });
});
