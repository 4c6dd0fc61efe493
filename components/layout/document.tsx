import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { type Locale, spokenLocale, type TranslatedLocale } from "@/lib/i18n/routing";

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
function preloadLetters(locale: TranslatedLocale) {
  for (const { href } of letters[locale]) preload(href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}

/** The document around every page. Its language is the one that the page really speaks. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  const t = useTranslations("common");
  preloadLetters(spokenLocale(locale));
  return (
    <html lang={spokenLocale(locale)}>
      <body>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        {children}
      </body>
    </html>
  );
}
