import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { enteredFromValue, readValue } from "@/lib/schemas/values/entered-value";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isSameEntered } from "./entered";
import { forgetUnsent, type Memory, type Owner, unsentCells, unsentReports } from "./unsent-cells";

// What was typed may be stored though nobody heard of it: the line went before the answer came. Away from its fields nothing
// compares the two, so the server is asked how they stand.

/** An indicator as the server has it. */
export type AsStored = Pick<EntryIndicator, "rules" | "cells">;

/** Of more than that the server isn't asked: whoever typed so much without a line knows of it. */
const mostAsked = 10;
const PATIENCE_MS = 10_000;

/** Null where the server doesn't say. */
export async function askStored({ userId, plan, unit, period }: Owner, indicator: string): Promise<AsStored | null> {
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/indicators/${indicator}`, {
      headers: madeFor(userId),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? (await response.json()).indicator : null;
  } catch {
    return null;
  }
}

/** Whether what was entered stands in the cell, as it is. What was carried over doesn't yet: storing it confirms it. */
export function standsStored({ rules, cells }: AsStored, cell: CellKey, entered: EnteredValue): boolean {
  const present = cells[cell];
  const read = readValue(rules, entered);
  const asTyped = (value: Parameters<typeof enteredFromValue>[1]) => enteredFromValue(rules.type, value);
  return read.ok && !present?.carried && isSameEntered(asTyped(read.value), asTyped(present?.value));
}

/** Forgets changes of values, of all that person's reports, that the server has as they were entered. */
export async function forgetStoredCells(memory: Memory, userId: number): Promise<void> {
  const waiting = unsentReports(memory, userId).flatMap(({ plan, unit, period }) => {
    const owner = { userId, plan, unit, period };
    const cells = unsentCells(memory, owner);
    return [...new Set(cells.map(({ indicator }) => indicator))].map((code) => ({
      owner,
      code,
      cells: cells.filter(({ indicator }) => indicator === code),
    }));
  });
  if (waiting.length > mostAsked) return;
  for (const { owner, code, cells } of waiting) {
    const stored = await askStored(owner, code);
    for (const unsent of stored ? cells : [])
      if (standsStored(stored!, unsent.cell, unsent.entered)) forgetUnsent(memory, owner, unsent);
  }
}
