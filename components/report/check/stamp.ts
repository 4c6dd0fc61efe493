import type { CheckIndicator } from "@/lib/views/entry-view";

type Stamped = Pick<
  CheckIndicator,
  | "rules"
  | "cells"
  | "comments"
  | "evidence"
  | "query"
  | "accepted"
  | "mayEnter"
  | "warnings"
  | "explained"
  | "commentMissing"
>;

/**
 * A short word that is another once something of an indicator changed that its fields show. No rule looks at two indicators,
 * so that nothing of one is changed by what is stored of another; but what it warns of depends on the periods before too.
 */
export function stampOf({ rules, cells, comments, evidence, query, accepted, mayEnter, ...warned }: Stamped): string {
  const { warnings, explained, commentMissing } = warned;
  const files = evidence.map(({ id }) => id);
  const answers = [query, accepted, mayEnter];
  const text = JSON.stringify([rules, cells, comments, files, answers, warnings, explained, commentMissing]);
  // FNV-1a, 32 bits: it only has to differ, and a page has a hundred of them.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
