"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Fields, type FormAction, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";

export type PlatformStepName =
  | "addMember"
  | "endMembership"
  | "begin"
  | "agree"
  | "close"
  | "reopen"
  | "delete"
  | "present";

/** Something that is done with a platform or its report: what it means stands behind its name, with the command itself. */
export function PlatformStep({
  step,
  hidden,
  action,
  children,
}: {
  step: PlatformStepName;
  hidden: Record<string, string | number>;
  action: FormAction;
  children?: (fields: Fields) => ReactNode;
}) {
  const t = useTranslations("civilSociety.step");
  const errors = useTranslations("errors");
  const { send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action, "commandUnanswered");
  return (
    <details className="more" open={isRefused}>
      <summary>{t(`${step}.opens`)}</summary>
      <form action={send} noValidate>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${step}.lead`)}</p>
        {children && <div className="mt-4">{children({ standing, errorOf })}</div>}
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("working") : t(`${step}.confirm`)}
          </Button>
        </div>
      </form>
    </details>
  );
}
