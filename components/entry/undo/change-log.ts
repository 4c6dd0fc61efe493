import type { CellEvent, CellState } from "@/components/entry/state/cell-state";
import { canonical, isSameEntered } from "@/components/entry/state/entered";
import type { EntryStore, Place } from "@/components/entry/state/entry-store";
import type { CellChange } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { type Change, type ChangeStack, lastOf, noChanges, unstoredIn, withChange, withInstead } from "./change-stack";

/**
 * Why a cell stays as it is: it holds another value by now, a choice between two waits, it takes nothing any more, or the
 * server refused the value; or it held what was carried over, which an ordinary save would make a reported value.
 */
export type KeptBecause = "changed" | "overtaken" | "locked" | "refused" | "carried";

/** What became of an undo or a redo. */
export interface Undone {
  way: "undo" | "redo";
  /** From what to what, as it is now. */
  cells: { place: Place; from: EnteredValue; to: EnteredValue }[];
  kept: { place: Place; because: KeptBecause }[];
  /** The paste that it was about, if any of it was taken back or done again. */
  paste?: number;
}

interface Parts {
  store: EntryStore;
  /** What an earlier page of the same report left to be undone. */
  stack?: ChangeStack;
  keep: (stack: ChangeStack) => void;
  /** Saves a cell that has no row here; false where that can't be done. */
  saveElsewhere: (place: Place, entered: EnteredValue) => boolean;
}

const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;

/**
 * Undo and redo of a report, by change. It watches what is committed, so that typing, choosing, pasting and clearing are
 * all known to it; and it undoes by ordinary saves with the expected revision, so that it overwrites nobody.
 */
export class ChangeLog {
  private stack: ChangeStack;
  /** What each cell held when it was left last. */
  private readonly committed = new Map<string, EnteredValue>();
  private gathered: CellChange[] | null = null;
  private isReplaying = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: Parts) {
    this.stack = parts.stack ?? noChanges;
    parts.store.watch((place, now, { event, before }) => this.hear(place, now, event, before));
  }

  readonly now = (): ChangeStack => this.stack;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  /**
   * What is committed meanwhile is one change.
   * @param paste that it is made by
   */
  asOne(run: () => void, paste?: number): void {
    this.gathered = [];
    try {
      run();
    } finally {
      const change = this.gathered;
      this.gathered = null;
      if (change.length > 0)
        this.set(
          withChange(
            this.stack,
            change.map((each) => ({ ...each, paste })),
          ),
        );
    }
  }

  /** A change that wasn't typed here: of a cell without a row, or one that was carried over. */
  note(place: Place, before: EnteredValue, after: EnteredValue, carried?: CellChange["carried"]): void {
    this.add({ ...place, before, after, isStorable: true, ...(carried && { carried }) });
  }

  undo(): Undone | null {
    return this.step("undo", "past", "future");
  }

  /** What is done again next, if it was carried over: the server alone can do that (`carriedAgain`). */
  nextCarried(): Change | null {
    const change = this.stack.future.at(-1);
    return change?.some(({ carried }) => carried === "after") ? change : null;
  }

  /**
   * That was carried over again.
   * @param note notes each of its cells, as it is now; what was undone after it can still be done again
   */
  carriedAgain(change: Change, note: () => void): void {
    const { future } = this.stack;
    this.asOne(note);
    this.set({ past: this.stack.past, future: future.filter((each) => each !== change) });
  }

  redo(): Undone | null {
    return this.nextCarried() ? null : this.step("redo", "future", "past");
  }

  private step(way: Undone["way"], from: keyof ChangeStack, onto: keyof ChangeStack): Undone | null {
    const change = this.stack[from].at(-1);
    if (!change) return null;
    const done = this.replay(way, change);
    const back = change.filter((each) => done.cells.some(({ place }) => keyOf(place) === keyOf(each)));
    // What only carrying over brings back stays the next: whoever asks once more means this, not what was done before it.
    const isCarried = (each: CellChange) =>
      done.kept.some(({ place, because }) => because === "carried" && keyOf(place) === keyOf(each));
    const [moved, left] = [back, change.filter(isCarried)].map((part) => (part.length > 0 ? [part] : []));
    this.set({
      ...this.stack,
      [from]: [...this.stack[from].slice(0, -1), ...left!],
      [onto]: [...this.stack[onto], ...moved!],
    });
    return done;
  }

  /** Takes back what is being typed in a cell and wasn't left yet; redo brings it again. Null where nothing was typed. */
  takeBack(place: Place): Undone | null {
    const { store } = this.parts;
    const { typed, given: before, phase } = store.cellAt(place);
    if ((phase.at !== "typing" && phase.at !== "sending") || isSameEntered(typed, before)) return null;
    store.dispatch(place, { type: "escaped" });
    const change = { ...place, before, after: typed, isStorable: true };
    this.set({ past: this.stack.past, future: [...this.stack.future, [change]] });
    return { way: "undo", cells: [{ place, from: typed, to: before }], kept: [] };
  }

  private replay(way: Undone["way"], change: Change): Undone {
    const done: Undone = { way, cells: [], kept: [] };
    this.isReplaying = true;
    for (const { indicator, cell, before, after, carried } of change) {
      const place = { indicator, cell };
      const [from, to] = way === "undo" ? [after, before] : [before, after];
      const because = way === "undo" && carried === "before" ? "carried" : this.put(place, from, to);
      if (because) done.kept.push({ place, because });
      else done.cells.push({ place, from, to });
    }
    this.isReplaying = false;
    if (done.cells.length > 0) done.paste = change[0]?.paste;
    return done;
  }

  /** Puts a whole earlier value back, unless the cell holds something else than this change left in it. */
  private put(place: Place, from: EnteredValue, to: EnteredValue): KeptBecause | null {
    const { store, saveElsewhere } = this.parts;
    if (!store.knows(place.indicator)) return saveElsewhere(place, to) ? null : "changed";
    if (!store.has(place.indicator)) return "locked";
    const state = store.cellAt(place);
    if (state.phase.at === "overtaken") return "overtaken";
    const rules = store.rulesOf(place.indicator);
    const present = this.committed.get(keyOf(place)) ?? state.stored;
    if (!isSameEntered(canonical(rules, present), canonical(rules, from))) return "changed";
    store.dispatch(place, { type: "typed", entered: to });
    store.dispatch(place, { type: "left" });
    this.committed.set(keyOf(place), to);
    return null;
  }

  private hear(place: Place, now: CellState, event: CellEvent, before: CellState) {
    const { at } = now.phase;
    switch (event.type) {
      case "typed":
        // Back to what is stored: a text that could never be stored is no change any more.
        if (at === "rest" && before.phase.at !== "rest") this.forgetUnstored(place, now.stored);
        return;
      case "left":
        if (at !== "rest") this.commit(place, now.typed, at !== "invalid", before);
        else this.committed.set(keyOf(place), now.stored);
        return;
      case "restored":
        this.committed.set(keyOf(place), now.typed);
        return;
      case "escaped":
      case "discarded": {
        // What was left before and is on its way is given up by neither.
        if (at !== "rest") return;
        this.forgetUnstored(place, now.stored);
        const last = lastOf(this.stack, place);
        if (last && before.phase.at === "refused" && isSameEntered(last.after, before.typed))
          this.set(withInstead(this.stack, last, null));
        return;
      }
      case "rejected": {
        const last = lastOf(this.stack, place);
        if (last && at === "invalid") this.set(withInstead(this.stack, last, { ...last, isStorable: false }));
        return;
      }
      default:
        if (at === "rest") this.committed.set(keyOf(place), now.stored);
        // Left once more while the answer was on its way.
        else if (at === "waiting" || at === "invalid") this.commit(place, now.typed, at === "waiting", before);
    }
  }

  private commit(place: Place, after: EnteredValue, isStorable: boolean, had: CellState) {
    const key = keyOf(place);
    const base = this.committed.get(key) ?? had.stored;
    if (isSameEntered(base, after)) return;
    this.committed.set(key, after);
    if (this.isReplaying) return;
    const unstored = unstoredIn(this.stack, place);
    if (unstored) this.stack = withInstead(this.stack, unstored, null);
    const carried = unstored ? unstored.carried : had.carried && isSameEntered(base, had.stored) ? "before" : undefined;
    this.add({ ...place, before: unstored?.before ?? base, after, isStorable, ...(carried && { carried }) });
  }

  private add(change: CellChange) {
    if (this.gathered) this.gathered.push(change);
    else this.set(withChange(this.stack, [change]));
  }

  /** The cell holds what is stored again. */
  private forgetUnstored(place: Place, stored: EnteredValue) {
    this.committed.set(keyOf(place), stored);
    const unstored = unstoredIn(this.stack, place);
    if (unstored && !this.isReplaying) this.set(withInstead(this.stack, unstored, null));
  }

  set(stack: ChangeStack): void {
    this.stack = stack;
    this.parts.keep(stack);
    for (const listen of this.listeners) listen();
  }
}
