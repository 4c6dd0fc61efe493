/** Rows by their place in the sheet, the first and the last. */
export interface Rows {
  from: number;
  to: number;
}

/** Told again after so many rows: each telling draws those that come into view, and a few draw sooner than many. */
const step = 4;
/** So many rows have their fields at most while a hand goes on, besides those in view. */
const mostBeside = 24;

/**
 * Which rows are told to be in view, or a few beyond.
 * @param range the first and the last that are seen; null while the window wasn't measured
 * @returns null where nothing is known: the first rows aren't told, or those around the asked one would lose their fields
 */
export function toldOf(range: { startIndex: number; endIndex: number } | null): Rows | null {
  if (range === null) return null;
  return { from: Math.floor(range.startIndex / step) * step, to: Math.ceil(range.endIndex / step) * step };
}

/** While a hand goes on, rows behind it keep their fields: taking them away would keep the next key waiting. */
export function toldOnTheWay(before: Rows | null, now: Rows): Rows {
  if (before === null) return now;
  const both = { from: Math.min(before.from, now.from), to: Math.max(before.to, now.to) };
  return both.to - both.from > now.to - now.from + mostBeside ? now : both;
}
