// Years as readers of the region write them: in digits of their own, and in Thai counted in the Buddhist era.

/** The digits 0 of Thai, Lao, Myanmar, Shan (Myanmar) and Khmer; the other nine follow each. */
const zeros = [0x0e50, 0x0ed0, 0x1040, 0x1090, 0x17e0];
const localDigit = /[\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u1090-\u1099\u17e0-\u17e9]/g;

const western = (digit: string) => {
  const code = digit.charCodeAt(0);
  return String(code - (zeros.find((zero) => code >= zero && code <= zero + 9) ?? 0x30));
};

/** `๒๕๕๙` -> `2559`. */
export const westernDigits = (text: string): string => text.replace(localDigit, western);

/** So many years before the common era the Buddhist one began. */
const yearsBefore = 543;
/** The years of the common era that reports may speak of: no year of one era is read as one of the other. */
const [first, last] = [1900, 2099];
const isCommon = (year: number) => year >= first && year <= last;

/** 2016 -> 2559. */
export const buddhistYear = (year: number): number => year + yearsBefore;

/** In western digits, with years of the Buddhist era as those of the common one: `๒๕๕๙ (ม.ค.)` -> `2016 (ม.ค.)`. */
export const inCommonEra = (text: string): string =>
  westernDigits(text).replace(/(?<!\d)\d{4}(?!\d)/g, (found) => {
    const year = Number(found) - yearsBefore;
    return isCommon(year) ? String(year) : found;
  });

/** A year in the other era, `2559` of `2016` and `2016` of `2559`; null of any other text. */
export function yearInOtherEra(text: string): string | null {
  if (!/^\d{4}$/.test(text)) return null;
  const common = inCommonEra(text);
  if (common !== text) return common;
  return isCommon(Number(text)) ? String(buddhistYear(Number(text))) : null;
}
