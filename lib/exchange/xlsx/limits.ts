import { isDecimal } from "@/lib/domain/values/rational";
import { fileText } from "../file-text";

// What a sheet can hold, and what a text or a number has to be to go in unchanged.

/** Rows of a sheet, its head included. */
export const mostRows = 1_048_576;
/** Characters (UTF-16) of a cell. */
const mostCharacters = 32_767;
const mostCharactersOfName = 31;
/** Digits of a number that a spreadsheet keeps. */
const mostDigits = 15;
/** Places that number formats are made for. */
export const mostPlaces = 14;

/** What spreadsheets read as one character by its number. */
const numberedCharacter = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * The text as a cell can hold it.
 * @throws RangeError if it is longer than a cell can be
 */
export function sheetText(text: string): string {
  const clean = fileText(text);
  if (clean.length > mostCharacters)
    throw new RangeError(
      `A cell holds ${mostCharacters} characters, and this text has ${clean.length}: "${clean.slice(0, 60)}…"`,
    );
  return clean;
}

/** The text with the spelling of numbered characters undone: "_x0041_" stays what it is, and isn't "A". */
export const spelledOut = (text: string): string => text.replace(numberedCharacter, "_x005F_");

/**
 * A number that keeps every digit of the decimal, and how many places it has; null where there is none: a code with a
 * leading zero, more digits than a spreadsheet keeps, a negative zero.
 */
export function exactNumber(decimal: string): { value: number; places: number } | null {
  if (!isDecimal(decimal)) return null;
  const places = decimal.split(".")[1]?.length ?? 0;
  if (places > mostPlaces || decimal.replace(/[-.]/g, "").length > mostDigits) return null;
  const value = Number(decimal);
  return value.toFixed(places) === decimal && !Object.is(value, -0) ? { value, places } : null;
}

/** A day as every program shows it, whatever its country. */
export const dateFormat = "yyyy-mm-dd";

/** The first day that Excel and all others number alike: it takes 1900 for a leap year. */
const firstDay = 61;
const dayLength = 24 * 60 * 60 * 1000;

/** The number that spreadsheets have for a day (`2017-05-12`); null for what is none, or is before March of 1900. */
export function dayNumber(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) return null;
  const number = (moment.getTime() - Date.UTC(1899, 11, 30)) / dayLength;
  return number < firstDay ? null : number;
}

/** `0.00`, `#,##0.0` */
export const numberFormat = (places: number, isGrouped: boolean): string =>
  `${isGrouped ? "#,##0" : "0"}${places > 0 ? `.${"0".repeat(places)}` : ""}`;

/** Forbidden in the name of a sheet. */
const forbidden = /[[\]:*?/\\]/g;

/** Names as sheets can have them: short enough, without forbidden characters, each different, in the same order. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(["history"]);
  return wanted.map((name) => {
    const clean =
      sheetText(name)
        .replace(forbidden, " ")
        .replace(/\s+/g, " ")
        .replace(/^['\s]+|['\s]+$/g, "") || "-";
    for (let number = 1; ; number++) {
      const ending = number === 1 ? "" : ` ${number}`;
      const candidate = shortened(clean, mostCharactersOfName - ending.length) + ending;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Cut between characters, never within one; without an apostrophe at its new end. */
function shortened(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/['\s]+$/, "");
}
