"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Opens, closes or locks a period. What changes stands behind the button, with the command itself; no script needed. */
export function PeriodCommand({
  plan,
  period,
  locale,
  from,
  to,
  label,
  consequence,
  action,
}: {
  plan: string;
  period: string;
  locale: string;
  from: PeriodState;
  to: PeriodState;
  label: string;
  consequence: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.list");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <details className="command" name={`period-${period}`} open={state?.ok === false}>
      <summary className="btn">{label} …</summary>
      <form action={send} className="panel">
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <p>{consequence}</p>
        {Object.entries({ locale, plan, period, from, to }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="actions">
          <Button look="main" type="submit" aria-disabled={sending}>
            {sending ? t("changing") : label}
          </Button>
        </div>
      </form>
    </details>
  );
}
