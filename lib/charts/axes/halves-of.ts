/** By language: making one takes longer than parting a text with it. */
const segmenters = new Map<string, Intl.Segmenter>();

/** Two lines of about one length, broken between words; null where there is one word only. */
export function halvesOf(text: string, locale: string): readonly [string, string] | null {
  const words = [...segmenterOf(locale).segment(text)];
  const breaks = words.filter(({ index, isWordLike }) => index > 0 && isWordLike).map(({ index }) => index);
  const unevenness = (at: number) => Math.abs(text.length - 2 * at);
  const at = breaks.sort((one, other) => unevenness(one) - unevenness(other))[0];
  return at === undefined ? null : [text.slice(0, at).trimEnd(), text.slice(at)];
}

function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known) return known;
  const segmenter = new Intl.Segmenter(locale, { granularity: "word" });
  segmenters.set(locale, segmenter);
  return segmenter;
}
