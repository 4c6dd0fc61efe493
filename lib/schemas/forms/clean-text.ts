const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text as the database can hold it: composed (NFC, so that one word typed on two keyboards is one word), line breaks
 * as `\n`, without NUL, and with U+FFFD for halves of a broken character. Everything typed passes through here.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").replace(LONE_SURROGATE, "\uFFFD").normalize("NFC");
}

/** The same for every string in a structure, keys included. */
export function cleanStructure(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanStructure);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanStructure(inner)]));
}
