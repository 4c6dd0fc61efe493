"use client";

import { useEffect } from "react";

/** The focus stays where a person works (`keep-focus.ts`), by code that comes once the page is there. */
export function FocusKept() {
  useEffect(() => {
    let isGone = false;
    let end = () => {};
    // Where it doesn't come, browsers do what they do.
    import("./keep-focus").then(({ keepFocus }) => {
      if (!isGone) end = keepFocus();
    }, end);
    return () => {
      isGone = true;
      end();
    };
  }, []);
  return null;
}
