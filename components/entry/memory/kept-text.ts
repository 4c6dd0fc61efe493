/** A text that a browser keeps, or that one was removed. */
export interface Kept {
  /** Empty: it was removed. No text that is kept is empty. */
  text: string;
  /**
   * How newest it is among all of the browser: a number that counts on with each change, so that no clock has a say in it.
   * What was removed is a little newer than the text that was meant, and older than any other that was written after that.
   */
  at: number;
}

export type Named = readonly [key: string, kept: Kept];

/** Where texts are kept for long (IndexedDB): it has room, and answers later. */
export interface LargePlace {
  /** Several of one name, where an older one came late: the newest counts. */
  all: () => Promise<readonly Named[]>;
  /**
   * Writes all of them, each in the place of what is older there, and of nothing newer, whatever other windows write
   * meanwhile; comes to an end once that is safe.
   */
  write: (changes: ReadonlyMap<string, Kept>) => Promise<void>;
  /** Has those no more, and not that they were removed. */
  forget: (some: readonly Named[]) => Promise<void>;
}

/** Of two windows that count to the same number at the same moment, one is the newer for both. */
const windows = 1000;
export const markOfWindow = (): number => Math.floor(Math.random() * windows) / windows;

/** That this very text was removed. */
export const removalOf = ({ at }: Kept): Kept => ({ text: "", at: at + 0.5 / windows });

/** Older than that, and newer than all that was counted before it. */
export const removalBefore = ({ at }: Kept): Kept => ({ text: "", at: Math.floor(at) });

export const isNewer = (one: Kept, other: Kept | undefined): boolean => other === undefined || one.at > other.at;

/** As it stands in `localStorage`, with its number: `~12.345~{…}`. */
export const written = ({ text, at }: Kept): string => `~${at}~${text}`;

/** What an earlier version left there has no number: it is newer only than what has none in the large place. */
export function read(item: string): Kept {
  const [, at = "0.5", text = item] = /^~([\d.]+)~(.*)$/s.exec(item) ?? [];
  return { text, at: Number(at) };
}
