import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../testing/sample-document";
import { textsOf } from "../../texts-of";
import { missingGlyphs } from "./glyphs";
import { spokenLanguages, spokenSample } from "./spoken-sample";

describe("glyphs of the fonts", () => {
  it("are there for every letter of the sample", () => {
    expect(missingGlyphs(textsOf(sampleDocument))).toEqual([]);
  });

  it.each(spokenLanguages)("are there for every letter in %s", (language) => {
    expect(missingGlyphs(textsOf(spokenSample(language)))).toEqual([]);
  });

  it("are missed where there are none", () => {
    expect(missingGlyphs(["On 😀 track", "က\u200bက", "ᚠ 😀"])).toEqual(["😀", "ᚠ"]);
  });
});
