import type { PersonToTell } from "@/lib/views/report-view";

/**
 * What is written behind the last `@` before the caret, and where it begins; null where no name is being written. Where words
 * aren't spaced an @ may follow any letter, but none that an address may have before it.
 */
export function nameAt(text: string, caret: number): { from: number; written: string } | null {
  const before = text.slice(0, caret);
  const [, , written] = /(^|[^A-Za-z0-9._%+@-])@([^@\n]{0,60})$/u.exec(before) ?? [];
  if (written === undefined) return null;
  return { from: before.length - written.length - 1, written };
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Those whose name, or whose organisation's, has all the words that are written, in any order. */
export function foundPeople<P extends PersonToTell>(people: readonly P[], written: string): readonly P[] {
  const words = folded(written).split(/\s+/).filter(Boolean);
  return people.filter(({ name, organisation }) => {
    const own = folded(`${name} ${organisation}`);
    return words.every((word) => own.includes(word));
  });
}
