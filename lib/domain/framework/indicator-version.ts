/** A version of an indicator's definition, and whether values under it may be compared with those of the one before. */
export interface VersionComparability {
  version: number;
  comparable: boolean;
}

/**
 * Whether values made under these versions may all be compared with each other: every version after the lowest, up to
 * the highest, is marked comparable with the one before it. A version that the history doesn't know breaks.
 */
export function areComparable(history: readonly VersionComparability[], used: readonly number[]): boolean {
  const comparable = new Set(history.filter(({ comparable }) => comparable).map(({ version }) => version));
  const highest = Math.max(...used);
  for (let version = Math.min(...used) + 1; version <= highest; version += 1) {
    if (!comparable.has(version)) return false;
  }
  return true;
}

interface Dated {
  /** As a day, or as the database gives it. */
  validFrom: string | Date | null;
}

/**
 * The version of a definition that holds for a period: the latest whose first day isn't after the period's. A definition
 * that changes within a period holds from the next one on, for what was collected under one can't be told from what came
 * under the other.
 * @param versions in any order; `validFrom` is the first day, null for the plan's start
 * @returns undefined where the indicator begins later
 */
export function holdingVersion<V extends Dated>(
  versions: readonly V[],
  startsOn: NonNullable<V["validFrom"]>,
): V | undefined {
  return versions
    .filter(({ validFrom }) => validFrom === null || validFrom <= startsOn)
    .reduce<V | undefined>((latest, each) => (latest && !isLater(each, latest) ? latest : each), undefined);
}

function isLater(one: Dated, other: Dated): boolean {
  return one.validFrom !== null && (other.validFrom === null || one.validFrom > other.validFrom);
}
