const most = 4;

/**
 * What was found in words, quoted as it was written, each once: its author finds it again by it.
 * @param longest characters of a quote
 * @returns the quotes in a row; how many things there are, and how many of them aren't quoted
 */
export function quotedParts(
  written: string,
  parts: readonly { start: number; end: number }[],
  longest: number,
): { found: string; count: number; more: number; quotes: string[] } {
  const quotes = [...new Set(parts.map(({ start, end }) => written.slice(start, Math.min(end, start + longest))))];
  return {
    found: quotes
      .slice(0, most)
      .map((quote) => `“${quote}”`)
      .join(", "),
    count: quotes.length,
    more: Math.max(0, quotes.length - most),
    quotes,
  };
}
