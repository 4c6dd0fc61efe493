import { preload } from "react-dom";
import type { TranslatedLocale } from "@/lib/i18n/routing";

// The bundler knows each of these files by the address under which app/styles/base/fonts.css asks for it too.
const latin = [
  new URL("../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2", import.meta.url),
  new URL("../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2", import.meta.url),
];
const thai = [
  new URL("../../node_modules/@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff2", import.meta.url),
  new URL("../../node_modules/@fontsource/noto-sans-thai/files/noto-sans-thai-thai-600-normal.woff2", import.meta.url),
];

const letters: Record<TranslatedLocale, URL[]> = { en: latin, th: [...thai, ...latin] };

/**
 * Asks for the letters that a page of this language is written in before its styles are read. They are shown only if
 * they are there when the page is painted first: that is why they must come early.
 */
export function preloadLetters(locale: TranslatedLocale) {
  for (const { href } of letters[locale]) preload(href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
