"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

/** Takes out what a meeting didn't decide. */
export function DeleteDecision({ hidden, action }: { hidden: Record<string, string | number>; action: FormAction }) {
  const t = useTranslations("meetings.decisionForm");
  const errors = useTranslations("errors");
  const { send, sending, summary, isRefused } = useMeetingForm(action, "commandUnanswered");
  return (
    <details className="more" open={isRefused}>
      <summary>{t("delete")}</summary>
      <form action={send} noValidate>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t("deleteLead")}</p>
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("saving") : t("deleteConfirm")}
          </Button>
        </div>
      </form>
    </details>
  );
}
