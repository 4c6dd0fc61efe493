import { browserMemory, onKeptChange } from "@/components/entry/memory/browser-memory";
import { keysUnder, type Memory, type Owner } from "@/components/entry/state/unsent-cells";
import { readableText } from "@/lib/schemas/forms/clean-text";

// Words that are being written in a form are kept in the browser as values are, so that they outlive another row, a
// session that ended and a tab that was closed. Whoever else uses the computer has a memory of their own.

/** Whose words, and of which form: `7/spaiv/THA/2016/comment G5.1-a`. */
export type WordsPlace = string;

/** What stood in the fields of a form that differed from what the page was made with. */
export type KeptWords = Record<string, string | boolean>;

/** Among the words: they were sent as they stand, and no answer was heard. A field has no such name. */
const sentMark = " sent";

const keyOf = (place: WordsPlace) => `spaiv-words/${place}`;

/** The place of a form about a report. */
export const wordsPlace = (
  userId: number,
  { plan, unit, period }: { plan?: string; unit?: string; period?: string },
  form: string,
): WordsPlace => `${userId}/${plan}/${unit}/${period}/${form}`;

export function keepWords(memory: Memory, place: WordsPlace, words: KeptWords): void {
  try {
    if (Object.keys(words).length === 0) memory.removeItem(keyOf(place));
    else memory.setItem(keyOf(place), JSON.stringify(words));
  } catch {
    // Private mode, a full disk: the words live in the page alone.
  }
}

/** Notes that the words are on their way; whoever goes on writing takes the note away. */
export function noteSent(memory: Memory, place: WordsPlace): void {
  const words = keptWords(memory, place);
  if (Object.keys(words).length > 0) keepWords(memory, place, { ...words, [sentMark]: true });
}

export const wereSent = (words: KeptWords): boolean => words[sentMark] === true;

/** Without the note: what somebody wrote. */
export const ofHand = ({ [sentMark]: _, ...words }: KeptWords): KeptWords => words;

/** Hidden fields that say which text the person saw: a text that is put back replaces no newer one unasked. */
export type Guards = (field: string) => readonly string[];
export const noGuards: Guards = () => [];

/** The text that a field is about: the fields of one text rest on the same version, which its first guard counts. */
export const textOf = (name: string, guards: Guards): string => guards(name)[0] ?? name;

/** What is written, no box, of each text, by the text. */
function writtenOf(words: KeptWords, guards: Guards): Map<string, [name: string, word: string]> {
  const guarding = new Set(Object.keys(words).flatMap(guards));
  return new Map(
    Object.entries(ofHand(words)).flatMap(([name, word]) =>
      typeof word === "string" && !guarding.has(name) ? [[textOf(name, guards), [name, word]] as const] : [],
    ),
  );
}

/**
 * The words that are not gone, each with its guards: two fields may share one. A box goes with what is written of its text.
 */
export function wordsLeft(
  words: KeptWords,
  isGone: (name: string, word: string | boolean) => boolean,
  guards: Guards,
): KeptWords {
  const all = Object.entries(ofHand(words));
  const guarding = new Set(all.flatMap(([name]) => guards(name)));
  const written = writtenOf(words, guards);
  const left = all.flatMap(([name, word]) => {
    const text = typeof word === "boolean" ? written.get(textOf(name, guards)) : undefined;
    return guarding.has(name) || isGone(...(text ?? ([name, word] as const))) ? [] : [name];
  });
  const names = new Set([...left, ...left.flatMap(guards)]);
  return Object.fromEntries(all.filter(([name]) => names.has(name)));
}

/** The words without the boxes of such texts, and without guards that are left with nothing. */
const withoutBoxes = (words: KeptWords, ofText: (text: string) => boolean, guards: Guards): KeptWords =>
  wordsLeft(
    Object.fromEntries(
      Object.entries(words).filter(([name, word]) => typeof word !== "boolean" || !ofText(textOf(name, guards))),
    ),
    () => false,
    guards,
  );

/**
 * The words of two windows in one place. Where one rests on an older version of a text than the other, both rest on the
 * older: neither replaces a newer text unasked. A box that says who may read a text goes with what its own window wrote, and
 * is never put beside what another wrote.
 * @param words win where both wrote the same text
 * @param guards of a word; the first of them counts the versions
 */
export function together(kept: KeptWords, words: KeptWords, guards: Guards): KeptWords {
  const [theirs, own] = [writtenOf(kept, guards), writtenOf(words, guards)];
  const added = withoutBoxes(words, (text) => theirs.has(text) && !own.has(text), guards);
  const all = { ...withoutBoxes(kept, (text) => own.has(text), guards), ...added };
  for (const name of Object.keys(added)) {
    const [version = ""] = guards(name);
    if (Number(kept[version]) < Number(words[version]))
      for (const guard of guards(name)) if (kept[guard] !== undefined) all[guard] = kept[guard];
  }
  return all;
}

/** As the server would store both: line ends and space at the ends are nobody's. */
export const isSameText = (one: string, other: unknown): boolean =>
  typeof other === "string" && readableText(one).trim() === readableText(other).trim();

export const isSameWord = (one: string | boolean, other: unknown): boolean =>
  typeof one === "string" ? isSameText(one, other) : one === other;

/** Nothing where nothing was kept, or what is there can't be read. */
export const keptWords = (memory: Memory, place: WordsPlace): KeptWords => wordsIn(memory.getItem(keyOf(place)));

function wordsIn(item: string | null): KeptWords {
  try {
    const read: unknown = JSON.parse(item ?? "{}");
    return typeof read === "object" && read !== null ? (read as KeptWords) : {};
  } catch {
    return {};
  }
}

/** The forms about a report in which words wait, each as `wordsPlace` was told of it. */
export function keptForms(memory: Memory, { userId, ...report }: Owner): { form: string; words: KeptWords }[] {
  const start = keyOf(wordsPlace(userId, report, ""));
  return keysUnder(memory, start).map((key) => {
    const form = key.slice(start.length);
    return { form, words: keptWords(memory, wordsPlace(userId, report, form)) };
  });
}

/** The reports about which words wait in the browser. */
export function reportsWithWords(memory: Memory, userId: number): Owner[] {
  const start = keyOf(`${userId}/`);
  const reports = new Set(keysUnder(memory, start).map((key) => key.slice(start.length).split("/", 3).join("/")));
  return [...reports].map((report) => {
    const [plan = "", unit = "", period = ""] = report.split("/");
    return { userId, plan, unit, period };
  });
}

/** Forgets the words of the forms about a report that are over. */
export function forgetForms(
  memory: Memory,
  { userId, ...report }: Owner,
  isOver: (form: string, words: KeptWords) => boolean,
): void {
  for (const { form, words } of keptForms(memory, { userId, ...report }))
    if (isOver(form, words)) keepWords(memory, wordsPlace(userId, report, form), {});
}

/** Whether words wait for that form in this browser. */
export function hasKeptWords(place: WordsPlace): boolean {
  const memory = browserMemory();
  return memory !== null && Object.keys(keptWords(memory, place)).length > 0;
}

/** Called when another window of the browser keeps or forgets words of that form, with those that were kept before. */
export function onKeptElsewhere(place: WordsPlace, told: (before: KeptWords) => void): () => void {
  return onKeptChange((key, before) => {
    if (key === keyOf(place)) told(ofHand(wordsIn(before)));
  });
}

/** Whether a form is the one of that name, or one of several of it: `keyAction THA`. */
export const isOne = (form: string, name: string): boolean => form === name || form.startsWith(`${name} `);
