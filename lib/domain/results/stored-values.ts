import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import {
  type DisclosureState,
  disclosureStates,
  type SeenState,
  type SmallBounds,
} from "@/lib/domain/suppression/tables/linked-values";
import type { Value } from "@/lib/domain/values/value";

/** Where a value of an indicator stands. Which version of the indicator it was made under isn't part of it. */
export interface ResultPlace {
  unitId: number;
  periodId: number;
  cell: CellKey;
}
export const resultKey = ({ unitId, periodId, cell }: ResultPlace) => `${unitId} ${periodId} ${cell}`;

/** A value as it is stored now; null for a region without one. */
export interface StoredValue extends ResultPlace {
  versionId: number;
  value: Value | null;
  revision: number | null;
  approvedAt: Date;
  state: DisclosureState;
  /** Of a value that shows as `<5`: the 5. */
  bound: number | null;
  /** The most that a state ever told of this value. */
  seen: DisclosureState;
  /** By which bounds readers ever saw it as `<n`; null: never. */
  bounds: SmallBounds | null;
  /** Of a value that shows as suppressed: what that told when it first did. null where that wasn't kept. */
  toldLeast: number | null;
  /** The first results version that it stood in. */
  since: number;
  /** What it was worked out by: `methods`. */
  method: number;
  /** Of totals: as officials read it, and as the public does. */
  status: Status | null;
  publicStatus: Status | null;
  publicStatusReason: string | null;
  afterEnd: AfterEnd | null;
  publicAfterEnd: AfterEnd | null;
}

/** A value that gave way to another, with the last results version that it stood in. */
export interface FormerValue extends ResultPlace {
  versionId: number;
  value: Value;
  state: SeenState;
  bounds: SmallBounds | null;
  toldLeast: number | null;
  since: number;
  until: number;
}

/** What readers have seen of one indicator. */
export interface Seen {
  /** By `resultKey`. */
  stored: Map<string, StoredValue>;
  former: FormerValue[];
  /** Where values were ever hidden, by `resultKey`. */
  hidden: Set<string>;
}
/** What was seen of some periods. */
export function seenIn(seen: Seen, periodIds: ReadonlySet<number>): Seen {
  return {
    stored: new Map([...seen.stored].filter(([, { periodId }]) => periodIds.has(periodId))),
    former: seen.former.filter(({ periodId }) => periodIds.has(periodId)),
    hidden: seen.hidden,
  };
}
export const nothingSeen = (): Seen => ({ stored: new Map(), former: [], hidden: new Set() });

/** Which of two states tells more. */
export const moreTelling = <State extends DisclosureState>(one: State, other: State): State =>
  disclosureStates.indexOf(one) <= disclosureStates.indexOf(other) ? one : other;

export function allBounds(one: SmallBounds | null, other: SmallBounds | null): SmallBounds | null {
  if (!one || !other) return one ?? other;
  return { lowest: Math.min(one.lowest, other.lowest), highest: Math.max(one.highest, other.highest) };
}

/** The most that "suppressed" told of one value. */
export const mostTold = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** Values are plain objects whose keys always stand in the same order. */
export const sameValue = (one: Value | null, other: Value | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
