/**
 * Cuts a region's line into runs that may be drawn through: it breaks at a period without a figure, and where the set of
 * countries that the figure rests on changes, for then a rise or fall may only be a country that came or went.
 * @param points one per period in the order of time; null: no figure.
 */
export function lineRuns<P extends { restsOn: readonly string[] }>(points: readonly (P | null)[]): P[][] {
  const runs: P[][] = [];
  let run: P[] = [];
  for (const point of points) {
    const last = run.at(-1);
    if (last && !(point && restOnSameCountries(last, point))) {
      runs.push(run);
      run = [];
    }
    if (point) run.push(point);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

export function restOnSameCountries(
  one: { restsOn: readonly string[] },
  other: { restsOn: readonly string[] },
): boolean {
  const units = new Set(one.restsOn);
  return units.size === other.restsOn.length && other.restsOn.every((unit) => units.has(unit));
}
