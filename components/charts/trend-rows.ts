import type { Blank, Marker, Panel, Said } from "@/lib/charts/trend-model";

/** What a chart holds at one time: a place for each line, and what to mark and say there. */
export interface TrendRow {
  at: number;
  marker: Marker | null;
  /** A baseline of the moment at which a value stands too. */
  under: Marker | null;
  blank: Blank | null;
  /** Where the planned path ends. */
  end: Panel["target"];
  /** What civil society says of that time. */
  said: readonly Said[];
  /** Places by line: `run0`, `gap0`. */
  [line: string]: number | Marker | Blank | Panel["target"] | readonly Said[];
}

interface TrendLines {
  rows: TrendRow[];
  runs: string[];
  gaps: string[];
}

/**
 * One row a time, as the chart library wants its data. It is what arrow keys stop at, so each has something to say: corners of
 * the planned path have not.
 */
export function trendRows({ markers, blanks, runs, gaps, target, said = [] }: Panel): TrendLines {
  const rows = new Map<number, TrendRow>();
  const rowAt = (at: number): TrendRow => {
    const row = rows.get(at) ?? { at, marker: null, under: null, blank: null, end: null, said: [] };
    rows.set(at, row);
    return row;
  };
  for (const marker of markers) {
    const row = rowAt(marker.at);
    Object.assign(row, { marker, under: row.marker });
  }
  for (const blank of blanks) rowAt(blank.at).blank = blank;
  if (target) rowAt(target.at).end = target;
  for (const each of said) rowAt(each.at).said = said.filter(({ at }) => at === each.at);
  for (const [index, run] of runs.entries()) for (const spot of run) rowAt(spot.at)[`run${index}`] = spot.y;
  for (const [index, gap] of gaps.entries()) for (const spot of gap) rowAt(spot.at)[`gap${index}`] = spot.y;
  return {
    rows: [...rows.values()].sort((one, other) => one.at - other.at),
    runs: runs.map((_, index) => `run${index}`),
    gaps: gaps.map((_, index) => `gap${index}`),
  };
}
