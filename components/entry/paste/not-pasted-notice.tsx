"use client";

import { useSyncExternalStore } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useEntry } from "@/components/entry/state/entry-session";

const code = lateCode(() => import("./not-pasted-section").then(({ NotPastedSection }) => NotPastedSection), true);

/** What of the clipboard has no place, line by line with its reason; it stays until it is dismissed. */
export function NotPastedNotice() {
  const { notPasted } = useEntry();
  const list = useSyncExternalStore(notPasted.subscribe, notPasted.now, notPasted.atFirst);
  return list.length > 0 && <Late code={code} of={{ list }} />;
}
