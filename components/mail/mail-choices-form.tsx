"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { digestMailKinds } from "@/lib/domain/mail";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { MailChoicesView } from "@/lib/views/mail-view";

/** What somebody wants to be told by mail. */
export function MailChoicesForm({
  choices: { unwanted, none },
  action,
}: {
  choices: MailChoicesView;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("outbox.choices");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const entered = state?.ok === false ? state.entered : null;
  const wanted = entered ? (entered.wanted ?? []) : digestMailKinds.filter((kind) => !unwanted.includes(kind));
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {state?.ok && (
        <Notice tone="ok" live>
          <p>{t("saved")}</p>
        </Notice>
      )}
      <Checkboxes
        key={String(wanted)}
        id="wanted"
        name="wanted"
        label={t("wanted")}
        hint={t("hint")}
        error={errorOf("wanted")}
        options={digestMailKinds.map((kind) => ({ value: kind, label: t("kind", { kind }) }))}
        chosen={wanted}
      />
      <Checkbox
        key={`none ${none}`}
        name="none"
        defaultChecked={entered ? Boolean(entered.none?.length) : none}
        label={t("none")}
      />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
