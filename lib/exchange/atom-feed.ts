import { createHash } from "node:crypto";

// Atom, RFC 4287: what is new, for programs that look for it.

export interface AtomEntry {
  /** Its page's address. */
  href: string;
  title: string;
  /** ISO 8601. */
  updated: string;
  /** The address of what it is about besides; null where there is none. */
  related: string | null;
  /** Who says it, where that is told; else the feed's own author is. */
  author: string | null;
  summary: string;
  /** The words themselves, and their language; null where there are none to read. */
  content: { text: string; language: string } | null;
}

export interface AtomFeed {
  /** Its own address, and that of the page with the same. */
  self: string;
  page: string;
  title: string;
  language: string;
  author: string;
  /** ISO 8601. */
  updated: string;
  entries: readonly AtomEntry[];
}

/** A feed as XML. Whatever words hold, it stays well formed. */
export function atomFeed({ self, page, title, language, author, updated, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${safe(language)}">`,
    `<id>${idOf(self)}</id>`,
    `<title>${safe(title)}</title>`,
    `<updated>${safe(updated)}</updated>`,
    `<author><name>${safe(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${safe(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${safe(page)}"/>`,
    ...entries.map(entryOf),
    "</feed>\n",
  ].join("\n");
}

const entryOf = ({ href, title, updated, related, author, summary, content }: AtomEntry): string =>
  [
    "<entry>",
    `<id>${idOf(href)}</id>`,
    `<title>${safe(title)}</title>`,
    `<updated>${safe(updated)}</updated>`,
    ...(author === null ? [] : [`<author><name>${safe(author)}</name></author>`]),
    `<link rel="alternate" type="text/html" href="${safe(href)}"/>`,
    ...(related === null ? [] : [`<link rel="related" type="text/html" href="${safe(related)}"/>`]),
    `<summary>${safe(summary)}</summary>`,
    ...(content ? [`<content type="text" xml:lang="${safe(content.language)}">${safe(content.text)}</content>`] : []),
    "</entry>",
  ].join("\n");

/** An id has to be a whole address, and a site that was told none of its own has only paths. */
function idOf(address: string): string {
  const hash = createHash("sha256").update(address).digest("hex");
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
/** What XML 1.0 has no way to say, escaped or not: most control characters, half characters, and two that are none. */
const unsayable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const safe = (text: string): string => text.replace(unsayable, "\ufffd").replace(/[&<>"']/g, (sign) => escapes[sign]!);
