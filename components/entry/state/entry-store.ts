import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { type CellEvent, type CellState, cellAtRest, nextCell } from "./cell-state";

/** The cells of one indicator. A cell that isn't there is empty, and never was touched. */
export type IndicatorCells = Readonly<Record<CellKey, CellState>>;
type EntryCells = Readonly<Record<string, IndicatorCells>>;

export interface Place {
  indicator: string;
  cell: CellKey;
}

/** After what follows a key is on the screen, and before anybody misses it. */
const settledAfterMs = 50;

type Changed = (place: Place, now: CellState, by: { event: CellEvent; before: CellState }) => void;

/**
 * The cells of a sheet. It stands outside React, so that a letter typed draws one row anew and not the whole sheet:
 * the cells of an indicator are another object exactly when one of them changed.
 */
export class EntryStore {
  private readonly listeners = new Set<() => void>();
  private readonly watchers = new Set<Changed>();
  private readonly counters = new Set<() => void>();
  // What is known is `cells`. What is shown is the first there is of `still`, `late` and `cells`; what is counted is what was shown
  // a moment ago, `settledCells`.
  /** As they were when the page was told to hold still. */
  private still: EntryCells | null = null;
  /** As they were before a cell was left, until that is told. */
  private late: EntryCells | null = null;
  private settledCells: EntryCells;
  private isSettling = false;

  constructor(
    private cells: EntryCells,
    private rules: Readonly<Record<string, ValueRules>>,
    /** Codes of the indicators that may be entered; the others are only shown. */
    private enterable: ReadonlySet<string> = new Set(Object.keys(rules)),
    /** Calls back once what a key asked for is on the screen: what follows from leaving a cell waits until the hand is seen in the next. */
    private readonly whenFree: (act: () => void) => void = (act) => act(),
  ) {
    this.settledCells = cells;
  }

  /** As they are shown: while the page is held still, as they were when that began. That a cell was left is shown late. */
  readonly all = (): EntryCells => this.still ?? this.late ?? this.cells;

  cellAt({ indicator, cell }: Place): CellState {
    return this.cells[indicator]?.[cell] ?? cellAtRest(this.rules[indicator]!, undefined);
  }

  /** Another indicator is shown here from now on; what is known of one already stays. */
  learn(indicator: string, rules: ValueRules, cells: IndicatorCells): void {
    if (this.knows(indicator)) return;
    this.rules = { ...this.rules, [indicator]: rules };
    this.cells = { ...this.cells, [indicator]: cells };
    this.enterable = new Set([...this.enterable, indicator]);
    this.tell();
  }

  /** Whether the indicator has a row here. */
  knows(indicator: string): boolean {
    return this.rules[indicator] !== undefined;
  }

  /** Until it is released, what is shown doesn't change, unless somebody types. Saving goes on. */
  hold(): void {
    this.still ??= this.all();
  }

  release(): void {
    const { still } = this;
    this.still = null;
    if (still !== null && still !== this.cells) this.tell();
  }

  /** Whether the indicator may be entered here. */
  has(indicator: string): boolean {
    return this.enterable.has(indicator);
  }

  /** The page was made anew, and other indicators may be entered now. */
  admit(enterable: Iterable<string>): void {
    this.enterable = new Set(enterable);
  }

  rulesOf(indicator: string): ValueRules {
    return this.rules[indicator]!;
  }

  /** @returns whether the cell is another now */
  dispatch(place: Place, event: CellEvent): boolean {
    const before = this.cellAt(place);
    const now = nextCell(before, event, this.rulesOf(place.indicator));
    if (now === before) return false;
    const { indicator, cell } = place;
    const { cells } = this;
    this.cells = { ...cells, [indicator]: { ...cells[indicator], [cell]: now } };
    for (const watch of this.watchers) watch(place, now, { event, before });
    if (event.type === "typed") this.still = null;
    if (this.still !== null) return true;
    if (event.type !== "left") this.tell();
    else if (this.late === null) {
      this.late = cells;
      this.whenFree(() => this.late !== null && this.tell());
    }
    return true;
  }

  private tell(): void {
    this.late = null;
    for (const listen of this.listeners) listen();
    if (this.isSettling) return;
    this.isSettling = true;
    setTimeout(() => {
      this.isSettling = false;
      this.settledCells = this.all();
      for (const count of this.counters) count();
    }, settledAfterMs);
  }

  /** Every cell that somebody touched, or that has a value. */
  *places(): Generator<[Place, CellState]> {
    for (const [indicator, cells] of Object.entries(this.cells))
      for (const [cell, state] of Object.entries(cells)) yield [{ indicator, cell }, state];
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  /** As they were when those were told last that only count: not with each letter, and not before it is on the screen. */
  readonly settled = (): EntryCells => this.settledCells;

  readonly subscribeSettled = (count: () => void): (() => void) => {
    this.counters.add(count);
    return () => this.counters.delete(count);
  };

  /** Called after each change, with the cell as it is now, what happened to it, and how it was before. */
  watch(changed: Changed): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }
}
