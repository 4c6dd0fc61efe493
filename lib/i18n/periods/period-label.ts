import { buddhistYear, inCommonEra } from "@/lib/domain/years";
import { type Locale, locales } from "../routing";

/**
 * A reporting period by the name that readers of a language know, made of its code alone: a code stays as it is in
 * addresses, forms' values and files for machines, and never stands before a reader (docs/decisions/0026).
 */

type Part = "first" | "second";

interface PeriodNames {
  half: (part: Part, year: number) => string;
  quarter: (number: string, year: number) => string;
}

const names: Record<Locale, PeriodNames> = {
  en: {
    half: (part, year) => (part === "first" ? `H1 ${year}` : `H2 ${year}`),
    quarter: (number, year) => `Q${number} ${year}`,
  },
  km: {
    half: (part, year) => `ឆមាសទី${part === "first" ? 1 : 2} ឆ្នាំ${year}`,
    quarter: (number, year) => `ត្រីមាសទី${number} ឆ្នាំ${year}`,
  },
  lo: {
    half: (part, year) => (part === "first" ? `6 ເດືອນຕົ້ນປີ ${year}` : `6 ເດືອນທ້າຍປີ ${year}`),
    quarter: (number, year) => `ໄຕມາດ ${number} ປີ ${year}`,
  },
  my: {
    half: (part, year) => (part === "first" ? `${year} ပထမနှစ်ဝက်` : `${year} ဒုတိယနှစ်ဝက်`),
    quarter: (number, year) => `${year} သုံးလပတ် ${number}`,
  },
  th: {
    half: (part, year) => (part === "first" ? `ครึ่งปีแรก ${year}` : `ครึ่งปีหลัง ${year}`),
    quarter: (number, year) => `ไตรมาส ${number}/${year}`,
  },
  vi: {
    half: (part, year) => (part === "first" ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`),
    quarter: (number, year) => `quý ${number}/${year}`,
  },
  zh: {
    half: (part, year) => (part === "first" ? `${year}年上半年` : `${year}年下半年`),
    quarter: (number, year) => `${year}年第${number}季度`,
  },
};

/** A year, half-year or quarter of the common era; what a secretariat named otherwise keeps its name. */
const known = /^((?:19|20)\d\d)(?:-(?:H([12])|Q([1-4])))?$/;

/** `2016`, `H1 2016`, `Q3 2016` in English; `2559`, `ครึ่งปีแรก 2559`, `ไตรมาส 3/2559` in Thai. */
export function periodLabel(language: Locale, code: string): string {
  const [, digits, half, quarter] = known.exec(code) ?? [];
  if (digits === undefined) return code;
  const year = language === "th" ? buddhistYear(Number(digits)) : Number(digits);
  if (half) return names[language].half(half === "1" ? "first" : "second", year);
  return quarter ? names[language].quarter(quarter, year) : String(year);
}

/** The label with the code behind it where they differ: `2559 (2016)`, for whoever takes a file that says 2016. */
export function periodLabelWithCode(language: Locale, code: string): string {
  const label = periodLabel(language, code);
  return label === code ? code : `${label} (${code})`;
}

/** What stands around a year where it is written out: the word for year, and names of eras. */
const eras = /ปี|พ\.? ?ศ\.?|ค\.? ?ศ\.?|\b(?:year|b\.? ?e\.?|c\.? ?e\.?|a\.? ?d\.?)(?!\p{L})/giu;

const compared = (text: string) =>
  inCommonEra(text.normalize("NFKC")).replace(eras, "").replace(/\s/g, "").toLowerCase();

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
