import type { Owner } from "@/components/entry/state/unsent-cells";
import type { TabMemory } from "@/components/layout/tab-memory";
import type { Reader } from "@/lib/schemas/values/kept";

// What a tab remembers of a report from one goal's sheet to the next, and over a reload: no longer than it is open.

const keyOf = ({ userId, plan, unit, period }: Owner, what: string) =>
  `spaiv-${what}/${userId}/${plan}/${unit}/${period}`;

/** Null where there is nothing, or what another version of the product wrote. */
export function recall<T>(memory: TabMemory | null, owner: Owner, what: string, reader: Reader<T>): T | null {
  try {
    return reader(JSON.parse(memory?.getItem(keyOf(owner, what)) ?? "null"));
  } catch {
    return null;
  }
}

export function keepInTab(memory: TabMemory | null, owner: Owner, what: string, value: unknown): void {
  try {
    memory?.setItem(keyOf(owner, what), JSON.stringify(value));
  } catch {
    // A full or closed memory: it lives in the page alone.
  }
}
