import type { CellSave } from "@/lib/schemas/cell-save";

// What couldn't be sent is kept in the browser until it is acknowledged: it survives a reload and a lost connection.
// A browser without storage (private mode) keeps it in the page only.

const keyOf = (scope: string, indicator: string) => `spaiv:${scope}:${indicator}`;

export function keepQueued(scope: string, save: CellSave) {
  try {
    localStorage.setItem(keyOf(scope, save.indicator), JSON.stringify(save));
  } catch {
    // No storage.
  }
}

export function dropQueued(scope: string, indicator: string) {
  try {
    localStorage.removeItem(keyOf(scope, indicator));
  } catch {
    // No storage.
  }
}

export function readQueued(scope: string, indicator: string): CellSave | null {
  try {
    const kept = localStorage.getItem(keyOf(scope, indicator));
    return kept === null ? null : (JSON.parse(kept) as CellSave);
  } catch {
    return null;
  }
}
