import type { SignedInView } from "@/lib/views/signed-in-view";
import { keptPlace, maybeSignedIn } from "./kept-place";

/**
 * Tells who is signed in, null for nobody: now, and when the page comes back into view, for in the meantime somebody may
 * have signed in or out in another tab or on the page that "back" leaves.
 * @returns how to end it
 */
export function watchReader(address: string, tell: (reader: SignedInView | null) => void): () => void {
  let known: SignedInView | null = null;
  let asking = new AbortController();
  const told = (reader: SignedInView | null) => {
    known = reader;
    // The place of a name stays when it goes, so that nothing moves.
    const root = document.documentElement;
    if (reader) root.setAttribute(keptPlace, "");
    else if (root.hasAttribute(keptPlace)) root.setAttribute(keptPlace, "empty");
    tell(reader);
  };
  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (!maybeSignedIn()) return told(null);
    try {
      const response = await fetch(address, { signal });
      if (!response.ok && response.status !== 401) throw new Error(`${response.status}`);
      const reader = response.ok ? ((await response.json()) as SignedInView) : null;
      if (!signal.aborted) told(reader);
    } catch {
      // While the line is down or the server can't tell, nothing new is known.
      if (!signal.aborted) told(known);
    }
  };
  const inView = () => document.visibilityState === "visible" && ask();
  const broughtBack = ({ persisted }: PageTransitionEvent) => persisted && ask();
  ask();
  document.addEventListener("visibilitychange", inView);
  addEventListener("pageshow", broughtBack);
  return () => {
    asking.abort();
    document.removeEventListener("visibilitychange", inView);
    removeEventListener("pageshow", broughtBack);
  };
}
