import { useEffect } from "react";
import { flushSync } from "react-dom";

/**
 * A link on the page to a group's anchor finds it also while the rows stand in another order, are narrowed to others, or
 * are those of another page.
 * @param open shows the group of that anchor; nothing for an anchor of something else
 */
export function useGroupAnchors(open: (anchor: string) => void): void {
  useEffect(() => {
    const follow = () => {
      const anchor = decodeURIComponent(location.hash.slice(1));
      if (anchor === "" || document.getElementById(anchor)?.getClientRects().length) return;
      flushSync(() => open(anchor));
      document.getElementById(anchor)?.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [open]);
}
