/** A repeatable source of numbers from 0 to below 1 for a text: the same text gives the same numbers on every machine. */
export function randomFor(text: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Cuts a whole number into whole parts in proportion to the weights; the parts add up to it. */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = total;
  let weightLeft = sum;
  return weights.map((weight) => {
    const part = weightLeft > 0 ? Math.min(left, Math.round((left * weight) / weightLeft)) : 0;
    left -= part;
    weightLeft -= weight;
    return part;
  });
}
