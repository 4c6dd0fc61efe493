"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Has the audit verified, or gives that up. */
export function VerificationCommand({
  command,
  locale,
  action,
}: {
  command: "request" | "cancel";
  locale: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("audit.verification");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} className="mt-4">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" aria-disabled={sending}>
        {t("command", { command })}
      </Button>
    </form>
  );
}
