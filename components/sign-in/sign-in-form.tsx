"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";

/** @param chosen the demo account to try, whose password is published. */
export function SignInForm({
  action,
  locale,
  from,
  chosen,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  locale: string;
  from: string | null;
  chosen: { email: string; password: string } | null;
}) {
  const t = useTranslations("auth.signIn");
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
        id="email"
        name="email"
        type="email"
        label={t("email")}
        error={errorOf("email")}
        defaultValue={enteredOr(state, "email", chosen?.email)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t("password")}
        error={errorOf("password")}
        defaultValue={enteredOr(state, "password", chosen?.password)}
        autoComplete="current-password"
      />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("submitting") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
