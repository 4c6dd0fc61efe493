import type { z } from "zod";
import { blockedParts } from "@/lib/domain/free-text/unsafe-parts";
import { text } from "./form-fields";
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

export function refuseUnsafe(written: string, context: z.core.$RefinementCtx<string>): void {
  const problem = unsafeWords(written);
  if (problem) context.addIssue({ code: "custom", message: problem.key, params: problem.args, input: written });
}

/**
 * Words that say nothing by which a person could be reached or known. Fields for what makes somebody or something reachable
 * on purpose (accounts, organisations, who publishes, the site's notice) take `text`.
 */
export const safeText = (limit: number) => text(limit).superRefine(refuseUnsafe);
