import type { CheckIndicator } from "@/lib/views/entry-view";

type Stamped = Pick<CheckIndicator, "cells" | "comments" | "evidence" | "query" | "mayEnter">;

/**
 * A short word that is another once something of an indicator changed that its fields show. No rule looks at two indicators,
 * so that nothing of one is changed by what is stored of another.
 */
export function stampOf({ cells, comments, evidence, query, mayEnter }: Stamped): string {
  const text = JSON.stringify([cells, comments, evidence.map(({ id }) => id), query, mayEnter]);
  // FNV-1a, 32 bits: it only has to differ, and a page has a hundred of them.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
