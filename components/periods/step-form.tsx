"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Opens, closes or locks a period, below the words that say what it means. */
export function StepForm({
  title,
  place,
  back,
  labels,
  action,
  children,
}: {
  title: string;
  place: Record<"plan" | "period" | "locale" | "from" | "to", string>;
  back: string;
  labels: { confirm: string; working: string };
  action: (state: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
}) {
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? labels.working : labels.confirm}
        </Button>
      </div>
    </form>
  );
}
