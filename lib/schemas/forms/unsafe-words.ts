import { blockedParts } from "@/lib/domain/free-text/unsafe-parts";
import type { Message } from "./form-state";

/** As much of what was found as its author needs to find it again. */
const longestQuote = 40;

/**
 * What must be taken out of words before they are stored; null for words that may become public. It quotes what was found:
 * it is for whoever wrote them, and for no log and no event.
 */
export function unsafeWords(written: string): Message | null {
  const [first, ...more] = blockedParts(written);
  if (!first) return null;
  const found = written.slice(first.start, Math.min(first.end, first.start + longestQuote));
  return { key: "unsafeWords", args: { kind: first.kind, found, more: more.length } };
}
