"use client";

import { useTranslations } from "next-intl";
import { UnsentNotice } from "@/components/entry/sheet/unsent-notice";
import { Button } from "@/components/ui/button";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { signOutId } from "./held-by-unsent";
import { leaving } from "./leaving";

/** The way out on the page of one's own account, and what it leaves in this browser. */
export function SignOutForm({
  action,
  userId,
  locale,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  userId: number;
  locale: string;
}) {
  const t = useTranslations("auth.account");
  const [state, send] = useAnsweredState(action, { unanswered: "commandUnanswered", around: leaving });
  const [refused] = useProblems(state).summary;
  return (
    <form action={send} id={signOutId} className="mt-5">
      {refused && (
        <Notice tone="error" live>
          <p>{refused.message}</p>
        </Notice>
      )}
      <input type="hidden" name="locale" value={locale} />
      <UnsentNotice userId={userId} locale={locale}>
        <p>{t("unsentStays")}</p>
      </UnsentNotice>
      <div className="actions">
        <Button type="submit">{t("signOut")}</Button>
      </div>
    </form>
  );
}
