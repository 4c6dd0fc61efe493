"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Cancels a publication or makes it again. What that means stands behind the button, with the command itself. */
export function PublicationTransition({
  transition,
  hidden,
  name,
  meaning,
  action,
}: {
  transition: "cancel" | "again";
  hidden: { locale: string; plan: string; id: string };
  /** Of the publication: a list has the same button many times. */
  name: string;
  meaning: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("publications.transition");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  const working = t(transition === "cancel" ? "cancelling" : "beginning");
  return (
    <details className="command" open={state?.ok === false}>
      <summary className="btn">
        <span aria-hidden="true">{t(transition)} …</span>
        <span className="vh">{t(`${transition}Name`, { name })}</span>
      </summary>
      <form action={send} className="panel">
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <p>{meaning}</p>
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <div className="actions">
          <Button look="main" type="submit" aria-disabled={sending}>
            {sending ? working : t(`${transition}Confirm`)}
          </Button>
        </div>
      </form>
    </details>
  );
}
