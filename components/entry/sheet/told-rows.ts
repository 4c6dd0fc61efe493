/** Told again after so many rows: each telling draws the sheet. */
const step = 8;

/**
 * Which rows are told to be in view, or a few beyond.
 * @param range the first and the last that are seen; null while the window wasn't measured
 * @returns null where nothing is known: the first rows aren't told, or those around the asked one would lose their fields
 */
export function toldOf(range: { startIndex: number; endIndex: number } | null): { from: number; to: number } | null {
  if (range === null) return null;
  return { from: Math.floor(range.startIndex / step) * step, to: Math.ceil(range.endIndex / step) * step };
}
