"use client";

import { lazy, Suspense, useState } from "react";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { PartsSection } from "./parts-section";

/** Once it came: then parts open with the key that asks for them, and the next key finds their fields. */
let section: typeof PartsSection | null = null;

const load = async () => {
  section = (await import("./parts-section")).PartsSection;
  return { default: section };
};
const LaterSection = lazy(load);

/** Has their code fetched, so that they open at once, and without a line too. */
export function fetchParts(): void {
  // Whoever opens them where it didn't come tries again.
  load().catch(() => {});
}

/** The parts of a row that is open: most sheets are worked on with all of them shut, and theirs is code that waits. */
export function PartsOnceOpen(props: { indicator: EntryIndicator; cells: IndicatorCells }) {
  // The same as long as it is open: another would be drawn from nothing, under the hand.
  const [Section] = useState(() => section ?? LaterSection);
  return (
    <Suspense>
      <Section {...props} />
    </Suspense>
  );
}
