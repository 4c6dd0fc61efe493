import { split } from "./random";

// Lists of countries in made-up reports: citizens of which, returned to which. Every country lists by country, its own
// citizens among them, and none by "nationals" and "foreigners": two ways beside each other would have to agree.

/** By country of the sub-region, in its small letters; who isn't named has none. */
export type CountryCounts = ReadonlyMap<string, number>;

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
export type Persons = keyof typeof own;

/** From this many persons on, a list leaves some out: of other countries, or of none that is known. */
const longList = 100;
/** Whoever is left out is never so few that the list tells of them. */
const fewest = 5;

/** Of foreigners in a country, which neighbours they are of. */
export function amongNeighbours(unit: string, persons: number, random: () => number): CountryCounts {
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
export function citizensOf(
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
export const atMostBoth = (one: CountryCounts, other: CountryCounts): CountryCounts =>
  new Map([...one].map(([code, count]) => [code, Math.min(count, other.get(code) ?? 0)]));
