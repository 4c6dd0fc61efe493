import {
  type ValuePlace as CodedPlace,
  linkValues,
  type TableValue,
  valueId,
} from "@/lib/domain/suppression/tables/link-values";
import type { Increment, LinkedValue, LinkedValues, Sum } from "@/lib/domain/suppression/tables/linked-values";

/** All values of a group that stood side by side in one results version. */
export interface Snapshot {
  version: number;
  values: readonly SnapshotValue[];
}

export interface SnapshotValue extends TableValue {
  /** The last version that a value stood in that gave way to another; null for one that stands now. */
  until: number | null;
}

interface GroupShape {
  countsPersons: boolean;
  isCumulative: boolean;
  periods: readonly string[];
}

/**
 * The present values of a group, tied to one another and to all that gave way to them: what a reader who kept earlier
 * releases can add and subtract. In each of those, a sum ties values that changed since to others that still stand.
 */
export function linkSnapshots(
  shape: GroupShape,
  present: readonly TableValue[],
  earlier: readonly Snapshot[],
): LinkedValues {
  const now = linkValues({ ...shape, values: present });
  const values = new Map(now.values.map((each) => [each.id, each]));
  const presentIds = new Set(values.keys());
  const isFormer = (id: string) => !presentIds.has(id);
  const sums = new Map<string, Sum>();
  const increments = new Map<string, Increment>();
  for (const { version, values: shown } of earlier) {
    const idNow = new Map(shown.map((each) => [valueId(each), presentId(each)]));
    // A cell that nobody reported, but that ties others, ties them in this snapshot alone.
    const rename = (id: string) => idNow.get(id) ?? `${id}@${version}`;
    const then = linkValues({ ...shape, values: shown });
    for (const sum of then.sums) {
      const renamed = { ...sum, total: rename(sum.total), parts: sum.parts.map(rename) };
      if ([renamed.total, ...renamed.parts].some(isFormer)) sums.set(JSON.stringify(renamed), renamed);
    }
    for (const increment of then.increments) {
      const renamed = { ...increment, from: rename(increment.from), to: rename(increment.to) };
      if (isFormer(renamed.from) || isFormer(renamed.to)) increments.set(JSON.stringify(renamed), renamed);
    }
    for (const each of then.values)
      addUnlessKnown(values, { ...each, id: rename(each.id), table: `${each.table}@${version}` });
  }
  return {
    countsPersons: shape.countsPersons,
    values: [...values.values()],
    sums: [...now.sums, ...sums.values()],
    increments: [...now.increments, ...increments.values()],
  };
}

const presentId = ({ until, ...place }: SnapshotValue): string =>
  until === null ? valueId(place) : valueId({ ...codedPlace(place), version: until });

const codedPlace = ({ unit, period, cell }: CodedPlace): CodedPlace => ({ unit, period, cell });

function addUnlessKnown(values: Map<string, LinkedValue>, each: LinkedValue) {
  if (!values.has(each.id)) values.set(each.id, each);
}
