import { type CellKey, type Dimension, dimensionsOfTable } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { DemoIndicator } from "./demo-plan";
import {
  cellsOfPopulation,
  closedDimensions,
  countOf,
  differenceOf,
  madeUpPopulation,
  type Population,
  populationBy,
  someOf,
  sumOf,
} from "./made-up-cells";
import { amongNeighbours, atMostBoth, type CountryCounts, citizensOf, type Persons } from "./made-up-countries";
import { madeUpTotals } from "./made-up-values";
import { randomFor } from "./random";
import { partsElsewhere, wholesElsewhere } from "./shared-counts";
import { usualShares } from "./usual-sizes";

/** What a made-up indicator needs of its definition. */
type MadeUpIndicator = Pick<DemoIndicator, "code" | "rules" | "isMoney" | "tables" | "paths">;

const [identified, returns, detained] = ["G5.1-a", "G6.3-a", "G5.3.1-a"];
/** Of the foreign victims identified in a year, how many go home in the same one. */
const soonReturned = 0.8;

/**
 * All values of the demonstration, which agree with one another: what two indicators count alike is one number in both;
 * what is part of another is never more, in total and in every cell.
 */
export class DemoValues {
  private readonly byCode: ReadonlyMap<string, MadeUpIndicator>;
  private readonly totals = new Map<string, (Value | undefined)[]>();

  constructor(
    indicators: readonly MadeUpIndicator[],
    private readonly periods: readonly string[],
    private readonly dimensions: readonly Dimension[],
  ) {
    this.byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  }

  /** One for each period; undefined is a gap. */
  totalsOf(code: string, unit: string): readonly (Value | undefined)[] {
    const known = this.totals.get(`${code} ${unit}`);
    if (known) return known;
    const { rules, isMoney, paths } = this.byCode.get(code)!;
    const { baseline, targets } = paths.find((path) => path.unit === unit)!;
    const whole = wholesElsewhere[code];
    const wholes = whole && this.periods.map((_, period) => wholeOf(this.totalsOf(whole, unit)[period]));
    const limits = partsElsewhere[code] && this.periods.map((_, period) => this.limitOf(code, unit, period));
    const isNamed = Object.values(wholesElsewhere).includes(code);
    const totals = madeUpTotals(
      { code, unit, rules, isMoney, baseline, targets, isNamed, ...(wholes && { wholes }), ...(limits && { limits }) },
      this.periods.length,
    );
    this.totals.set(`${code} ${unit}`, totals);
    return totals;
  }

  partsOf(code: string, unit: string, period: number): { key: CellKey; value: Value }[] {
    const { rules, tables } = this.byCode.get(code)!;
    const value = this.totalsOf(code, unit)[period];
    // Hiding looks at one indicator at a time: a denominator by sex would tell what is hidden of the total that it is.
    if (tables.length === 0 || code in wholesElsewhere || !value || wholeOf(value) === undefined) return [];
    const cells = cellsOfPopulation(this.populationOf(code, unit, period)!, tables, this.dimensions);
    if (value.kind === "number") {
      if (rules.decimals !== 0) return [];
      const lists = tables.flatMap((table) => [...this.listOf(code, table, unit, period)]);
      return [...cells, ...lists].map(([key, count]) => ({ key, value: { kind: "number", number: `${count}` } }));
    }
    const counted = cellsOfPopulation(this.numeratorOf(code, unit, period), tables, this.dimensions);
    return [...counted].map(([key, count]) => ({
      key,
      value: { kind: "ratio", numerator: { exact: `${count}` }, denominator: { exact: `${cells.get(key) ?? 0}` } },
    }));
  }

  private seed(code: string, unit: string, period: number): string {
    return `${code} ${unit} ${this.periods[period]}`;
  }

  private closed(code: string): Dimension[] {
    return closedDimensions(this.byCode.get(code)!.tables, this.dimensions);
  }

  /** What the indicator's persons are some of, if that is known. */
  private containerOf(code: string, unit: string, period: number): Population | undefined {
    const part = partsElsewhere[code];
    if (!part || wholeOf(this.totalsOf(part.code, unit)[period]) === undefined) return undefined;
    if (part.side) return this.numeratorOf(part.code, unit, period);
    const { only } = part;
    const all = this.populationOf(part.code, unit, period);
    return only ? all?.filter(({ at }) => at.get(only.dimension) === only.category) : all;
  }

  private limitOf(code: string, unit: string, period: number): number | undefined {
    const container = this.containerOf(code, unit, period);
    return container && countOf(container);
  }

  /** What is counted from the plan's start is counted on from the last period that has a value. */
  private lastBefore(code: string, unit: string, period: number): number | undefined {
    if (this.byCode.get(code)!.rules.accumulation !== "cumulativeToDate") return undefined;
    const before = this.totalsOf(code, unit).findLastIndex((value, at) => at < period && wholeOf(value) !== undefined);
    return before < 0 ? undefined : before;
  }

  /** Those whom the indicator counts, or its denominator does; undefined where there is no count. */
  private populationOf(code: string, unit: string, period: number): Population | undefined {
    const seed = this.seed(code, unit, period);
    const value = this.totalsOf(code, unit)[period];
    const whole = wholeOf(value);
    if (whole === undefined) return undefined;
    const container = this.containerOf(code, unit, period);
    const closed = this.closed(code);
    if (container) return someOf(populationBy(container, closed), whole, randomFor(`${seed} of all`));
    const before = this.lastBefore(code, unit, period);
    if (before !== undefined) {
      const since = whole - wholeOf(this.totalsOf(code, unit)[before])!;
      return sumOf(this.populationOf(code, unit, before)!, madeUpPopulation(since, closed, randomFor(`${seed} since`)));
    }
    const usual = usualShares[code]?.[unit];
    if (value?.kind !== "ratio") return madeUpPopulation(whole, closed, randomFor(seed), usual);
    const rest = madeUpPopulation(whole - numeratorIn(value), closed, randomFor(`${seed} rest`));
    return sumOf(this.numeratorOf(code, unit, period), rest);
  }

  private numeratorOf(code: string, unit: string, period: number): Population {
    const random = randomFor(this.seed(code, unit, period));
    const count = numeratorIn(this.totalsOf(code, unit)[period]);
    if (this.containerOf(code, unit, period)) return someOf(this.populationOf(code, unit, period)!, count, random);
    const before = this.lastBefore(code, unit, period);
    if (before === undefined) return madeUpPopulation(count, this.closed(code), random);
    const known = this.numeratorOf(code, unit, before);
    const others = differenceOf(this.populationOf(code, unit, period)!, known);
    return sumOf(known, someOf(others, count - countOf(known), random));
  }

  /** The cells of an open list; none for another table. */
  private listOf(code: string, table: string, unit: string, period: number): Map<CellKey, number> {
    const [dimension] = dimensionsOfTable(table);
    const isOpen = this.dimensions.some((each) => each.code === dimension && each.open);
    if (!isOpen) return new Map();
    const counts =
      dimension === "repatriation" ? this.returnedOf(code, unit, period) : this.citizensOf(code, unit, period);
    return new Map([...counts].flatMap(([country, count]) => (count > 0 ? [[`${dimension}=${country}`, count]] : [])));
  }

  private citizensOf(code: string, unit: string, period: number): CountryCounts {
    const persons: Persons = code === identified ? "victims" : code === detained ? "detained" : "suspects";
    const returned = code === identified ? (wholeOf(this.totalsOf(returns, unit)[period]) ?? 0) : 0;
    const total = wholeOf(this.totalsOf(code, unit)[period])!;
    return citizensOf(unit, total, persons, returned, randomFor(`${this.seed(code, unit, period)} citizens`));
  }

  /** Of the victims identified or returned, those who went to each other country: foreign victims, at most all who went. */
  private returnedOf(code: string, unit: string, period: number): CountryCounts {
    const random = randomFor(`${this.seed(code, unit, period)} returned`);
    const total = wholeOf(this.totalsOf(code, unit)[period])!;
    const all = wholeOf(this.totalsOf(returns, unit)[period]);
    const home =
      all === undefined ? undefined : amongNeighbours(unit, all, randomFor(this.seed(returns, unit, period)));
    if (code !== identified) return home ? someTo(home, total, random) : amongNeighbours(unit, total, random);
    const citizens = this.citizensOf(code, unit, period);
    const foreign = new Map([...citizens].filter(([country]) => country !== unit.toLowerCase()));
    const most = home ? atMostBoth(foreign, home) : foreign;
    return someTo(most, Math.round(soonReturned * countIn(most)), random);
  }
}

const countIn = (counts: CountryCounts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

function someTo(counts: CountryCounts, wanted: number, random: () => number): CountryCounts {
  const population = [...counts].map(([country, count]) => ({ at: new Map([["country", country]]), count }));
  return new Map(someOf(population, wanted, random).map(({ at, count }) => [at.get("country")!, count]));
}

/** The number, or the denominator. */
function wholeOf(value: Value | undefined): number | undefined {
  if (value?.kind === "number") return Number(value.number);
  return value?.kind === "ratio" && "exact" in value.denominator ? Number(value.denominator.exact) : undefined;
}

function numeratorIn(value: Value | undefined): number {
  return value?.kind === "ratio" && "exact" in value.numerator ? Number(value.numerator.exact) : 0;
}
