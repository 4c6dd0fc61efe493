import { foldText } from "./folded-text";
import type { FoundPart } from "./found-part";
import { findNames } from "./person-names";

// Of young people nothing is told by which one of them could be found: no name, and no school. Stricter than what all words are
// held to, for who speaks here may be a child.

export const youngKinds = ["personName", "school"] as const;
export type YoungKind = (typeof youngKinds)[number];

const age = "(?:[5-9]|1\\d|2[0-5])";
/** Words with a capital that name nobody. */
const noName = `
  Goal Output Outcome Article Section Target Indicator Recommendation Grade Class Year Age Ages Aged Under Over
  Until From Between The We Our Young Youth Everyone Everybody Anyone Anybody Nobody Someone Children Girls Boys
  People Students If When In At On And Of Nam PDR Mekong Forum Cambodia China Lao Laos Myanmar Thailand Viet
  Vietnam Việt Thái Lào Trung Cam Cambodian Chinese Laotian Burmese Thai Vietnamese Khmer Hmong Karen Shan ASEAN
  SOM January February March April May June July August September October November December
`
  .trim()
  .split(/\s+/)
  .join("|");
const word = "\\p{Lu}[\\p{L}\\p{M}'-]+";
const name = `(?!(?:${noName})(?![\\p{L}\\p{M}]))${word}(?: ${word}){0,3}`;
const begins = "(?<![\\p{L}\\p{M}])";

const names = [
  // Linh, a 15-year-old; Linh is 15 years old; Linh, aged 15; Linh 15 tuổi.
  `${begins}${name},? (?:who is |is |was |now )?(?:an? )?\\(?${age}(?:[- ]years?| tuổi)`,
  `${begins}${name},? (?:who is |is |was )?(?:aged|age) ${age}(?!\\d)`,
  // Linh, 15, says; Linh (15).
  `${begins}${name}, ${age}(?=[,.;:)]| from | who |$)`,
  `${begins}${name} \\(${age}\\)`,
  `(?<!\\d)${age}[- ]years?[- ]old (?:\\p{Ll}+ )?${name}`,
  `${begins}(?:friend|classmate|cousin|student|pupil|girl|boy|sister|brother|daughter|son),? ${name}`,
  `${begins}(?:[Bb]ạn|[Ee]m|[Cc]háu) ${name}`,
  `(?:น้อง|เด็กหญิง|เด็กชาย|ชื่อ) ?(?!ๆ|ที่|ซึ่ง|ผู้|สาว|ชาย)\\p{Script=Thai}{2,30},? ?(?:วัย|อายุ) ?\\d`,
  `(?:ນ້ອງ|ຊື່) ?(?!ໆ|ທີ່|ສາວ|ຊາຍ)\\p{Script=Lao}{2,30},? ?ອາຍຸ ?\\d`,
  `(?:မောင်|ကို|အမည်) ?\\p{Script=Myanmar}{2,30}[, ၊]{0,2}အသက် ?\\d`,
  `小\\p{Script=Han}[,( ]{0,2}${age}岁|(?:名叫|叫做?)\\p{Script=Han}{2,3}[,( ]{0,2}${age}岁`,
].map((pattern) => new RegExp(pattern.normalize("NFKC"), "gu"));

const schools = [
  `${begins}(?!(?:The|A|An|Every|Each|Our|All|Any|Some|No|In|At|Primary|Secondary|High|Middle|Lower|Upper|Boarding|Public|Sunday) )(?:${word}\\.? ){1,4}(?:School|College|Academy|Lycée)(?![\\p{L}])`,
  `[Tt]rường (?:THCS|THPT|Tiểu học|tiểu học|Trung học(?: cơ sở| phổ thông)?|trung học(?: cơ sở| phổ thông)?) \\p{Lu}\\p{L}+`,
  "โรงเรียน(?:วัด|บ้าน|อนุบาล|เทศบาล)\\p{Script=Thai}{2,}",
  "\\p{Script=Han}{2,6}第[一二三四五六七八九十\\d]{1,3}(?:中学|小学)",
].map((pattern) => new RegExp(pattern.normalize("NFKC"), "gu"));

const found = <K extends YoungKind>(kind: K, patterns: readonly RegExp[], text: string): FoundPart<K>[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: all, index }) => ({ kind, start: index, end: index + all.length })),
  );

/** What names a young person, or a school: places in the text as it was written, from its beginning on. */
export function youngParts(written: string): FoundPart<YoungKind>[] {
  const { text, startOf, endOf } = foldText(written);
  return [...findNames(text), ...found("personName", names, text), ...found("school", schools, text)]
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => ({ kind, start: startOf(start), end: endOf(end - 1) }));
}
