"use client";

import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { KeptProps } from "./kept-of-report";

/** Few reports are locked, and before a page is awake it knows of no kept words: the code of them comes after it. */
const code = lateCode(() => import("./kept-texts").then(({ KeptTexts }) => KeptTexts));

/** Words that wait in this browser for a report that takes none now. */
export function LockedTexts(props: KeptProps & { base: string }) {
  return useIsAwake() && <Late code={code} of={{ ...props, isLocked: true }} />;
}
