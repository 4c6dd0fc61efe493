// Numbers that are nobody's: taken out before telephone and card numbers are looked for.

const year = "(?:19|20|24|25)\\d\\d";
/** Not the middle of a longer number, such as a telephone's. */
const fresh = "(?<![\\d+(][-. ()]?)(?<!\\d)";

const patterns = [
  // Addresses of documents. What of them says how to reach somebody is looked for before.
  /(?:https?:\/\/|www\.)[^\s<>"]+/giu,
  /(?<![\p{L}\d])(?:doi:? ?)?10\.\d{4,9}\/\S+/giu,
  /(?<![\p{L}\d])(?:isbn|issn)(?:-1[03])?[: ]{0,2}[\dxX](?:[ -]?[\dxX]){6,16}/giu,
  // 1,234,567 and 1.234.567,89; telephones begin with 0 or +.
  new RegExp(`${fresh}[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?(?![.,]?\\d)`, "gu"),
  new RegExp(`${fresh}[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?(?![-.,]?\\d)`, "gu"),
  /(?<![\d.])\d{1,12}(?:[.,]\d{1,12})? ?%/gu,
  new RegExp(`${fresh}0[.,]\\d+(?![-. ]?\\d)`, "gu"),
  // 2016-05-12, 12/05/2016, 1-15.02.2016, 2015-2018, 2015/16.
  new RegExp(`${fresh}${year}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)`, "gu"),
  new RegExp(`${fresh}(?:\\d{1,2} ?[-./] ?){2,4}${year}(?!\\d)`, "gu"),
  new RegExp(`${fresh}${year} ?[-/] ?(?:${year}|\\d\\d)(?![-. ]?\\d)`, "gu"),
];

/** In the place of a number that passes: no digit, no letter, nothing that stands between digits. */
const covered = "\ue000";

/** The same length, with numbers covered that name nobody: addresses of documents, amounts, shares, dates, years. */
export const coverPassing = (folded: string): string =>
  patterns.reduce((text, pattern) => text.replace(pattern, (found) => covered.repeat(found.length)), folded);

const currency =
  "(?:kip|riels?|baht|dong|đồng|vnd|usd|thb|lak|khr|mmk|kyats?|cny|rmb|yuan|dollars?|euros?|eur|us\\$|[$€£¥฿₫₭៛元]|บาท|ກີບ|រៀល|ကျပ်|ล้าน|ດອນ|ដុល្លារ|人民币)";
const before = new RegExp(`${currency} ?$`, "iu");
const behind = new RegExp(`^ ?(?:million |triệu |tỷ |ล้าน|万|亿)?${currency}`, "iu");

/** Whether money is named right beside that stretch. */
export const isMoney = (text: string, start: number, end: number): boolean =>
  before.test(text.slice(Math.max(0, start - 12), start)) || behind.test(text.slice(end, end + 24));
