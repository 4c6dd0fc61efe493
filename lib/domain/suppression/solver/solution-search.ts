import type { ReaderView } from "../audit/reader-view";
import { PivotSearch, type Tableaus } from "./pivot-search";
import { searchMoves } from "./search-moves";
import type { TableGrid } from "./table-moves";
import { type Effort, isSolution, type Wish } from "./whole-numbers";

/** What the searches in different views of the same values share. */
export interface SearchMeans {
  grid: TableGrid;
  tableaus: Tableaus;
}

/** Looks for assignments in which wishes come true, in the fastest way that finds one. */
export class SolutionSearch {
  readonly view: ReaderView;
  readonly #grid: TableGrid;
  readonly #effort: Effort;
  readonly #pivots: PivotSearch;

  /** @param view with narrowed bounds */
  constructor(view: ReaderView, { grid, tableaus }: SearchMeans, effort: Effort) {
    this.view = view;
    this.#grid = grid;
    this.#effort = effort;
    this.#pivots = new PivotSearch(view, effort, tableaus);
  }

  /**
   * One assignment in which the wish comes true, checked against every rule however it was found.
   * @param prices what changing each count costs; without them nothing costs
   */
  solve(wish: Wish, prices?: Float64Array): Float64Array | undefined {
    const { system, bounds } = this.view;
    const { count, low, high } = wish;
    if (high < bounds.low[count]! || low > bounds.high[count]!) return undefined;
    const holds = (values: Float64Array) =>
      values[count]! >= low && values[count]! <= high && isSolution(system, bounds, values);
    const moved = prices && searchMoves(this.view, this.#grid, wish, this.#effort, prices);
    if (moved && holds(moved)) return moved;
    const walked = this.#pivots.find(wish);
    return walked && holds(walked) ? walked : undefined;
  }
}
