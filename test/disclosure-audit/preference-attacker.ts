import { linkValues } from "@/lib/domain/suppression/tables/link-values";
import type { DisclosureState, LinkedValues } from "@/lib/domain/suppression/tables/linked-values";
import type { Value } from "@/lib/domain/values/value";

/** A reader who knows how patterns are chosen, and tries every table that could be behind what is shown. */
export interface KnownChoice {
  /** The finest cells under a total that everybody sees: any numbers that add up to it. */
  cells: readonly string[];
  /** Sums of cells that are published too: their key, and the places of what they add up. */
  margins?: readonly (readonly [cell: string, parts: readonly number[]])[];
  total: number;
  threshold: number;
  /** The rule itself, with a chance of its own. */
  choose: (linked: LinkedValues, seed: number) => ReadonlyMap<string, DisclosureState>;
  /** How often each table is published. */
  draws: number;
}

export interface KnownChoiceAttack {
  /** What the reader could tell: `sex=other can't be 3 where …`. */
  told: string[];
  /** The least that is left to a value from 1 to 4 of a count shown as `<5`, all tables being as likely before. */
  leastShare: number;
  views: number;
}

const tables = (cells: number, total: number): number[][] =>
  cells === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
        tables(cells - 1, total - first).map((rest) => [first, ...rest]),
      );

/**
 * Publishes every table with this total many times over. What is shown can come from all tables that ever gave it, and from
 * those alone: not from one for which something cheaper would have been hidden.
 */
export function attackChoice(given: KnownChoice): KnownChoiceAttack {
  const { cells: finest, margins = [], total, threshold, choose, draws } = given;
  const cells = [...finest, ...margins.map(([cell]) => cell)];
  const count = (number: number): Value => ({ kind: "number", number: String(number) });
  const at = { unit: "THA", period: "2016" };
  /** For each view, how often each table gave it. */
  const views = new Map<
    string,
    { states: DisclosureState[]; tables: Map<string, { table: number[]; times: number }> }
  >();
  for (const numbers of tables(finest.length, total)) {
    const table = [...numbers, ...margins.map(([, parts]) => parts.reduce((sum, part) => sum + numbers[part]!, 0))];
    const linked = linkValues({
      countsPersons: true,
      isCumulative: false,
      periods: ["2016"],
      values: [
        { ...at, cell: "total", value: count(total) },
        ...cells.map((cell, index) => ({ ...at, cell, value: count(table[index]!) })),
      ],
    });
    for (let seed = 1; seed <= draws; seed++) {
      const chosen = choose(linked, seed);
      const states = ["total", ...cells].map((cell) => chosen.get(`THA|2016|${cell}`)!);
      // Behind a hidden total other totals are possible too, which aren't tried here.
      if (states[0] !== "shown") continue;
      const key = [total, ...table]
        .map((value, index) => (states[index] === "shown" ? value : states[index]))
        .join(" ");
      const view = views.get(key) ?? { states, tables: new Map() };
      views.set(key, view);
      const given = view.tables.get(table.join()) ?? { table, times: 0 };
      view.tables.set(table.join(), { table, times: given.times + 1 });
    }
  }
  const told: string[] = [];
  let leastShare = 1;
  for (const [view, { states, tables }] of views) {
    const all = [...tables.values()].reduce((sum, { times }) => sum + times, 0);
    for (const [index, cell] of cells.entries()) {
      const times = new Map<number, number>();
      for (const given of tables.values()) {
        const value = given.table[index]!;
        times.set(value, (times.get(value) ?? 0) + given.times);
      }
      if (states[index + 1] === "small") {
        for (let value = 1; value < threshold; value++) {
          leastShare = Math.min(leastShare, (times.get(value) ?? 0) / all);
          if (!times.has(value)) told.push(`${cell} can't be ${value} where ${view}`);
        }
      }
      if (states[index + 1] === "suppressed" && times.size < 2) told.push(`${cell} can be computed where ${view}`);
    }
  }
  return { told, leastShare, views: views.size };
}
