"use client";

// A client component for its size only: it needs its language and address, not seven links, to cross to the browser.

import { Icon } from "@/components/ui/icon";
import { type Locale, locales, nativeNames } from "@/lib/i18n/routing";
import { KeptQuery } from "./kept-query";
import { useDismissal } from "./use-dismissal";

/** @param path the page's address after the language, as in `/spaiv/indicators`; the same page opens in the other language. */
export function LanguageMenu({ locale, path, label }: { locale: Locale; path: string; label: string }) {
  const menu = useDismissal<HTMLDetailsElement>();
  return (
    <details ref={menu} className="menu">
      <summary>
        <Icon name="globe" />
        <span className="vh">{label}</span>
        <span>{nativeNames[locale]}</span>
        <Icon name="chevronDown" />
      </summary>
      <KeptQuery>
        <ul className="menu-list">
          {locales.map((other) => (
            <li key={other}>
              <a
                lang={other}
                hrefLang={other}
                href={`/${other}${path}`}
                aria-current={other === locale ? "true" : undefined}
              >
                {nativeNames[other]}
              </a>
            </li>
          ))}
        </ul>
      </KeptQuery>
    </details>
  );
}
