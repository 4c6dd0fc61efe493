import { onceEach } from "./once-each";
import { periodLabel, periodLabelWithCode } from "./periods/period-label";
import { type Locale, spokenLocale } from "./routing";

/**
 * Day before month in English, as the region writes it; values everywhere in the digits that codes and files use. Calendar and
 * digits are named: what a language takes by itself differs from one server or browser to another.
 */
const tags: Record<Locale, string> = {
  en: "en-GB-u-ca-gregory-nu-latn",
  km: "km-KH-u-ca-gregory-nu-latn",
  lo: "lo-LA-u-ca-gregory-nu-latn",
  my: "my-MM-u-ca-gregory-nu-latn",
  th: "th-TH-u-ca-buddhist-nu-latn",
  vi: "vi-VN-u-ca-gregory-nu-latn",
  zh: "zh-CN-u-ca-gregory-nu-latn",
};

export interface Formats {
  /** For `Intl`. */
  tag: string;
  /** `14 June 2018`, from `2018-06-14`; in Thai in the Buddhist era. */
  day: (date: string) => string;
  /** `14–16 February 2012`; of one day that day. */
  days: (from: string, until: string) => string;
  /** `2018`, in Thai `2561`. */
  year: (date: string) => string;
  /** A period, or its code, by the name that a reader knows: `2018`, `H1 2018`; in Thai `2561`. */
  period: (period: string | { code: string }) => string;
  /** The same with its code behind it where they differ: in Thai `2561 (2018)`, beside a file that says 2018. */
  periodWithCode: (period: string | { code: string }) => string;
  number: (count: number) => string;
  /** `Cambodia, China and Viet Nam`. */
  list: (names: readonly string[]) => string;
  /** A list of names of reporting units: on a page, no line's end cuts one in two. */
  units: (names: readonly string[]) => string;
}

/** Of a page: in the language in which it really speaks. */
export const formatsOf = onceEach((locale: Locale): Formats => {
  const formats = formatsIn(spokenLocale(locale));
  return { ...formats, units: (names) => formats.list(names.map(uncut)) };
});

/**
 * Thai is written without spaces, and browsers end its lines by a dictionary that takes Myanmar's name for two words, of which
 * the first means wife. A word joiner before each syllable forbids it.
 */
const uncut = (name: string) =>
  name.replace(/(?<=[\u0e01-\u0e3a\u0e45-\u0e4e])(?=[\u0e01-\u0e2e\u0e40-\u0e44])/g, "\u2060");

const codeOf = (period: string | { code: string }) => (typeof period === "string" ? period : period.code);

/** Of a language, whether or not pages speak it. */
export const formatsIn = onceEach((language: Locale): Formats => {
  const tag = tags[language];
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(tag, { year: "numeric", timeZone: "UTC" });
  const number = new Intl.NumberFormat(tag);
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const listed = (names: readonly string[]) => apart(list.format(names));
  // Only the number of the year: what stands around it differs from sentence to sentence.
  const yearOf = (date: string) => year.formatToParts(new Date(date)).find(({ type }) => type === "year")?.value ?? "";
  const days = (from: string, until: string) => {
    if (from === until) return day.format(new Date(from));
    // Node puts thin spaces around the dash and browsers don't: a page says the same on both sides.
    const range = day.formatRange(new Date(from), new Date(until)).replace(/\s–\s/, " – ");
    // Between two numbers of one month the dash stands close, as in `2015–2018`.
    return from.slice(0, 7) === until.slice(0, 7) ? range.replace(/(?<=\d)\s–\s(?=\d)/, "–") : range;
  };
  return {
    tag,
    day: (date) => day.format(new Date(date)),
    days,
    year: yearOf,
    period: (period) => periodLabel(language, codeOf(period)),
    periodWithCode: (period) => periodLabelWithCode(language, codeOf(period)),
    number: (count) => number.format(count),
    list: listed,
    units: listed,
  };
});

/** Between a Latin letter and one of a script that is written without spaces stands one: `y และ b`. */
const apart = (text: string) =>
  text.replace(
    /(?<=[\p{Script=Latin}\d])(?=[\p{Script=Thai}\p{Script=Myanmar}])|(?<=[\p{Script=Thai}\p{Script=Myanmar}])(?=[\p{Script=Latin}\d])/gu,
    " ",
  );
