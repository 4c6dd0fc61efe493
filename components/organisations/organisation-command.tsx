"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { OrganisationView } from "@/lib/views/site/organisation-view";

/** Archives an organisation or restores it. What changes stands behind the button, with the command itself. */
export function OrganisationCommand({
  command,
  locale,
  organisation: { id, rowVersion, people },
  action,
}: {
  command: "archive" | "restore";
  locale: string;
  /** As its page was read. */
  organisation: Pick<OrganisationView, "id" | "rowVersion" | "people">;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("organisations.command");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <details className="command" open={state?.ok === false}>
      <summary className="btn">{t("opens", { command })}</summary>
      <form action={send} className="panel">
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <p>{t("consequence", { command })}</p>
        {command === "archive" && <p className="mt-2">{t("stillIn", { people: people ?? 0 })}</p>}
        {Object.entries({ locale, id, rowVersion }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="actions">
          <Button look="main" type="submit" aria-disabled={sending}>
            {sending ? t("working") : t("confirm", { command })}
          </Button>
        </div>
      </form>
    </details>
  );
}
