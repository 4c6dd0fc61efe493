"use client";

import { useEffect } from "react";
import { onKeptChange } from "@/components/entry/memory/browser-memory";

/**
 * Looks at what the browser keeps: at first, once all of it is known, when another window keeps or forgets something, and
 * when the page is shown again from before.
 * @param look the same function as long as it looks for the same
 */
export function useKeptLook(look: () => void): void {
  useEffect(() => {
    look();
    const unhear = onKeptChange(look);
    window.addEventListener("pageshow", look);
    return () => {
      unhear();
      window.removeEventListener("pageshow", look);
    };
  }, [look]);
}
