import { isUnpublished } from "./counts";
import type { SettledValues } from "./settle-sums";

/** How values hang together: two are neighbours when a sum, a percentage or an increment ties them. */
export interface Neighbours {
  /** For each count, the rules in which it stands, each as its counts. */
  rulesOf: readonly (readonly (readonly number[])[])[];
  placeOf: (count: number) => number;
  isUnpublished: (count: number) => boolean;
}

export function neighboursOf({ counts, firm }: SettledValues): Neighbours {
  const rulesOf: (readonly number[])[][] = counts.map(() => []);
  for (const rule of firm) for (const count of rule.counts) rulesOf[count]!.push(rule.counts);
  return {
    rulesOf,
    placeOf: (count) => counts[count]!.place,
    isUnpublished: (count) => isUnpublished(counts[count]!),
  };
}

/** All counts tied to these, directly or over others. */
export function tiedTo({ rulesOf }: Neighbours, start: readonly number[]): ReadonlySet<number> {
  const reached = new Set(start);
  for (const count of reached) for (const rule of rulesOf[count]!) for (const other of rule) reached.add(other);
  return reached;
}

/**
 * The values that pass, and that are closest to the count: its own, or else those in its rules, or else in those of its neighbours that
 * don't pass, and so on outwards. Unpublished counts take no step: what is tied through them is tied directly.
 */
export function closestPlaces(
  { rulesOf, placeOf, isUnpublished }: Neighbours,
  count: number,
  passes: (place: number) => boolean,
): number[] {
  if (!isUnpublished(count) && passes(placeOf(count))) return [placeOf(count)];
  const reached = new Set([count]);
  for (let ring = [count]; ring.length > 0; ) {
    const next: number[] = [];
    for (const each of ring) {
      for (const other of rulesOf[each]!.flat()) {
        if (reached.has(other)) continue;
        reached.add(other);
        (isUnpublished(other) ? ring : next).push(other);
      }
    }
    const found = new Set(next.map(placeOf).filter(passes));
    if (found.size > 0) return [...found];
    ring = next;
  }
  return [];
}
