import type { PublicationDocument } from "./document";

// Texts come from people and from files, and may hold what neither XML nor HTML can: half a surrogate pair, control
// characters. A file with one of them doesn't open at all, so they are taken out of the whole document before it is drawn.

/** The line feed is the only control character that means the same in both formats. */
const forbidden = /[^\n\u0020-\u007e\u00a0-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu;
/** In a pattern with `u`, a surrogate that belongs to a pair never matches by itself. */
const loneSurrogate = /[\ud800-\udfff]/gu;

/** The text as XML 1.0 and HTML can carry it: line ends are `\n`, a tab is a space, half characters become U+FFFD, the rest goes. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replaceAll("\t", " ")
    .replace(loneSurrogate, "\ufffd")
    .replace(forbidden, "");
}

/** The same document, with each of its texts clean. */
export function cleanDocument(document: PublicationDocument): PublicationDocument {
  return cleanValue(document) as PublicationDocument;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanValue(part)]));
}
