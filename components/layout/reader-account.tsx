"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { signInPath } from "@/lib/i18n/paths";
import type { SignedInView } from "@/lib/views/signed-in-view";
import { keepPlaceHere } from "./kept-place";
import { ReaderSignOut } from "./reader-sign-out";
import { useDismissal } from "./use-dismissal";
import { watchReader } from "./watch-reader";

/**
 * The bar's end on public pages, which are the same for all readers: a link to sign in, or whoever is signed in, which the
 * browser asks for where there may be somebody. Without scripts the link leads those to their work.
 */
export function ReaderAccount({ locale, plan, signIn }: { locale: string; plan: string; signIn: string }) {
  const [reader, setReader] = useState<SignedInView | null>(null);
  const menu = useDismissal<HTMLDetailsElement>();
  useLayoutEffect(keepPlaceHere, []);
  useEffect(() => watchReader(`/api/session?${new URLSearchParams({ locale, plan })}`, setReader), [locale, plan]);
  return (
    <div className="reader">
      {reader ? (
        <details ref={menu} className="menu">
          <summary>
            <span className="full">{reader.name}</span>
            <span className="abbr">{reader.shortName}</span>
            <Icon name="chevronDown" />
          </summary>
          <div className="menu-list">
            <span className="abbr">{reader.name}</span>
            {reader.links.map(([label, href]) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
            <ReaderSignOut key={reader.id} reader={reader} locale={locale} />
          </div>
        </details>
      ) : (
        <a href={`${signInPath(locale)}?work`}>{signIn}</a>
      )}
    </div>
  );
}
