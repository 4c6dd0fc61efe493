"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";

const fields = [
  { name: "currentPassword", autoComplete: "current-password" },
  { name: "newPassword", autoComplete: "new-password" },
  { name: "newPasswordAgain", autoComplete: "new-password" },
] as const;

export function PasswordForm({
  action,
  email,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
}) {
  const t = useTranslations("auth.account");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "passwordUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={t("title")} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {state?.ok && (
        <Notice tone="ok" live>
          <p>{t("passwordChanged", { sessions: Number(state.message?.args?.sessions ?? 0) })}</p>
        </Notice>
      )}
      {/* Tells a password manager whose password it is. */}
      <input type="text" name="username" defaultValue={email} autoComplete="username" hidden readOnly />
      {fields.map(({ name, autoComplete }) => (
        <TextField
          key={name}
          id={name}
          name={name}
          type="password"
          label={t(name)}
          error={errorOf(name)}
          defaultValue={enteredOr(state, name)}
          autoComplete={autoComplete}
        />
      ))}
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("changing") : t("changePassword")}
        </Button>
      </div>
    </form>
  );
}
