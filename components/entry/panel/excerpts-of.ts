/** Words longer than this, in letters, are cut in a message. */
const shownLetters = 40;
/** So many letters of what both have in common lead to where they part. */
const led = 15;

/** Some words of a long text, from a letter on. */
export function excerptOf(text: string, from = 0): string {
  if (from === 0 && text.length <= shownLetters) return text;
  const said = text.slice(from, from + shownLetters).trim();
  return `${from > 0 ? "… " : ""}${said}${from + shownLetters < text.length ? " …" : ""}`;
}

/** Of two versions of a text the words where they part, so that a message about the change shows it. */
export function excerptsOf(one: string, other: string): [string, string] {
  if (Math.max(one.length, other.length) <= shownLetters) return [one, other];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same < shownLetters - led) return [excerptOf(one), excerptOf(other)];
  // Between two words, where there is a space to be found.
  const space = one.lastIndexOf(" ", same - led);
  const from = space > same - shownLetters ? space + 1 : same - led;
  return [excerptOf(one, from), excerptOf(other, from)];
}
