import { narrowBounds } from "../solver/narrow-bounds";
import { type SearchMeans, SolutionSearch } from "../solver/solution-search";
import { copyBounds, type Effort, isSmall, unbounded, type Wish } from "../solver/whole-numbers";
import type { ReaderView } from "./reader-view";

/** What must stay possible for one count: each value from 1 to `below - 1`; or with `below` 0, any two values. */
export interface Promised {
  count: number;
  below: number;
}

/** A promise that a view breaks, or of which it can't be shown within the effort that it keeps it. */
export interface Broken extends Promised {
  /** What is still to be made possible: of each group, one wish. */
  missing: Wish[][];
}

/** A full assignment that keeps every rule, given by what differs from the one that all views share. */
export type Witness = readonly { count: number; value: number }[];

export function witnessOf(near: Float64Array, values: Float64Array): Witness {
  const changes: { count: number; value: number }[] = [];
  for (let count = 0; count < near.length; count++) {
    if (values[count] !== near[count]) changes.push({ count, value: values[count]! });
  }
  return changes;
}

/** Whether the witness can stand here: whatever differs in it is hidden, and within what its state tells. */
function fits({ bounds, system }: ReaderView, witness: Witness): boolean {
  return witness.every(
    ({ count, value }) =>
      value >= bounds.low[count]! && value <= bounds.high[count]! && (value === 0 || value >= system.gaps[count]!),
  );
}

/** What is left of these when the witnesses are heard that were found since. */
export function stillBroken(view: ReaderView, broken: readonly Broken[], since: readonly Witness[]): Broken[] {
  const fitting = since.filter((witness) => fits(view, witness));
  const isMet = ({ count, low, high }: Wish) =>
    fitting.some((witness) => {
      const value = witness.find((change) => change.count === count)?.value ?? view.near[count]!;
      return value >= low && value <= high;
    });
  return broken.flatMap((promise) => {
    const missing = promise.missing.filter((group) => !group.some(isMet));
    return missing.length > 0 ? [{ ...promise, missing }] : [];
  });
}

/** Which values were found to be possible of each promised count. Made for every pattern, so it is kept small. */
class SeenValues {
  readonly #near: Float64Array;
  /** For each count the place of its first slot, or -1: one slot for each value from 1, or one for "any other value". */
  readonly #start: Int32Array;
  readonly #below: Int32Array;
  readonly #slots: Uint8Array;
  #open: number;

  constructor(near: Float64Array, promised: readonly Promised[]) {
    this.#near = near;
    this.#start = new Int32Array(near.length).fill(-1);
    this.#below = new Int32Array(near.length);
    let size = 0;
    for (const { count, below } of promised) {
      this.#start[count] = size;
      this.#below[count] = below;
      size += Math.max(1, below - 1);
    }
    this.#slots = new Uint8Array(size);
    this.#open = size;
    for (const { count, below } of promised) if (below > 0) this.add(count, near[count]!);
  }

  add(count: number, value: number) {
    const start = this.#start[count]!;
    if (start === -1) return;
    const below = this.#below[count]!;
    if (below === 0) {
      if (value !== this.#near[count]) this.#fill(start);
    } else if (isSmall(value, below)) this.#fill(start + value - 1);
  }

  #fill(slot: number) {
    this.#open -= 1 - this.#slots[slot]!;
    this.#slots[slot] = 1;
  }

  isComplete(): boolean {
    return this.#open === 0;
  }

  /** What is still to be made possible: of each group, one wish. */
  openWishes({ count, below }: Promised): Wish[][] {
    const start = this.#start[count]!;
    if (below > 0) {
      const values = Array.from({ length: below - 1 }, (_, index) => index + 1);
      const open = values.filter((value) => this.#slots[start + value - 1] === 0);
      return open.map((value) => [{ count, low: value, high: value }]);
    }
    if (this.#slots[start] === 1) return [];
    const only = this.#near[count]!;
    const wishes = [
      { count, low: only + 1, high: unbounded },
      { count, low: 0, high: only - 1 },
    ];
    return [wishes.filter(({ low, high }) => low <= high)];
  }
}

/**
 * Every value that must stay possible is shown to be so by a full assignment of whole numbers: a check of bounds or
 * averages would pass tables that parity gives away.
 * @param witnesses found before, by whatever pattern: those that fit serve again. What is found is added.
 * @param untilFirst stop at the first broken promise
 */
export function brokenPromises(
  view: ReaderView,
  promised: readonly Promised[],
  witnesses: Witness[],
  means: SearchMeans,
  effort: Effort,
  untilFirst: boolean,
): Broken[] {
  const seen = new SeenValues(view.near, promised);
  const note = (witness: Witness) => {
    for (const { count, value } of witness) seen.add(count, value);
  };
  // The latest first: what was found for a pattern much like this one most often fits.
  for (let at = witnesses.length - 1; at >= 0 && !seen.isComplete(); at--) {
    effort.left -= 2;
    if (fits(view, witnesses[at]!)) note(witnesses[at]!);
  }

  let search: SolutionSearch | undefined;
  const startSearch = () => {
    const narrowed = { ...view, bounds: copyBounds(view.bounds) };
    narrowBounds(view.system, narrowed.bounds, effort);
    return new SolutionSearch(narrowed, means, effort);
  };
  const isPossible = (wish: Wish): boolean => {
    search ??= startSearch();
    const values = search.solve(wish);
    if (!values) return false;
    const witness = witnessOf(view.near, values);
    witnesses.push(witness);
    note(witness);
    return true;
  };
  const broken: Broken[] = [];
  for (const promise of promised) {
    const wishes = seen.openWishes(promise);
    const missing = wishes.filter((group) => !group.some(isPossible));
    if (missing.length === 0) continue;
    broken.push({ ...promise, missing });
    if (untilFirst) break;
  }
  return broken;
}
