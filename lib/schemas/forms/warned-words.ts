import { warnedParts } from "@/lib/domain/free-text/unsafe-parts";
import type { FieldProblem, Message } from "./form-state";
import type { LookedAt } from "./looked-at";
import { quotedParts } from "./quoted-parts";
import { textSum } from "./text-sum";

const longestQuote = 60;

/**
 * What in words may say of whom they speak; null where nothing does. It quotes what was found: it is for whoever may read the
 * words anyway, and for no log and no event.
 */
export function warnedWords(written: string): { args: NonNullable<Message["args"]>; sum: number } | null {
  const parts = warnedParts(written);
  const kinds = new Set(parts.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kind === undefined) return null;
  const { found, more, quotes } = quotedParts(written, parts, longestQuote);
  const args = { kind: kinds.size > 1 ? "both" : kind, found, more };
  return { args, sum: textSum(quotes.join("\n")) };
}

/** The words of a field that its author hasn't looked at yet, as they are told in a form; null where nothing is to be told. */
export function toLookAt(field: string, written: string, lookedAt: LookedAt): FieldProblem | null {
  const warned = warnedWords(written);
  if (!warned || lookedAt.has(warned.sum)) return null;
  return { field, key: "wordsToLookAt", args: { ...warned.args, how: "form", sum: warned.sum } };
}
