import { blockedParts } from "@/lib/domain/free-text/unsafe-parts";
import type { Message } from "./form-state";
import { quotedParts } from "./quoted-parts";

/** As much of what was found as its author needs to find it again. */
const longestQuote = 40;

/**
 * What must be taken out of words before they are stored; null for words that may become public. It quotes what was found:
 * it is for whoever wrote them, and for no log and no event.
 */
export function unsafeWords(written: string): Message | null {
  const parts = blockedParts(written);
  const kinds = new Set(parts.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kind === undefined) return null;
  const { found, count, more } = quotedParts(written, parts, longestQuote);
  return { key: "unsafeWords", args: { kind: kinds.size > 1 ? "several" : kind, found, count, more } };
}
