"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** The second step of signing in: what comes after the password. */
export function CodeForm({
  action,
  locale,
  from,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  locale: string;
  from: string | null;
}) {
  const t = useTranslations("auth.code");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "signInUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={t("title")} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="locale" value={locale} />
      {from && <input type="hidden" name="from" value={from} />}
      <TextField
        id="code"
        name="code"
        label={t("code")}
        hint={t("hint")}
        error={errorOf("code")}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("submitting") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
