"use client";

import { useEffect } from "react";
import type { EntryStore } from "@/components/entry/state/entry-store";

/**
 * While a button of the mouse or a finger is down, the rows stay as they are: an error that appears when a field is left
 * would move what the person is about to click, between the press and the click. It shows right after.
 */
export function useStillWhilePressed(store: EntryStore) {
  useEffect(() => {
    let timer = 0;
    const hold = () => {
      window.clearTimeout(timer);
      store.hold();
    };
    // The click follows within the same turn.
    const release = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => store.release());
    };
    const starts = ["pointerdown", "mousedown"] as const;
    const ends = ["pointerup", "mouseup", "pointercancel", "dragend"] as const;
    for (const type of starts) document.addEventListener(type, hold, true);
    for (const type of ends) document.addEventListener(type, release, true);
    window.addEventListener("blur", release);
    return () => {
      window.clearTimeout(timer);
      store.release();
      for (const type of starts) document.removeEventListener(type, hold, true);
      for (const type of ends) document.removeEventListener(type, release, true);
      window.removeEventListener("blur", release);
    };
  }, [store]);
}
