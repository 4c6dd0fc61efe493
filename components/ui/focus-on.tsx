"use client";

import { useLayoutEffect } from "react";

/**
 * Gives the focus to what a person goes on with, once what they used is gone from the page: else it would fall to the
 * page's beginning.
 * @param ids the first of them that is there takes it
 * @param after what was done; it is given once for each
 */
export function FocusOn({ ids, after }: { ids: string; after: string }) {
  // Before what is left around it takes it (`keep-focus.ts`).
  useLayoutEffect(() => {
    // Whoever went on meanwhile stays where they are.
    if (after === "" || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const there = ids.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    there[0]?.focus();
  }, [ids, after]);
  return null;
}
