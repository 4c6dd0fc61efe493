import { isSameEntered } from "@/components/entry/state/entered";
import type { EntryStore, Place } from "@/components/entry/state/entry-store";
import type { CellChange } from "@/lib/schemas/values/tab-memory";
import type { ChangeLog } from "./change-log";

/**
 * Of two values of a cell the person keeps theirs or takes the other's. What is undone next brings back what the other
 * stored: what stood there before that was theirs to replace, and would be lost to them by an undo of somebody else.
 */
export function chooseValue(
  { store, changes }: { store: EntryStore; changes: ChangeLog },
  place: Place,
  type: "keptMine" | "tookTheirs",
): void {
  const stack = changes.now();
  const mine = store.cellAt(place).typed;
  if (!store.dispatch(place, { type })) return;
  const { typed: after, stored: before, carried, phase } = store.cellAt(place);
  // Not by `change-stack`: what code that loads late asks for makes the sheet's first code larger.
  const last = stack.past
    .flat()
    .findLast(({ indicator, cell }) => indicator === place.indicator && cell === place.cell);
  const own = last && isSameEntered(last.after, mine) ? last : undefined;
  const chosen: CellChange = {
    ...place,
    before,
    after,
    isStorable: phase.at === "waiting",
    carried: carried ? "before" : undefined,
  };
  const isChange = phase.at !== "rest";
  const instead = isChange ? [{ ...chosen, paste: own?.paste }] : [];
  const past = stack.past.map((change) => change.flatMap((each) => (each === own ? instead : [each])));
  if (own) changes.set({ ...stack, past: past.filter(({ length }) => length > 0) });
  // An undo met the other's value, or it was typed on: what was undone before can still be done again.
  else if (isChange) changes.set({ ...stack, past: [...stack.past, [chosen]] });
}
