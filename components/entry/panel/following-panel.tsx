"use client";

import { memo, useDeferredValue, useEffect, useState } from "react";
import { atRest } from "@/components/entry/state/at-rest";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { SidePanel } from "./side-panel";

const StillPanel = memo(SidePanel);

/**
 * The panel of the chosen row. It follows the hand once that is where it went; of rows that are only passed, as by an arrow
 * that is held down, or by whoever types one value under the other, no panel is made, which the next key would wait for.
 */
export function FollowingPanel({
  indicators,
  chosen,
  atOnce,
  mayTakeOver,
}: {
  indicators: readonly EntryIndicator[];
  chosen: string | null;
  /** The chosen row, where the panel is what was asked for. */
  atOnce: string | null;
  mayTakeOver: boolean;
}) {
  const rested = useRested(chosen);
  // A transition would wait for a comment on its way.
  const later = useDeferredValue(rested);
  const told = atOnce === chosen ? chosen : later;
  const about = indicators.find(({ code }) => code === told);
  return about && <StillPanel key={about.code} indicator={about} mayTakeOver={mayTakeOver} />;
}

/**
 * What was chosen last: at once where that comes after a rest, and else as soon as there is one. Whoever has a hand in the
 * panel by then means the row that it tells of, until they leave it.
 */
function useRested<Value>(chosen: Value): Value {
  const [rested, setRested] = useState(chosen);
  useEffect(() => {
    if (chosen === rested) return;
    const over = new AbortController();
    const follow = () => {
      if (!document.activeElement?.closest(".side > *")) return setRested(() => chosen);
      document.addEventListener("focusin", follow, { once: true, signal: over.signal });
    };
    const stop = atRest(follow, true);
    return () => {
      stop();
      over.abort();
    };
  }, [chosen, rested]);
  return rested;
}
