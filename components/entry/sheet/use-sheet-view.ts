import { useCallback, useEffect, useState } from "react";
import { keptSince } from "@/components/offline/kept-pages";
import { queryOfSheet, type SheetView, sheetViewOf } from "@/lib/schemas/addresses/sheet-view";

/** What the address asks of the sheet, and how to ask for something else: reload, back and another language keep it. */
export function useSheetView(asked: SheetView, goals: readonly string[]) {
  const [view, setView] = useState(asked);
  const codes = goals.join();
  // A page that the browser kept was made for no query.
  useEffect(() => {
    if (keptSince() !== null) setView(sheetViewOf(new URLSearchParams(location.search), codes.split(",")));
  }, [codes]);
  const ask = useCallback(
    (change: Partial<SheetView>) => {
      // What is looked for is no use within a folded goal.
      const isNarrower = change.find || change.goal || (change.show ?? "all") !== "all";
      const next = { ...view, ...(isNarrower && { folded: [] }), ...change };
      setView(next);
      const address = new URL(location.href);
      address.hash = "";
      address.search = queryOfSheet(next, address.searchParams).toString();
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Safari takes a hundred in half a minute, which fast typing reaches; the next letter brings the words along.
      }
    },
    [view],
  );
  return { view, ask };
}
