"use client";

import { type FormEvent, useRef } from "react";
import { isHeldByUnsent } from "@/components/account/held-by-unsent";
import { leaving } from "@/components/account/leaving";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { accountPath } from "@/lib/i18n/paths";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { useDismissal } from "./use-dismissal";

/**
 * Who is signed in, and the way out. Signing out changes something, so it is a form.
 * @param shortName shown in its place on a phone.
 * @param signOut server action; it reads the field `locale`.
 */
export function AccountMenu({
  name,
  shortName,
  userId,
  locale,
  words,
  signOut,
}: {
  name: string;
  shortName: string;
  userId: number;
  locale: string;
  words: { title: string; signOut: string };
  signOut: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const [state, send] = useAnsweredState(signOut, { unanswered: "commandUnanswered", around: leaving });
  const [refused] = useProblems(state).summary;
  const menu = useDismissal<HTMLDetailsElement>();
  const isFree = useRef(false);
  const leave = async (event: FormEvent<HTMLFormElement>) => {
    if (isFree.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    if (await isHeldByUnsent(userId, locale)) return;
    // While the event is still on its way, which it may be once everything is known, the browser sends no form again.
    setTimeout(() => {
      isFree.current = true;
      form.requestSubmit();
      isFree.current = false;
    });
  };
  return (
    <details ref={menu} className="menu account" open={refused !== undefined}>
      <summary>
        <span className="full">{name}</span>
        <span className="abbr">{shortName}</span>
        <Icon name="chevronDown" />
      </summary>
      <div className="menu-list">
        <span className="abbr">{name}</span>
        <a href={accountPath(locale)}>{words.title}</a>
        <form action={send} onSubmit={leave}>
          <input type="hidden" name="locale" value={locale} />
          <button type="submit">{words.signOut}</button>
        </form>
        {refused && (
          <Notice tone="error" live>
            <p>{refused.message}</p>
          </Notice>
        )}
      </div>
    </details>
  );
}
