"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Sets the threshold, below what it changes. */
export function SetThresholdForm({
  title,
  back,
  fields,
  action,
}: {
  title: string;
  back: string;
  fields: Record<"locale" | "plan" | "threshold" | "from" | "preview", string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("settings.smallCounts");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("setting") : t("set", { threshold: fields.threshold })}
        </Button>
      </div>
    </form>
  );
}
