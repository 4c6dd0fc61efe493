import { anyOf, foldText } from "./folded-text";
import { apart, type BlockedKind, type FoundPart, type WarnedKind } from "./found-part";
import { findLabelled } from "./labelled-numbers";
import { coverPassing, isMoney } from "./passing-numbers";
import { findCommonNames, findNames } from "./person-names";

const at = /@| ?[([{] ?(?:at|AT) ?[)\]}] ?/gu;
const local = /[\p{L}\p{M}\d._%+'-]{1,64} ?$/u;
const dot = "(?:\\.| ?[([{] ?(?:dot|DOT) ?[)\\]}] ?)";
const label = "[\\p{L}\\p{M}\\d-]{1,63}";
const domain = new RegExp(`^ ?${label}(?:${dot}${label}){0,5}${dot}(?=\\p{L}{2})${label}`, "u");
/** Addresses that lead to somebody's telephone. */
const chat = /(?:wa\.me\/|(?:api\.)?whatsapp\.com\/send\S{0,20}phone=|t\.me\/)\+?\d{7,15}/giu;

/** E-mail addresses, also as `name (at) ministry (dot) org`. */
function findAddresses(folded: string): FoundPart<"email" | "phone">[] {
  const found: FoundPart<"email" | "phone">[] = [];
  for (const { 0: sign, index } of folded.matchAll(at)) {
    const before = local.exec(folded.slice(Math.max(0, index - 65), index));
    const behind = domain.exec(folded.slice(index + sign.length, index + sign.length + 200));
    if (!before || !behind) continue;
    found.push({
      kind: "email",
      start: index - before[0].length,
      end: index + sign.length + behind[0].length,
    });
  }
  for (const { 0: all, index } of folded.matchAll(chat))
    found.push({ kind: "phone", start: index, end: index + all.length });
  return found;
}

/** Digits with at most three signs between two of them. */
const run = /\+?\(?\d(?:[ .()\-_]{0,3}\d)*/gu;
const mostDigits = 19;

interface Group {
  digits: string;
  start: number;
  end: number;
  /** Another number may begin here. */
  isCut: boolean;
}

function groupsOf(text: string, from: number): Group[] {
  return [...text.matchAll(/([^\d]*)(\d+)/gu)].map(({ 0: all, 1: between = "", 2: digits = "", index }) => ({
    digits,
    start: from + index + between.length,
    end: from + index + all.length,
    isCut: /[ _]/.test(between) || index === 0,
  }));
}

/** Numbers that are telephones or identity cards by their own form, in a text whose passing numbers are covered. */
function findNumbers(covered: string): FoundPart<"phone" | "identityCard">[] {
  const found: FoundPart<"phone" | "identityCard">[] = [];
  for (const { 0: all, index } of covered.matchAll(run)) {
    const groups = groupsOf(all, index);
    // China's last sign may be an X.
    const next = covered[index + all.length];
    const last = groups.at(-1)!;
    if ((next === "X" || next === "x") && !/[\p{L}\d]/u.test(covered[index + all.length + 1] ?? "")) {
      last.digits += "X";
      last.end += 1;
    }
    for (let i = 0; i < groups.length; i++) {
      if (!groups[i]!.isCut) continue;
      const taken = longestFrom(groups, i, covered, i === 0 && all.startsWith("+"));
      if (!taken) continue;
      found.push({ kind: taken.kind, start: i === 0 ? index : groups[i]!.start, end: groups[taken.to]!.end });
      i = taken.to;
    }
  }
  return found;
}

// What the digits of a number say of it. Sources: ITU E.164 and the numbering plans of the six countries; GB 11643-1999
// (China); the Thai ID's check digit; Viet Nam's Circular 07/2016/TT-BCA (12 digits that begin with the province).

/** A number as it was written: its digits, by the groups that spaces, dashes and dots make. */
interface WrittenNumber {
  hasPlus: boolean;
  groups: readonly string[];
}

/** China's mobile numbers are written whole or in groups; eleven digits of something else rarely are. */
const mobileGroups = new Set(["11", "3-4-4", "3-8", "7-4", "4-4-3", "4-3-4", "3-3-5"]);

/** Country codes without a plus sign, before digits that such a country has. */
const withCountryCode =
  /^(?:8550?[1-9]\d{7,8}|856(?:20\d{7,8}|30\d{7}|[2-9]\d{7})|660?[2-9]\d{7,8}|840?[235789]\d{8,9}|959\d{7,9}|861[3-9]\d{9})$/;

const isSpelt = (groups: readonly string[]) => groups.length > 1 && groups.every(({ length }) => length === 1);

function isPhone({ hasPlus, groups }: WrittenNumber): boolean {
  const digits = groups.join("");
  const singles = groups.filter(({ length }) => length === 1).length;
  // A row of small counts is no telephone; digits one by one are.
  if (!isSpelt(groups) && (groups.length > 7 || singles > 1 || (groups[0] === "0" && !hasPlus))) return false;
  if (hasPlus) return /^[1-9]\d{8,14}$/.test(digits);
  if (/^00[1-9]\d{9,12}$/.test(digits) || /^0[1-9]\d{7,9}$/.test(digits)) return true;
  // China: the city's code, then eight digits.
  const [area = "", ...rest] = groups;
  if (groups.length <= 3 && /^0[1-9]\d{1,2}$/.test(area) && /^\d{7,8}$/.test(rest.join(""))) return true;
  const isGrouped = groups.length > 1 && groups.slice(1).every(({ length }) => length === 3);
  if (withCountryCode.test(digits) && !isGrouped) return true;
  const shape = groups.map(({ length }) => length).join("-");
  return /^1[3-9]\d{9}$/.test(digits) && (mobileGroups.has(shape) || isSpelt(groups));
}

function isThaiId(digits: string): boolean {
  if (!/^[1-8]\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (13 - i);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

function isChineseId(digits: string): boolean {
  const [, month, day] = /^[1-9]\d{5}(?:18|19|20)\d\d(\d\d)(\d\d)\d{3}[\dX]$/.exec(digits) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return "10X98765432"[sum % 11] === digits[17];
}

const isVietnameseId = (digits: string) => {
  const province = Number(digits.slice(0, 3));
  return /^0\d\d[0-3]\d{8}$/.test(digits) && province >= 1 && province <= 96;
};

const isInThrees = (groups: readonly string[]) => groups.length === 1 || groups.every(({ length }) => length === 3);

/** A card number that says so itself, by its check digit or its form; others are known by the word before them. */
function isIdentityNumber({ hasPlus, groups }: WrittenNumber): boolean {
  const digits = groups.join("");
  if (hasPlus || (groups.length > 6 && !isSpelt(groups))) return false;
  return isThaiId(digits) || isChineseId(digits) || (isVietnameseId(digits) && (isInThrees(groups) || isSpelt(groups)));
}

function longestFrom(groups: readonly Group[], from: number, text: string, hasPlus: boolean) {
  let length = 0;
  let best: { kind: "phone" | "identityCard"; to: number } | null = null;
  for (let to = from; to < groups.length; to++) {
    length += groups[to]!.digits.length;
    if (length > mostDigits) break;
    if (groups[to + 1]?.isCut === false) continue;
    const of = groups.slice(from, to + 1);
    const written = { hasPlus, groups: of.map(({ digits }) => digits) };
    // Of a longer row of single digits, some are no number of their own.
    const isPartOfRow = of.every(({ digits }) => digits.length === 1) && of.length < groups.length;
    if (isPartOfRow) continue;
    const isAmount = !hasPlus && of[0]!.digits[0] !== "0" && isMoney(text, of[0]!.start, of.at(-1)!.end);
    if (isIdentityNumber(written)) best = { kind: "identityCard", to };
    else if (!isAmount && isPhone(written)) best = { kind: "phone", to };
  }
  return best;
}

/**
 * What must not stand in a text that may become public: what reaches a person, or says who they are. However it is typed:
 * digits of any script, invisible signs and odd dashes change nothing. Takes time in proportion to the text's length.
 * @returns places in the text as it was written, from its beginning on, none over another
 */
export function blockedParts(written: string): FoundPart<BlockedKind>[] {
  const { text, startOf, endOf } = foldText(written);
  const addresses = findAddresses(text);
  if (addresses.length === 0 && !/\d/.test(text)) return [];
  const covered = coverPassing(text);
  const found = [...addresses, ...findLabelled(text, covered), ...findNumbers(covered)];
  return apart(found).map((part) => ({ kind: part.kind, start: startOf(part.start), end: endOf(part.end - 1) }));
}

const alone = "(?<![\\d.,/-])[1-4](?![\\d.,/:%-]?\\d|%)";
/** One to four people, in words of each language. */
const counts = [
  "(?<![\\p{L}\\p{M}])(?:one|two|three|four|NUMBER) (?:[\\p{L}-]{1,20} ){0,3}?(?:girls?|boys?|women|woman|men|man|child|children|victims?|survivors?|minors?|persons?|people|nationals?|workers?|migrants?|females?|males?|teenagers?|infants?|others?|sisters?|brothers?|mothers?|daughters?|sons?)(?![\\p{L}])",
  "(?<![\\p{L}\\p{M}])(?:một|hai|ba|bốn|NUMBER) (?:[\\p{L}\\p{M}-]{1,12} ){0,2}?(?:em|cháu|bé|người|nạn nhân|phụ nữ|trẻ em|trẻ|cô gái|nam|nữ)(?![\\p{L}])",
  "(?:หนึ่ง|สอง|สาม|สี่|NUMBER) ?(?:คน|ราย)",
  "(?:ໜຶ່ງ|ສອງ|ສາມ|ສີ່|NUMBER) ?(?:ຄົນ)",
  "(?:មួយ|ពីរ|បី|បួន|NUMBER) ?(?:នាក់)",
  "(?:တစ်|နှစ်|သုံး|လေး|NUMBER) ?(?:ဦး|ယောက်)",
  "(?:[一两二三四]|NUMBER) ?(?:[名位个](?:[\\p{Script=Han}\\d]{0,8}?)(?:女|男|儿童|孩|人|者|妇|公民|工)|人)",
].map((pattern) => new RegExp(normal(pattern).replace("NUMBER", alone), "giu"));

/** What, with so few, tells who they are. */
const beside = new RegExp(
  [
    "(?<![\\p{L}])ages? \\d|(?<![\\p{L}])aged (?:of )?(?:about )?\\d|\\d{1,2}[- ]years?[- ](?:old|of age)|(?<![\\p{L}])(?:girls?|boys?|women|woman|men|man|child|children|victims?|survivors?|persons?) of \\d{1,2}(?!\\d)|\\d{1,2} tuổi|\\d{1,2} ?岁",
    "(?:อายุ|អាយុ|ອາຍຸ|အသက်) ?(?:ប្រហែល |ประมาณ )?\\d",
    anyOf(["province", "district", "village", "township", "commune", "tỉnh", "huyện", "xã", "quận", "quốc tịch"]),
    "จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|สัญชาติ|ชาวกัมพูชา|ชาวลาว|ชาวเมียนมา|ชาวพม่า|ชาวเวียดนาม|ชาวจีน|ชาวไทย|省|市|县|村|籍|来自",
    "ខេត្ត|ស្រុក|ភូមិ|សញ្ជាតិ|ជនជាតិ|ແຂວງ|ເມືອງ|ບ້ານ|ສັນຊາດ|ຊາວ|ပြည်နယ်|မြို့|ရွာ|နိုင်ငံသား|ခရိုင်",
    anyOf([
      "cambodian",
      "khmer",
      "lao",
      "laotian",
      "thai",
      "vietnamese",
      "viet namese",
      "chinese",
      "burmese",
      "myanmar",
      "rohingya",
      "shan",
      "hmong",
      "karen",
      "người lào",
      "người thái",
      "người việt",
      "người campuchia",
    ]),
  ]
    .map(normal)
    .join("|"),
  "iu",
);
/** A name of a place in English and Vietnamese begins with a capital. */
const place =
  /(?<![\p{L}])(?:[Ff]rom|[Ii]n|[Aa]t|[Nn]ear|[Tt]ừ|Ở|ở|[Tt]ại) (?!Goal|Article|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}\p{L}/u;
const lone =
  /(?<![\p{L}\d-])\d{1,2}[- ]years?[- ](?:old|of age)(?![\p{L}])|(?<![\p{L}])an? (?:\p{Ll}+ )?(?:girl|boy|woman|man|child|victim|survivor) of \d{1,2}(?![\d,.]\d|\d)/giu;
/** As far as somebody reads two words as one. */
const reach = 60;

function normal(pattern: string): string {
  return pattern.normalize("NFKC");
}

/** One to four people beside an age, a place or a citizenship, and a single person's age. */
function findSmallCounts(folded: string): FoundPart<"smallCount">[] {
  const part = (start: number, length: number) => ({ kind: "smallCount" as const, start, end: start + length });
  const found = counts.flatMap((pattern) =>
    [...folded.matchAll(pattern)].flatMap(({ 0: all, index }) => {
      const before = folded
        .slice(Math.max(0, index - reach), index)
        .split(/[.!?;\n。]/)
        .at(-1)!;
      const behind = folded.slice(index, index + all.length + reach).split(/[.!?;\n。]/)[0]!;
      return beside.test(before + behind) || place.test(behind) || place.test(before) ? [part(index, all.length)] : [];
    }),
  );
  return [...found, ...[...folded.matchAll(lone)].map(({ 0: all, index }) => part(index, all.length))];
}

/** What may tell who somebody is, and may not: whoever wrote it looks at it again. Places as `blockedParts` gives them. */
export function warnedParts(written: string): FoundPart<WarnedKind>[] {
  const { text, startOf, endOf } = foldText(written);
  return apart([...findSmallCounts(text), ...findNames(text), ...findCommonNames(text)]).map(
    ({ kind, start, end }) => ({
      kind,
      start: startOf(start),
      end: endOf(end - 1),
    }),
  );
}
