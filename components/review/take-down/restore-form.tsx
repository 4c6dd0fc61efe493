"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Makes public again what was taken down, once its consequences were opened. */
export function RestoreForm({
  place,
  action,
}: {
  place: { plan: string; locale: string; id: number };
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.restore");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <details className="more" open={state?.ok === false}>
      <summary>{t("title")}</summary>
      <form action={send}>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <p>{t("lead")}</p>
        {Object.entries(place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {t(sending ? "working" : "confirm")}
          </Button>
        </div>
      </form>
    </details>
  );
}
