/** A version of an indicator's definition, and whether figures under it may be compared with those of the one before. */
export interface VersionMark {
  version: number;
  comparable: boolean;
}

/**
 * Whether figures made under these versions may all be compared with each other: every version after the lowest, up to
 * the highest, is marked comparable with the one before it. A version that the history doesn't know breaks.
 */
export function areComparable(history: readonly VersionMark[], used: readonly number[]): boolean {
  const comparable = new Set(history.filter((mark) => mark.comparable).map(({ version }) => version));
  const highest = Math.max(...used);
  for (let version = Math.min(...used) + 1; version <= highest; version += 1) {
    if (!comparable.has(version)) return false;
  }
  return true;
}
