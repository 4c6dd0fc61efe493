"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import type { OwnPasskeyView } from "@/lib/views/signed-in-view";

interface PasskeyForm {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  passkey: Pick<OwnPasskeyView, "id" | "name">;
  locale: string;
}

/** Calls a passkey otherwise. */
export function RenamePasskeyForm({ action, passkey, locale }: PasskeyForm) {
  const t = useTranslations("auth.passkeys");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="passkey" value={passkey.id} />
      <TextField
        id="name"
        name="name"
        label={t("name")}
        error={errorOf("name")}
        defaultValue={enteredOr(state, "name", passkey.name)}
        autoComplete="off"
      />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {sending ? t("renaming") : t("rename")}
        </Button>
      </div>
    </form>
  );
}

/** Takes a passkey away, from whoever knows the password. */
export function RemovePasskeyForm({ action, passkey, locale, email }: PasskeyForm & { email: string }) {
  const t = useTranslations("auth.passkeys");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="passkey" value={passkey.id} />
      <input type="text" name="username" defaultValue={email} autoComplete="username" hidden readOnly />
      <p className="note mb-3">{t("removeLead")}</p>
      <TextField
        id="currentPassword"
        name="currentPassword"
        type="password"
        label={t("currentPassword")}
        error={errorOf("currentPassword")}
        autoComplete="current-password"
      />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {sending ? t("removing") : t("remove")}
        </Button>
      </div>
    </form>
  );
}
