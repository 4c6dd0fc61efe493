"use client";

import { useEffect } from "react";

/**
 * Chinese comes in a hundred files, and their list alone is larger than all other styles: only its own pages load it, and
 * only in the browser, for what a page renders on the server Next puts into every page.
 */
export function ChineseFont() {
  useEffect(() => {
    import("./chinese-font-faces");
  }, []);
  return null;
}
