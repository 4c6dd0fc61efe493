"use client";

import { useTranslations } from "next-intl";
import { forgetKeptPages } from "@/components/offline/kept-pages";
import { Button } from "@/components/ui/button";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** The way out on the page of one's own account. */
export function SignOutForm({
  action,
  locale,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  locale: string;
}) {
  const t = useTranslations("auth.account");
  const [state, send] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const [refused] = useProblems(state).summary;
  return (
    <form action={send} onSubmit={() => void forgetKeptPages()} className="mt-5">
      {refused && (
        <Notice tone="error" live>
          <p>{refused.message}</p>
        </Notice>
      )}
      <input type="hidden" name="locale" value={locale} />
      <div className="actions">
        <Button type="submit">{t("signOut")}</Button>
      </div>
    </form>
  );
}
