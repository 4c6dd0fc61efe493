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
import { madeUpTotals } from "./made-up-values";
import { randomFor, split } from "./random";
import { usualShares } from "./usual-sizes";

/** What a made-up indicator needs of its definition. */
type MadeUpIndicator = Pick<DemoIndicator, "code" | "rules" | "isMoney" | "tables" | "paths">;

const [identified, returns, detained] = ["G5.1-a", "G6.3-a", "G5.3.1-a"];
/** Of the foreign victims identified in a year, how many go home in the same one. */
const soonReturned = 0.8;

// Lists of countries in made-up reports: citizens of which, returned to which. Every country lists by country, its own
// citizens among them, and none by "nationals" and "foreigners": two ways beside each other would have to agree.

/** By country of the sub-region, in its small letters; who isn't named has none. */
type CountryCounts = ReadonlyMap<string, number>;

/** Where foreign victims and suspects in a country are from, one against another. */
const neighbours: Record<string, Record<string, number>> = {
  KHM: { chn: 2, lao: 0.5, tha: 1.5, vnm: 6 },
  CHN: { khm: 2, lao: 2, mmr: 5, vnm: 8 },
  LAO: { chn: 2, tha: 1, vnm: 4 },
  MMR: { chn: 5, tha: 2 },
  THA: { khm: 5, chn: 1, lao: 5, mmr: 8, vnm: 1 },
  VNM: { khm: 3, chn: 4, lao: 3 },
};

/** The share of a country's own citizens. */
const own = {
  victims: { KHM: 0.5, CHN: 0.78, LAO: 0.8, MMR: 0.85, THA: 0.38, VNM: 0.94 },
  suspects: { KHM: 0.87, CHN: 0.96, LAO: 0.85, MMR: 0.95, THA: 0.8, VNM: 0.96 },
  /** Nobody is held in immigration detention at home. */
  detained: { KHM: 0, CHN: 0, LAO: 0, MMR: 0, THA: 0, VNM: 0 },
} satisfies Record<string, Record<string, number>>;
type Persons = keyof typeof own;

/** From this many persons on, a list leaves some out: of other countries, or of none that is known. */
const longList = 100;
/** Whoever is left out is never so few that the list tells of them. */
const fewest = 5;

/** Of foreigners in a country, which neighbours they are of. */
function amongNeighbours(unit: string, persons: number, random: () => number): CountryCounts {
  const pulls = Object.entries(neighbours[unit]!).map(([code, pull]) => ({
    code,
    pull: pull * (0.7 + random() * 0.6),
  }));
  const counts = split(
    persons,
    pulls.map(({ pull }) => pull),
  );
  return new Map(pulls.map(({ code }, index) => [code, counts[index]!]));
}

/** @param returned of victims, how many foreign ones went home in the year: there are at least as many */
function citizensOf(
  unit: string,
  total: number,
  persons: Persons,
  returned: number,
  random: () => number,
): CountryCounts {
  const share = (own[persons] as Record<string, number>)[unit]!;
  const left = total < longList ? 0 : Math.max(fewest, Math.round(total * (0.01 + random() * 0.04)));
  const usual = Math.round(total * (1 - share) * (0.96 + random() * 0.08));
  const foreign = share === 0 ? total - left : Math.min(total - left, Math.max(usual, returned));
  const citizens = new Map(amongNeighbours(unit, foreign, random));
  return share === 0 ? citizens : citizens.set(unit.toLowerCase(), total - left - foreign);
}

/** For each country the smaller of two counts. */
const atMostBoth = (one: CountryCounts, other: CountryCounts): CountryCounts =>
  new Map([...one].map(([code, count]) => [code, Math.min(count, other.get(code) ?? 0)]));

// Counts that stand in several indicators, as their definitions say. Whoever reads both must find one number there.

/** Denominators that are another indicator's total. */
const wholesElsewhere: Record<string, string> = {
  "G5.1-b": "G5.1-a",
  "G5.2-a": "G5.1-a",
  "G6.1-a": "G5.1-a",
  "G6.2-b": "G5.1-a",
};

/** What a count is a part of: another indicator's number or denominator, or its numerator, or one category of it. */
interface Container {
  code: string;
  side?: "numerator";
  only?: { dimension: string; category: string };
}

/** Numbers and denominators that are never more than what they are a part of. */
const partsElsewhere: Record<string, Container> = {
  // Agreements in use are in force.
  "G2.2-a": { code: "G2.2.1-a" },
  // Agencies inspected without notice are among those inspected.
  "G3.1-a": { code: "G3.1.1-a", side: "numerator" },
  // A child victim is a victim.
  "G5.2.2-a": { code: "G5.1-a", only: { dimension: "age", category: "0-17" } },
  // Support is accepted by those identified, nearly always in the same year.
  "G6.2.1-a": { code: "G5.1-a" },
  // Returns under a procedure are returns.
  "G6.3.1-a": { code: "G6.3-a" },
  // Whoever gives evidence takes part in the proceedings.
  "G7.2-b": { code: "G7.2.1-a" },
};

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
