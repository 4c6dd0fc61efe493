"use client";

import { type FormEvent, useState } from "react";
import { isHeldByUnsent } from "@/components/account/held-by-unsent";
import { forgetOnLeaving } from "@/components/offline/kept-pages";
import { Notice } from "@/components/ui/notice";
import { madeFor, madeForParameter } from "@/lib/schemas/forms/made-for";
import type { SignedInView, SignOutRefused } from "@/lib/views/signed-in-view";

/** The way out of public pages. It signs out the person whom the menu shows, and nobody who signed in meanwhile. */
export function ReaderSignOut({ reader, locale }: { reader: SignedInView; locale: string }) {
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
