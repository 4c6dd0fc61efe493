import { buddhistYear, inCommonEra } from "@/lib/domain/years";
import { type Locale, locales } from "../routing";

/**
 * A reporting period by the name that readers of a language know, made of its code alone: a code stays as it is in
 * addresses, forms' values and files for machines, and never stands before a reader (docs/decisions/0026).
 */

interface PeriodNames {
  /** Of the first half and the second. */
  halves: readonly [string, string];
  quarter: (number: number) => string;
  of: (part: string, year: number) => string;
}

const behind = (part: string, year: number) => `${year} (${part})`;
const before = (part: string, year: number) => `${part} ${year}`;
const burmeseOrdinals = ["ပထမ", "ဒုတိယ", "တတိယ", "စတုတ္ထ"];

/** Sentences of most languages have the word for year beside a period, and so its number stands on that side. */
const names: Record<Locale, PeriodNames> = {
  en: { halves: ["H1", "H2"], quarter: (number) => `Q${number}`, of: before },
  km: { halves: ["ឆមាសទី 1", "ឆមាសទី 2"], quarter: (number) => `ត្រីមាសទី ${number}`, of: behind },
  lo: { halves: ["6 ເດືອນຕົ້ນປີ", "6 ເດືອນທ້າຍປີ"], quarter: (number) => `ໄຕມາດ ${number}`, of: behind },
  my: {
    halves: ["ပထမနှစ်ဝက်", "ဒုတိယနှစ်ဝက်"],
    quarter: (number) => `${burmeseOrdinals[number - 1]}သုံးလပတ်`,
    of: before,
  },
  th: { halves: ["ครึ่งปีแรก", "ครึ่งปีหลัง"], quarter: (number) => `ไตรมาส ${number}`, of: behind },
  vi: { halves: ["6 tháng đầu", "6 tháng cuối"], quarter: (number) => `quý ${number}`, of: behind },
  // A sentence goes on with 年: 2016上半年.
  zh: { halves: ["上半", "下半"], quarter: (number) => `Q${number}`, of: (part, year) => `${year}${part}` },
};

/** A year, half-year or quarter of the common era; what a secretariat named otherwise keeps its name. */
const known = /^((?:19|20)\d\d)(?:-(?:H([12])|Q([1-4])))?$/;

/** `2016`, `H1 2016`, `Q3 2016` in English; `2559`, `2559 (ครึ่งปีแรก)`, `2559 (ไตรมาส 3)` in Thai. */
export function periodLabel(language: Locale, code: string): string {
  const [, digits, half, quarter] = known.exec(code) ?? [];
  if (digits === undefined) return code;
  const year = language === "th" ? buddhistYear(Number(digits)) : Number(digits);
  const { halves, quarter: quarterOf, of } = names[language];
  if (half) return of(halves[half === "1" ? 0 : 1], year);
  return quarter ? of(quarterOf(Number(quarter)), year) : String(year);
}

/** The label with the code behind it where they differ: `2559 (2016)`, for whoever takes a file that says 2016. */
export function periodLabelWithCode(language: Locale, code: string): string {
  const label = periodLabel(language, code);
  return label === code ? code : `${label} (${code})`;
}

/** What stands around a year where it is written out: the word for year, and names of eras. */
const eras = /ปี|พ\.? ?ศ\.?|ค\.? ?ศ\.?|\b(?:year|b\.? ?e\.?|c\.? ?e\.?|a\.? ?d\.?)(?!\p{L})/giu;

/** The year and what stands around it, in whichever order: `ไตรมาส 3/2559` is `2559 (ไตรมาส 3)`. */
function compared(text: string): string {
  const said = inCommonEra(text.normalize("NFKC")).replace(eras, "").toLowerCase();
  const year = /(?<!\d)\d{4}(?!\d)/.exec(said);
  return year ? `${year[0]} ${said.replace(year[0], "").replace(/[\s()/,.-]/g, "")}` : said;
}

/**
 * Whether somebody who wrote the text means the period, as the head of a column does: its code, or its name in any language,
 * digits and era, `2016`, `๒๕๕๙`, `พ.ศ. 2559`, `2559 (2016)`, `ไตรมาส 3/2559`.
 */
export function namesPeriod(text: string, code: string): boolean {
  const said = compared(text);
  return locales.some((language) =>
    [periodLabel(language, code), periodLabelWithCode(language, code), code].some((name) => compared(name) === said),
  );
}
