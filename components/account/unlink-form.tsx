"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Unlinks an identity, for whoever knows their password. */
export function UnlinkForm({
  action,
  id,
  provider,
  email,
  locale,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  id: number;
  provider: string;
  /** Tells a password manager whose password it is. */
  email: string;
  locale: string;
}) {
  const t = useTranslations("auth.identities");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const fieldOf = (name: string) => `unlink-${id}-${name}`;
  const ofForm = summary.map((each) => ({ ...each, fieldId: each.fieldId && fieldOf(each.fieldId) }));
  return (
    <details className="command" open={state?.ok === false}>
      <summary className="btn">
        {t("unlink")} …<span className="vh"> {provider}</span>
      </summary>
      <div className="panel">
        <form action={send} noValidate className="transition-form">
          <ErrorSummary title={errors("summaryTitle")} errors={ofForm} />
          <p>{t("unlinkLead", { provider })}</p>
          <input type="hidden" name="identity" value={id} />
          <input type="hidden" name="locale" value={locale} />
          <input type="text" name="username" defaultValue={email} autoComplete="username" hidden readOnly />
          <TextField
            id={fieldOf("currentPassword")}
            name="currentPassword"
            type="password"
            label={t("currentPassword")}
            error={errorOf("currentPassword")}
            autoComplete="current-password"
          />
          <div className="actions">
            <Button type="submit" aria-disabled={sending}>
              {sending ? t("unlinking") : t("unlink")}
            </Button>
          </div>
        </form>
      </div>
    </details>
  );
}
