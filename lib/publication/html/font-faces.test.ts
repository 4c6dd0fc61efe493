import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import type { PublicationDocument } from "../document";
import { charactersOf } from "../fonts/characters-of";
import { readFont } from "../fonts/read-font";
import { typefaces, weights } from "../fonts/typefaces";
import { type EmbeddedFont, embeddedFonts } from "../testing/embedded-fonts";
import { hostileDocument } from "../testing/hostile-document";
import { all, type HtmlNode, one, textIn } from "../testing/read-html";
import { sampleDocument } from "../testing/sample-document";
import { shaped, shapingFont } from "../testing/shaped";
import { testPictures } from "../testing/test-pictures";
import { textsOf } from "../texts-of";
import { spokenLanguages, spokenSample } from "../typst/testing/spoken-sample";
import { fontFacesOf } from "./font-faces";
import { htmlOf } from "./html-of";

const root = process.cwd();
const samples: [string, PublicationDocument][] = [
  ["en", sampleDocument],
  ...spokenLanguages.map((language): [string, PublicationDocument] => [language, spokenSample(language)]),
];

/** Never drawn: line ends and what only steers shaping, such as zero-width joiners. */
const undrawn = /[\n\p{Default_Ignorable_Code_Point}]/u;

/** What a reader of the page sees, on a screen and on paper. */
function shownIn(html: string): string[] {
  const page: HtmlNode = fromHtml(html);
  const sheet = textIn(one(page, "style"));
  const ofPaper = [...sheet.matchAll(/content:([^;}]*)/g)].map(([, text = ""]) =>
    text.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [textIn(one(page, "title")), textIn(one(page, "body")), ...ofPaper, "0123456789."];
}

/** Letters for which the page brings no glyph in one of its weights, each once. */
function missing(html: string): string[] {
  const fonts = embeddedFonts(textIn(one(fromHtml(html), "style")));
  const has = ({ letters, font }: EmbeddedFont) => [...charactersOf(font)].filter((letter) => letters.has(letter));
  const byWeight = ["400", "600 900"].map(
    (weight) => new Set(fonts.filter((font) => font.weight === weight).flatMap(has)),
  );
  return [...new Set(shownIn(html).join(""))].filter(
    (letter) => !undrawn.test(letter) && !byWeight.every((covered) => covered.has(letter.codePointAt(0)!)),
  );
}

const pageOf = async (document: PublicationDocument) =>
  htmlOf(document, testPictures, await fontFacesOf(document, root));

describe("the fonts of a page", () => {
  it.each(samples)("have every letter of it, in both weights: %s", async (_, document) => {
    expect(missing(await pageOf(document))).toEqual([]);
    expect(missing(await pageOf({ ...document, isInternal: true }))).toEqual([]);
  });

  it("have none where the product has none, and that is found", async () => {
    const document = { ...sampleDocument, title: "On 😀 track ᚠ, half \ud800" };
    expect(missing(await pageOf(document))).toEqual(["😀", "ᚠ"]);
    expect(missing(htmlOf(sampleDocument, testPictures, await fontFacesOf(document, root)))).toEqual([]);
    const bare = await fontFacesOf({ ...sampleDocument, chapters: [] }, root);
    expect(missing(htmlOf(sampleDocument, testPictures, bare)).join("")).toContain("ข");
  });

  it("are those of the scripts that it has", async () => {
    const familiesOf = async (document: PublicationDocument) =>
      [...new Set(embeddedFonts(await fontFacesOf(document, root)).map(({ family }) => family))].join();
    const english = { ...sampleDocument, chapters: [] };
    expect(await familiesOf(english)).toBe("Noto Sans");
    expect(await familiesOf({ ...english, subtitle: "ລາວ, 中国" })).toBe("Noto Sans,Noto Sans Lao,Noto Sans SC");
    expect(await familiesOf(spokenSample("my"))).toContain("Noto Sans Myanmar");
  });

  it.each(samples)("shape each text as whole fonts do: %s", async (_, document) => {
    const texts = [...new Set(textsOf(document))];
    for (const { family, weight, font, letters } of embeddedFonts(await fontFacesOf(document, root))) {
      const typeface = typefaces.find((known) => known.family === family)!;
      const whole = shapingFont(readFont(typeface, weights[weight === "400" ? 0 : 1], root));
      const part = shapingFont(font);
      const isOwn = (letter: string) => letters.has(letter.codePointAt(0)!);
      for (const text of texts) {
        // As browsers do: each font is given what is its own.
        const own = [...text].map((letter) => (isOwn(letter) ? letter : "\n")).join("");
        for (const piece of own.split("\n").filter((some) => some !== "")) {
          const drawn = shaped(part, piece);
          expect(drawn.filter(({ isMissing }) => isMissing)).toEqual([]);
          expect(drawn).toEqual(shaped(whole, piece));
        }
      }
    }
  });

  it("shape vowels that are taken apart, where their parts stand nowhere else", async () => {
    for (const text of ["น้ำ", "ນ້ຳ", "កើ កឿ កៀ កោ កៅ"]) {
      const fonts = embeddedFonts(await fontFacesOf({ ...sampleDocument, chapters: [], subtitle: text }, root));
      for (const word of text.split(" ")) {
        expect(shaped(shapingFont(fonts[2]!.font), word).filter(({ isMissing }) => isMissing)).toEqual([]);
      }
    }
  });

  it("are the same each time, and hold nothing that people wrote", async () => {
    const faces = await fontFacesOf(hostileDocument, root);
    expect(await fontFacesOf(structuredClone(hostileDocument), root)).toBe(faces);
    expect(faces).toMatch(/^(@font-face\{[\w :;"/,+=().-]*\}\n?)+$/);
  });

  it("weigh little: less than 60 KB in an English page, than 300 KB in any", async () => {
    const sizes = await Promise.all(samples.map(async ([, document]) => (await fontFacesOf(document, root)).length));
    const english = await fontFacesOf({ ...sampleDocument, chapters: sampleDocument.chapters.slice(1) }, root);
    expect(english.length).toBeLessThan(60_000);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });

  it("come first in the sheet, and the page asks for no other", async () => {
    const page: HtmlNode = fromHtml(await pageOf(spokenSample("zh")));
    const sheet = textIn(one(page, "style"));
    expect(sheet).toMatch(/^@font-face/);
    for (const [, address] of sheet.matchAll(/url\("?([^)"]{0,9})/g)) expect(address).toMatch(/^data:/);
    expect(all(page, "link")).toEqual([]);
  });
});
