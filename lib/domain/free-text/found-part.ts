/** What makes a person known, whoever reads it: refused. */
export const blockedKinds = ["email", "phone", "passport", "identityCard", "caseNumber", "birthDate"] as const;
/** What may: whoever wrote it looks again. */
export const warnedKinds = ["smallCount", "personName"] as const;

export type BlockedKind = (typeof blockedKinds)[number];
export type WarnedKind = (typeof warnedKinds)[number];

/** A stretch of a text by its place, without its words: a log or an event may say it. */
export interface FoundPart<K = BlockedKind | WarnedKind> {
  kind: K;
  start: number;
  /** Behind the last character. */
  end: number;
}

/** In order; of two that overlap the one that begins first, and of those that begin together the longer. */
export function apart<P extends Pick<FoundPart, "start" | "end">>(found: readonly P[]): P[] {
  const kept: P[] = [];
  for (const part of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (!last || part.start >= last.end) kept.push(part);
  }
  return kept;
}
