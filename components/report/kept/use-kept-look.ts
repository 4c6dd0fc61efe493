"use client";

import { useEffect } from "react";

/**
 * Looks at what the browser keeps: at first, when another window keeps or forgets something, and when the page is shown
 * again from before.
 * @param look the same function as long as it looks for the same
 */
export function useKeptLook(look: () => void): void {
  useEffect(() => {
    look();
    window.addEventListener("storage", look);
    window.addEventListener("pageshow", look);
    return () => {
      window.removeEventListener("storage", look);
      window.removeEventListener("pageshow", look);
    };
  }, [look]);
}
