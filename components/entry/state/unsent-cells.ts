import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Message } from "@/lib/schemas/forms/form-state";
import { keptCell } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";

// What was left in a field and isn't acknowledged yet is kept in the browser, so that it outlives a reload, a lost
// connection and a server that starts anew. One entry a cell, so that two tabs never write over each other's others.

/** A change that the server hasn't acknowledged. */
export interface UnsentCell {
  indicator: string;
  cell: CellKey;
  expectedRevision: number;
  entered: EnteredValue;
  /** Why it was refused: it isn't sent again unless somebody asks for it. */
  refused?: Message | undefined;
  /** Another value was stored meanwhile: it waits for a person's choice, though it is sent again. */
  overtaken?: boolean | undefined;
}

/** As much of `localStorage` as is needed. */
export type Memory = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** Whose report it is: another person on the same computer has a memory of their own. */
export interface Owner {
  userId: number;
  plan: string;
  unit: string;
  period: string;
}

const prefix = "spaiv-unsent";
const ofUser = (userId: number) => `${prefix}/${userId}/`;
const ofReport = ({ userId, plan, unit, period }: Owner) => `${ofUser(userId)}${plan}/${unit}/${period}/`;

/** False where the browser keeps nothing (private mode, a full disk): then the change lives in the page alone. */
export function keepUnsent(memory: Memory, owner: Owner, unsent: UnsentCell): boolean {
  try {
    memory.setItem(keyOf(owner, unsent), JSON.stringify(unsent));
    return true;
  } catch {
    return false;
  }
}

const keyOf = (owner: Owner, { indicator, cell }: UnsentCell) => `${ofReport(owner)}${indicator} ${cell}`;

/** Whether it is this very change that is kept for its cell, or another window's by now; null where nothing can be read. */
export function isKept(memory: Memory, owner: Owner, known: UnsentCell): boolean | null {
  const asRead = (kept: unknown) => JSON.stringify({ ...keptCell(kept), overtaken: undefined });
  try {
    return asRead(JSON.parse(memory.getItem(keyOf(owner, known)) ?? "null")) === asRead(known);
  } catch {
    return null;
  }
}

/** Forgets this very change. */
export function forgetUnsent(memory: Memory, owner: Owner, known: UnsentCell) {
  if (isKept(memory, owner, known)) memory.removeItem(keyOf(owner, known));
}

/** The changes of a report that wait; what can't be read (another version of the product wrote it) is left alone. */
export function unsentCells(memory: Memory, owner: Owner): UnsentCell[] {
  return keysUnder(memory, ofReport(owner)).flatMap((key) => {
    try {
      return [keptCell(JSON.parse(memory.getItem(key) ?? "null"))];
    } catch {
      return [];
    }
  });
}

/** How many changes of which report wait in this browser, for a page that isn't the report's own. */
export function unsentReports(
  memory: Memory,
  userId: number,
): (Omit<Owner, "userId"> & { changes: number; refused: number })[] {
  const counts = new Map<string, number>();
  for (const key of keysUnder(memory, ofUser(userId))) {
    const report = key.slice(ofUser(userId).length).split("/").slice(0, 3).join("/");
    counts.set(report, (counts.get(report) ?? 0) + 1);
  }
  return [...counts].map(([report, all]) => {
    const [plan = "", unit = "", period = ""] = report.split("/");
    const cells = unsentCells(memory, { userId, plan, unit, period });
    const refused = cells.filter((each) => each.refused).length;
    return { plan, unit, period, changes: all - refused, refused };
  });
}

/** What the memory holds under names that begin so, in order. */
export function keysUnder(memory: Memory, start: string): string[] {
  try {
    const keys = Array.from({ length: memory.length }, (_, index) => memory.key(index) ?? "");
    return keys.filter((key) => key.startsWith(start)).sort();
  } catch {
    return [];
  }
}
