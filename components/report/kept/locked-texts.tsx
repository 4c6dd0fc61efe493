"use client";

import { lazy, Suspense } from "react";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { KeptProps } from "./kept-of-report";

/** Few reports are locked, and before a page is awake it knows of no kept words: the code of them comes after it. */
const KeptTexts = lazy(() => import("./kept-texts").then(({ KeptTexts }) => ({ default: KeptTexts })));

/** Words that wait in this browser for a report that takes none now. */
export function LockedTexts(props: KeptProps & { base: string }) {
  return (
    useIsAwake() && (
      <Suspense>
        <KeptTexts {...props} isLocked />
      </Suspense>
    )
  );
}
