/** Two lines of about one length, broken between words; null where there is one word only. */
export function halvesOf(text: string, locale: string): readonly [string, string] | null {
  const words = [...new Intl.Segmenter(locale, { granularity: "word" }).segment(text)];
  const breaks = words.filter(({ index, isWordLike }) => index > 0 && isWordLike).map(({ index }) => index);
  const unevenness = (at: number) => Math.abs(text.length - 2 * at);
  const at = breaks.sort((one, other) => unevenness(one) - unevenness(other))[0];
  return at === undefined ? null : [text.slice(0, at).trimEnd(), text.slice(at)];
}
