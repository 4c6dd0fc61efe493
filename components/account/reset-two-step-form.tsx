"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** For an administrator, on the page of somebody who lost their app and their recovery codes. It says `auth.reset`. */
export function ResetTwoStepForm({
  action,
  person,
  locale,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  person: number;
  locale: string;
}) {
  const t = useTranslations("auth.reset");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <details className="more" open={state?.ok === false}>
      <summary>{t("title")}</summary>
      <form action={send}>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <p>{t("lead")}</p>
        <input type="hidden" name="person" value={person} />
        <input type="hidden" name="locale" value={locale} />
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("working") : t("confirm")}
          </Button>
        </div>
      </form>
    </details>
  );
}
