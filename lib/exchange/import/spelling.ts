import type { ImportDimension } from "./import-target";

/** Two spellings with the same key are one: case, accents on Latin letters, kinds of quotes and dashes, and spacing don't matter. */
export const spellingKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u200b-\u200d\ufeff]/g, "")
    .replace(/[\u2018\u2019\u0060\u00b4\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** Category code by dimension and spelling. A spelling that means two categories means none. */
export type Spellings = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function spellingsOf(dimensions: readonly ImportDimension[]): Spellings {
  return new Map(
    dimensions.map(({ code, categories }) => {
      const bySpelling = new Map<string, string>();
      const ambiguous = new Set<string>();
      for (const category of categories)
        for (const spelling of [category.code, ...category.spellings]) {
          const key = spellingKey(spelling);
          if ((bySpelling.get(key) ?? category.code) !== category.code) ambiguous.add(key);
          bySpelling.set(key, category.code);
        }
      for (const key of ambiguous) bySpelling.delete(key);
      return [code, bySpelling];
    }),
  );
}
