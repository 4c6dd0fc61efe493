"use client";

import { useEffect, useState } from "react";
import type { SaidAbout } from "./said-about";

/** Asked for once, however many parts of a page show some of it. */
const asked = new Map<string, Promise<SaidAbout | null>>();

const ask = (address: string): Promise<SaidAbout | null> =>
  fetch(address)
    .then((response) => (response.ok ? (response.json() as Promise<SaidAbout>) : null))
    .catch(() => null);

/**
 * What civil society says about what a page of results shows; null until it is there. The page knows none of it: it is prerendered
 * with its results, and the browser asks for what is said in the version that is public now.
 * @param address null where nothing is asked for
 */
export function useSaidAbout(address: string | null): SaidAbout | null {
  const [said, setSaid] = useState<SaidAbout | null>(null);
  useEffect(() => {
    if (address === null) return;
    let isAway = false;
    const answer = asked.get(address) ?? ask(address);
    asked.set(address, answer);
    void answer.then((found) => {
      // What failed is asked for anew by whoever comes next.
      if (found === null) asked.delete(address);
      if (!isAway) setSaid(found);
    });
    return () => {
      isAway = true;
    };
  }, [address]);
  return said;
}
