import "server-only";

/** A query's `where` for rows of texts: the asked language, and English to fall back to. */
export const textsFor = (locale: string) => ({ locale: { in: [locale, "en"] } });

/**
 * The text in the asked language. What a translation leaves empty is English, field by field; nothing at all where there
 * is no text, which only a framework that was never checked lacks.
 */
export function inLocale<T extends { locale: string }>(rows: readonly T[], locale: string): T | undefined {
  const english = rows.find((row) => row.locale === "en");
  const own = rows.find((row) => row.locale === locale);
  if (!english || !own) return own ?? english;
  const text = { ...english };
  for (const key of Object.keys(own) as (keyof T)[]) if (own[key] !== "") text[key] = own[key];
  return text;
}
