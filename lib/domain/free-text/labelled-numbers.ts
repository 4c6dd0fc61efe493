import { anyOf } from "./folded-text";
import type { BlockedKind, FoundPart } from "./found-part";
import { birthWords, cardWords, caseWords, dayWords, numberWords, passportWords, phoneWords } from "./labelled-words";

const between = `[ :.,=#()\\-]{0,4}(?:${anyOf(numberWords)}[ :.=#()\\-]{0,4}){0,2}`;
const sure = `[ :.,=#()\\-]{0,4}(?:${anyOf(numberWords)}[ :.=#()\\-]{0,4}){1,2}`;
const labelled = (words: readonly string[], number: string, gap = between) =>
  new RegExp(`${anyOf(words)}${gap}(?<number>${number})`, "giu");

const digits = "\\d(?:[ \\-/.]?\\d){5,18}(?: ?[Xx](?![\\p{L}\\d]))?(?!\\d)";
/** The day, the month and the year: 12/03/2001, 2001-03-12, 12 March 2001, March 12, 2001, 12 มีนาคม 2544, 2001年3月12日. */
const date = [
  "\\d{1,2} ?[-/. ] ?\\d{1,2} ?[-/. ] ?(?:\\d{4}|\\d\\d)(?!\\d)",
  "\\d{4}[-/. ]\\d{1,2}[-/. ]\\d{1,2}(?!\\d)",
  "\\d{1,2}(?!\\d)[^\\d\\n]{1,24}(?:\\d{1,2}(?!\\d)[^\\d\\n]{1,16})?(?:18|19|20|24|25)\\d\\d(?!\\d)",
  "(?:18|19|20|24|25)\\d\\d[^\\d\\n]{1,12}\\d{1,2}[^\\d\\n]{1,12}\\d{1,2}(?!\\d)",
  "[A-Za-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)",
].join("|");
const upToDate = `[^\\p{L}\\p{M}\\d\\n]{0,5}(?:${anyOf(dayWords)}[^\\p{L}\\p{M}\\d\\n]{0,4}){0,2}`;
/** `born in Bokeo on 12 March 2001`: the place stands between. */
const bornThere =
  /(?<![\p{L}])born (?:in|at|near)(?: [\p{L}\p{M}-]{1,20}){1,4},? on (?<number>(?:the )?\d{1,2}(?:st|nd|rd|th)?[^\d\n]{1,16}\d{4})(?!\d)/giu;

const patterns: readonly [BlockedKind, RegExp][] = [
  ["passport", labelled(passportWords, "[A-Z]{1,2}[ -]?\\d(?: ?\\d){4,8}(?!\\d)")],
  ["passport", labelled(passportWords, "\\d(?: ?\\d){5,8}(?!\\d)", sure)],
  ["identityCard", labelled(cardWords, `(?:[A-Z]{1,3}[ -]?)?${digits}`, sure)],
  [
    "identityCard",
    labelled(
      cardWords.filter((word) => !/^(id|identity)$/.test(word)),
      digits,
    ),
  ],
  ["caseNumber", labelled(caseWords, "(?:[\\p{L}\\p{M}]{1,6}[ .\\-/]{0,2}){0,2}\\d(?:[\\-/.]?\\d)*")],
  ["birthDate", labelled(birthWords, date, upToDate)],
  ["birthDate", bornThere],
];
const phone = labelled(phoneWords, "\\+?\\(?\\d(?:[ .()\\-_]{0,2}\\d){5,14}(?!\\d)");

// Numbers whose form is said by no word: as the six countries print them.
const forms: readonly [BlockedKind, RegExp][] = [
  ["passport", /(?<![\p{L}\d/.-])(?:[A-Z]\d{7,8}|[A-Z]{2}\d{7}|M[A-Z]\d{6})(?![\p{L}\d])/gu],
  // Myanmar: 12/ABC(N)123456.
  ["identityCard", /(?<!\d)1?\d ?\/ ?[\p{L}\p{M}][\p{L}\p{M} ]{1,24}\( ?[\p{L}\p{M}]{1,12} ?\) ?\d(?: ?\d){5}(?!\d)/gu],
  // China: （2016）京0105刑初123号.
  ["caseNumber", /\((?:19|20)\d\d\) ?\p{Script=Han}{1,4}\d{0,6}\p{Script=Han}{1,6}\d{1,6}号/gu],
];

/** Numbers known by the word before them, and those of a form that nothing else has. `covered` hides what passes. */
export function findLabelled(folded: string, covered: string): FoundPart<BlockedKind>[] {
  return [
    ...[...patterns, ...forms].flatMap(([kind, pattern]) =>
      all(kind, pattern, kind === "birthDate" ? folded : withoutLinks(folded)),
    ),
    ...all("phone", phone, covered),
  ];
}

/** Addresses of documents have letters and digits side by side. */
const withoutLinks = (folded: string) =>
  folded.replace(/(?:https?:\/\/|www\.)[^\s<>"]+/giu, (link) => "\ue000".repeat(link.length));

const all = <K extends BlockedKind>(kind: K, pattern: RegExp, text: string): FoundPart<K>[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index, groups }) => {
    const end = index + found.length;
    return { kind, start: end - (groups?.number ?? found).length, end };
  });
