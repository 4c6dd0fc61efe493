// Sums over counts of which only ranges are known, solved by trying. Shares no line with the check that it is held against.

export type Range = readonly [low: number, high: number];

/** A total and its parts, by name. */
export type SumOfParts = readonly [total: string, parts: readonly string[]];

export interface Puzzle {
  ranges: ReadonlyMap<string, Range>;
  sums: readonly SumOfParts[];
}

/** Narrows every range by every sum. @returns null where they contradict each other */
export function narrowed({ ranges, sums }: Puzzle): Map<string, Range> | null {
  const known = new Map(ranges);
  for (let changed = true; changed; ) {
    changed = false;
    const tighten = (name: string, low: number, high: number) => {
      const [from, to] = known.get(name)!;
      if (low <= from && high >= to) return;
      known.set(name, [Math.max(low, from), Math.min(high, to)]);
      changed = true;
    };
    for (const [total, parts] of sums) {
      const low = parts.reduce((sum, part) => sum + known.get(part)![0], 0);
      const high = parts.reduce((sum, part) => sum + known.get(part)![1], 0);
      const [from, to] = known.get(total)!;
      tighten(total, low, high);
      for (const part of parts) {
        const [least, largest] = known.get(part)!;
        tighten(part, from - (high - largest), to - (low - least));
      }
    }
    if ([...known.values()].some(([low, high]) => low > high)) return null;
  }
  return known;
}

/** Whether whole numbers fit everything if one of them is this value. */
export function isPossible(puzzle: Puzzle, name: string, value: number): boolean {
  const ranges = narrowed({ ...puzzle, ranges: new Map(puzzle.ranges).set(name, [value, value]) });
  if (!ranges) return false;
  const open = [...ranges].filter(([, [low, high]]) => low < high).sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]));
  const [next] = open;
  if (!next) return true;
  const [other, [low, high]] = next;
  for (let tried = low; tried <= high; tried++) if (isPossible({ ...puzzle, ranges }, other, tried)) return true;
  return false;
}
