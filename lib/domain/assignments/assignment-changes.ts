/** That an indicator is assigned to a person, or to an organisation: its code and their id, `G1.1-a 12`. */
export type Tick = string;
export const tickOf = (indicator: string, assignee: number): Tick => `${indicator} ${assignee}`;
export function partsOf(tick: Tick): { indicator: string; assignee: number } {
  const at = tick.lastIndexOf(" ");
  return { indicator: tick.slice(0, at), assignee: Number(tick.slice(at + 1)) };
}

export interface TickChanges {
  added: Tick[];
  removed: Tick[];
}

/** What became of ticks. */
export function changesBetween(before: ReadonlySet<Tick>, after: ReadonlySet<Tick>): TickChanges {
  return {
    added: [...after].filter((tick) => !before.has(tick)),
    removed: [...before].filter((tick) => !after.has(tick)),
  };
}

/**
 * What a person changed of what they saw, as it is to be done to what stands now, and what others changed meanwhile, which
 * stays. A tick that both set or both took away is done already, and nobody else's.
 */
export function mergedChanges({ seen, wanted, present }: Record<"seen" | "wanted" | "present", ReadonlySet<Tick>>): {
  own: TickChanges;
  others: TickChanges;
} {
  const own = changesBetween(seen, wanted);
  const others = changesBetween(seen, present);
  return {
    own: {
      added: own.added.filter((tick) => !present.has(tick)),
      removed: own.removed.filter((tick) => present.has(tick)),
    },
    others: {
      added: others.added.filter((tick) => !wanted.has(tick)),
      removed: others.removed.filter((tick) => wanted.has(tick)),
    },
  };
}
