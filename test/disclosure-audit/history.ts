import { Attacker, equation, type Unknown } from "./attacker";

// A reader who kept every version of some tables, and knows of each value what its marks told, the first one above all.

/** One value, in all versions that it stood in. */
export interface Remembered {
  truth: number;
  marks: Set<"shown" | "small" | "suppressed">;
  /** What "suppressed" told when the value first stood: so many or more. */
  least: number;
  /** Named as given away: nothing is promised of it. */
  isLost: boolean;
}

/** The parts, by name, and the total that they are meant to make up. */
export type Meant = readonly [total: string, parts: readonly string[]];

/** @returns what the promise says and the reader could disprove, in words */
export function attackHistory(
  values: ReadonlyMap<string, Remembered>,
  sums: readonly Meant[],
  threshold: number,
): string[] {
  const shown = new Map<string, number>();
  const unknowns = new Map<string, Unknown>();
  for (const [name, { truth, marks, least }] of values) {
    if (marks.has("shown")) shown.set(name, truth);
    else unknowns.set(name, { low: least, high: marks.has("small") ? threshold - 1 : Number.POSITIVE_INFINITY });
  }
  const truthOf = (name: string) => values.get(name)!.truth;
  // He is told which sums hold.
  const held = sums.filter(([total, parts]) => parts.reduce((sum, part) => sum + truthOf(part), 0) === truthOf(total));
  const attacker = new Attacker(
    unknowns,
    held.map(([total, parts]) => equation([...parts.map((part) => [part, 1] as const), [total, -1]], shown)),
  );
  return [...unknowns.keys()].flatMap((name) => {
    const { marks, isLost } = values.get(name)!;
    if (isLost) return [];
    if (!marks.has("small")) return attacker.isOpen(name) ? [] : [`${name} can be computed`];
    const small = Array.from({ length: threshold - 1 }, (_, less) => less + 1);
    return small.flatMap((value) => (attacker.canBe(name, value) ? [] : [`${name} can't be ${value}`]));
  });
}
