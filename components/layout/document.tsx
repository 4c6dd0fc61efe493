import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { preloadLetters } from "./preload-letters";

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
