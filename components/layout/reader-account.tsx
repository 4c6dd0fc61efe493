"use client";

import { type FormEvent, useEffect, useLayoutEffect, useState } from "react";
import { isHeldByUnsent } from "@/components/account/held-by-unsent";
import { forgetOnLeaving } from "@/components/offline/kept-pages";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { signInPath } from "@/lib/i18n/paths";
import { madeFor, madeForParameter } from "@/lib/schemas/forms/made-for";
import type { SignedInView, SignOutRefused } from "@/lib/views/signed-in-view";
import { keepPlaceHere, keptPlace, maybeSignedIn } from "./kept-place";
import { useDismissal } from "./use-dismissal";

/** The way out of public pages. It signs out the person whom the menu shows, and nobody who signed in meanwhile. */
function ReaderSignOut({ reader, locale }: { reader: SignedInView; locale: string }) {
  const [refused, setRefused] = useState<string | null>(null);
  const address = `/api/session?${new URLSearchParams({ locale, [madeForParameter]: String(reader.id) })}`;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await isHeldByUnsent(reader.id, locale)) return;
    await forgetOnLeaving();
    try {
      const response = await fetch(address, { method: "POST", headers: madeFor(reader.id) });
      if (response.ok) return window.location.assign(response.url);
      setRefused(((await response.json()) as SignOutRefused).message);
    } catch {
      // No answer: the browser says in its own way that the line is down.
      form.submit();
    }
  };
  return (
    <>
      <form method="post" action={address} onSubmit={send}>
        <button type="submit">{reader.signOut}</button>
      </form>
      {refused !== null && (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
    </>
  );
}

/**
 * Tells who is signed in, null for nobody: now, and when the page comes back into view, for in the meantime somebody may
 * have signed in or out in another tab or on the page that "back" leaves.
 * @returns how to end it
 */
function watchReader(address: string, tell: (reader: SignedInView | null) => void): () => void {
  let known: SignedInView | null = null;
  let asking = new AbortController();
  const told = (reader: SignedInView | null) => {
    known = reader;
    // The place of a name stays when it goes, so that nothing moves.
    const root = document.documentElement;
    if (reader) root.setAttribute(keptPlace, "");
    else if (root.hasAttribute(keptPlace)) root.setAttribute(keptPlace, "empty");
    tell(reader);
  };
  const ask = async () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (!maybeSignedIn()) return told(null);
    try {
      const response = await fetch(address, { signal });
      if (!response.ok && response.status !== 401) throw new Error(`${response.status}`);
      const reader = response.ok ? ((await response.json()) as SignedInView) : null;
      if (!signal.aborted) told(reader);
    } catch {
      // While the line is down or the server can't tell, nothing new is known.
      if (!signal.aborted) told(known);
    }
  };
  const inView = () => document.visibilityState === "visible" && ask();
  const broughtBack = ({ persisted }: PageTransitionEvent) => persisted && ask();
  ask();
  document.addEventListener("visibilitychange", inView);
  addEventListener("pageshow", broughtBack);
  return () => {
    asking.abort();
    document.removeEventListener("visibilitychange", inView);
    removeEventListener("pageshow", broughtBack);
  };
}

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
