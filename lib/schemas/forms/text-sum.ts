/** A short sum of a text: other words have another, but for a chance of one in thousands of millions. */
export function textSum(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193);
  return sum >>> 0;
}
