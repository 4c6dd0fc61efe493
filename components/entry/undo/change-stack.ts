import { isSameEntered } from "@/components/entry/state/entered";
import type { Place } from "@/components/entry/state/entry-store";
import type { CellChange } from "@/lib/schemas/values/tab-memory";

// What can be undone: whole cells with what they held before and after, one entry for one change of the person's. Pure.

/** What the person did at once: one cell typed in, or a whole range pasted. Never empty. */
export type Change = readonly CellChange[];

export interface ChangeStack {
  /** The oldest first. */
  past: readonly Change[];
  /** Undone, the next to be done again last. */
  future: readonly Change[];
}

export const noChanges: ChangeStack = { past: [], future: [] };

/** So many changes are kept; nobody undoes further back than a morning's work. */
const kept = 200;

export const isCell = (one: Place, other: Place) => one.indicator === other.indicator && one.cell === other.cell;

/** With a change that was just made; what was undone before can't be done again. */
export function withChange({ past }: ChangeStack, change: Change): ChangeStack {
  const real = change.filter(({ before, after }) => !isSameEntered(before, after));
  return real.length === 0 ? { past, future: [] } : { past: [...past, real].slice(-kept), future: [] };
}

/** The last change of a cell, if it left a text that was never stored: the next one takes its place. */
export function unstoredIn({ past }: Pick<ChangeStack, "past">, place: Place): CellChange | undefined {
  const last = lastOf({ past }, place);
  return last?.isStorable === false ? last : undefined;
}

export const lastOf = ({ past }: Pick<ChangeStack, "past">, place: Place): CellChange | undefined =>
  past.flat().findLast((change) => isCell(change, place));

/** With another in place of one cell's change; without it, and without a change that held nothing else, for null. */
export function withInstead({ past, future }: ChangeStack, of: CellChange, instead: CellChange | null): ChangeStack {
  const put = (change: Change) => change.flatMap((each) => (each !== of ? [each] : instead ? [instead] : []));
  return { past: past.map(put).filter(({ length }) => length > 0), future };
}
