import type { ReaderView } from "../audit/reader-view";
import { PivotTableau } from "./pivot-tableau";
import { type Effort, isSmall, type Wish } from "./whole-numbers";

/** Choices tried until a question is given up. */
const branchLimit = 200;
/** A tableau with more columns than so many for each open count is slower than a new one. */
const spareLimit = 4;

/** By count. */
export type Tableaus = Map<number, PivotTableau>;

type Walked = Float64Array | "impossible" | "gaveUp";

interface Hold {
  count: number;
  low: number;
  high: number;
}

/**
 * Looks for solutions by walking along the edges of all that is possible (the simplex method), from the one that the view
 * brings along. As nearly all edges of tables join whole numbers, so do the walks. Where averages can't do it, whole
 * numbers can't, so that whole branches need no look.
 */
export class PivotSearch {
  readonly #view: ReaderView;
  readonly #effort: Effort;
  readonly #known: Tableaus;
  readonly #own: Tableaus = new Map();

  /** @param known tableaus made for other views of the same rules: they serve this one too where they are wide enough */
  constructor(view: ReaderView, effort: Effort, known: Tableaus) {
    this.#view = view;
    this.#effort = effort;
    this.#known = known;
  }

  /** @returns a solution, or undefined where there is none or it takes too long to find */
  find(asked: Wish): Float64Array | undefined {
    const tableau = this.#tableauOf(asked.count);
    const wish = this.#besideGap(asked);
    const beside = this.#walk(tableau, wish, this.#holdsBeside(tableau, wish));
    const walked = typeof beside === "string" ? this.#walk(tableau, asked, []) : beside;
    return typeof walked === "string" ? undefined : walked;
  }

  /** Whether nothing but its own value is left to a count, gaps and groups aside. "Yes" is proven; "no" may be a search given up. */
  isFixed(count: number): boolean {
    const own = this.#view.near[count]!;
    const tableau = this.#tableauOf(count);
    const isBlocked = (low: number, high: number) => {
      tableau.reset();
      return tableau.drive(count, low, high) === "impossible";
    };
    return isBlocked(own + 1, Number.POSITIVE_INFINITY) && isBlocked(Number.NEGATIVE_INFINITY, own - 1);
  }

  #besideGap({ count, low, high }: Wish): Wish {
    const gap = this.#view.system.gaps[count]!;
    if (gap === 0) return { count, low, high };
    return high >= gap ? { count, low: Math.max(low, gap), high } : { count, low, high: Math.min(high, 0) };
  }

  #tableauOf(count: number): PivotTableau {
    const tableau = this.#own.get(count) ?? this.#takeTableau(count);
    tableau.serve(this.#view, this.#effort);
    return tableau;
  }

  #takeTableau(count: number): PivotTableau {
    const tied = this.#openTiedTo(count);
    const known = this.#known.get(count);
    const serves = known && known.counts.length <= spareLimit * tied.size && known.covers(tied);
    const tableau = serves ? known : new PivotTableau(this.#view.system, this.#view.near, [...tied], this.#effort);
    for (const each of tied) {
      this.#own.set(each, tableau);
      this.#known.set(each, tableau);
    }
    return tableau;
  }

  #openTiedTo(count: number): ReadonlySet<number> {
    const { system, bounds } = this.#view;
    const tied = new Set([count]);
    for (const each of tied) {
      for (const { rule } of system.termsOf[each]!) {
        for (const other of system.rules[rule]!.counts) if (bounds.low[other]! < bounds.high[other]!) tied.add(other);
      }
    }
    return tied;
  }

  /** Gaps and groups with a small member can't be walked along, so each count stays on its side of them. */
  #holdsBeside(tableau: PivotTableau, wish: Wish): Hold[] {
    const { system, bounds, near } = this.#view;
    const holds: Hold[] = [];
    for (const count of tableau.counts) {
      const gap = system.gaps[count]!;
      if (gap === 0) continue;
      const isUp = count === wish.count ? wish.high > 0 : near[count]! > 0;
      holds.push(
        isUp
          ? { count, low: Math.max(gap, bounds.low[count]!), high: bounds.high[count]! }
          : { count, low: bounds.low[count]!, high: 0 },
      );
    }
    for (const { counts, below } of system.someSmall) {
      const small = counts.filter((count) => isSmall(near[count]!, below));
      if (!tableau.covers(small)) continue;
      if (counts.includes(wish.count) && wish.low > 0 && wish.high < below) continue;
      const kept = small.find((count) => count !== wish.count) ?? small[0]!;
      holds.push({ count: kept, low: Math.max(1, bounds.low[kept]!), high: Math.min(below - 1, bounds.high[kept]!) });
    }
    return holds;
  }

  #walk(tableau: PivotTableau, wish: Wish, holds: readonly Hold[]): Walked {
    tableau.reset();
    const undo = holds.map(({ count, low, high }) => tableau.hold(count, low, high));
    const branches = { left: branchLimit };
    const walked = this.#into(tableau, wish, branches);
    for (const takeBack of undo.reverse()) takeBack();
    return walked;
  }

  /** Walks to where the count lies in this range, and keeps it there while all else is mended. */
  #into(tableau: PivotTableau, { count, low, high }: Hold, branches: { left: number }): Walked {
    if (branches.left <= 0) return "gaveUp";
    branches.left -= 1;
    const reached = tableau.drive(count, low, high);
    if (reached !== "reached") return reached;
    const takeBack = tableau.hold(count, low, high);
    const walked = this.#mended(tableau, branches);
    takeBack();
    return walked;
  }

  /** The values where the walk has come to, if need be after walking on to where none is amiss. */
  #mended(tableau: PivotTableau, branches: { left: number }): Walked {
    const choices = this.#choices(tableau);
    if (!choices) {
      const values = this.#view.near.slice();
      for (const [column, count] of tableau.counts.entries()) values[count] = tableau.values[column]!;
      return values;
    }
    let outcome: Walked = "impossible";
    for (const choice of choices) {
      const walked = this.#into(tableau, choice, branches);
      if (typeof walked !== "string") return walked;
      if (walked === "gaveUp") outcome = walked;
    }
    return outcome;
  }

  /** What to choose from where a count isn't whole, lies in its gap, or a group has no small member; all there is. */
  #choices(tableau: PivotTableau): Hold[] | undefined {
    const { counts, values } = tableau;
    const { system, near } = this.#view;
    const below = (count: number, high: number): Hold => ({ count, low: Number.NEGATIVE_INFINITY, high });
    const above = (count: number, low: number): Hold => ({ count, low, high: Number.POSITIVE_INFINITY });
    for (let column = 0; column < counts.length; column++) {
      const count = counts[column]!;
      const value = values[column]!;
      const gap = system.gaps[count]!;
      if (value > 0 && value < gap) {
        const sides = [below(count, 0), above(count, gap)];
        return near[count]! > 0 ? sides.reverse() : sides;
      }
      if (!Number.isInteger(value)) return [below(count, Math.floor(value)), above(count, Math.ceil(value))];
    }
    const valueNow = (count: number) => tableau.valueOf(count) ?? near[count]!;
    const unmet = system.someSmall.find(
      ({ counts, below }) =>
        counts.some((count) => tableau.covers([count])) && !counts.some((count) => isSmall(valueNow(count), below)),
    );
    return unmet?.counts
      .filter((count) => tableau.covers([count]))
      .map((count) => ({ count, low: 1, high: unmet.below - 1 }));
  }
}
