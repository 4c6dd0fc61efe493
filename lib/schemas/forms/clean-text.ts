const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text as the database can hold it: composed (NFC, so that one word typed on two keyboards is one word), line breaks
 * as `\n`, without NUL, and with U+FFFD for halves of a broken character. Everything typed passes through here.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").replace(LONE_SURROGATE, "\uFFFD").normalize("NFC");
}

/** Breaks of lines that programs for writing use within a paragraph, and a few write between all of them. */
const otherBreaks = /[\v\f\u0085\u2028\u2029]/g;
/** What commands a device, turns the order of letters round, or is left of a file's beginning. */
const unseen = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\uFEFF]/gu;
/** Where a line may break: a sign of scripts that write no spaces between words, and of no other. */
const strayBreak =
  /(?<![\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}])\u200B(?![\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}])/gu;

/**
 * Words as `cleanText` has them, that read as they are: without characters that nobody sees and that make others read them in
 * another order, or take two names for one. What joins and parts letters within a word stays: scripts need it. All words that
 * somebody else is shown pass through here, whether they were typed, imported or sent.
 */
export const readableText = (typed: string): string =>
  cleanText(cleanText(typed).replace(otherBreaks, "\n").replace(unseen, "")).replace(strayBreak, "").normalize("NFC");

/** The same as `cleanText` for every string in a structure, keys included. */
export function cleanStructure(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanStructure);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanStructure(inner)]));
}
