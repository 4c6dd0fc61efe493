import { expect, it } from "vitest";
import { sharedGlyphs } from "./shared-glyphs";

const shape = (path: string) => `overflow="visible"><path d="${path}"/></symbol>`;
const pictureOf = (...letters: [id: string, path: string][]) =>
  `<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${letters
    .map(([id]) => `<use xlink:href="#${id}" x="1"/>`)
    .join(
      "",
    )}<defs id="glyph">${letters.map(([id, path]) => `<symbol id="${id}" ${shape(path)}`).join("")}</defs></svg>`;

it("draws a letter once, under one name in all pictures, whatever each picture called it", () => {
  const glyphs = sharedGlyphs();
  const first = glyphs.without(pictureOf(["g0", "M0 0h1"], ["g1", "M0 0h2"]));
  const second = glyphs.without(pictureOf(["g0", "M0 0h2"], ["g1", "M0 0h3"]));
  expect(first).toBe('<svg viewBox="0 0 9 9"><use href="#glyph-0" x="1"/><use href="#glyph-1" x="1"/></svg>');
  expect(second).toBe('<svg viewBox="0 0 9 9"><use href="#glyph-1" x="1"/><use href="#glyph-2" x="1"/></svg>');
  const drawings = glyphs.drawings();
  expect(drawings.match(/<symbol id="[^"]*"/g)).toEqual([0, 1, 2].map((name) => `<symbol id="glyph-${name}"`));
  for (const path of ["M0 0h1", "M0 0h2", "M0 0h3"]) expect(drawings.split(path)).toHaveLength(2);
});

it("draws nothing for pictures without letters", () => {
  const glyphs = sharedGlyphs();
  expect(glyphs.without('<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>')).toBe(
    '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
  );
  expect(glyphs.drawings()).toBe("");
});
