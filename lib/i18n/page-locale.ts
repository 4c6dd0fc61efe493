import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { isLocale, type Locale, spokenLocale } from "./routing";

/**
 * The language in a public page's address, which next-intl then uses without reading a request.
 * Its messages, numbers and dates are those of the language that the page really speaks.
 * @throws Next's "not found" for an address without a language
 */
export function pageLocale(segment: string): Locale {
  if (!isLocale(segment)) notFound();
  setRequestLocale(spokenLocale(segment));
  return segment;
}
