"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { AssignmentView, LeftOutView } from "@/lib/views/assignment-view";

/** Copies the assignments of the period before, and says before and after what it leaves out. */
export function CopyForm({
  copy: { from, count, leftOut },
  hidden,
  action,
}: {
  copy: NonNullable<AssignmentView["copy"]>;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("assignments.copy");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  const added = state?.ok ? Number(state.message?.args?.added ?? 0) : null;
  return (
    <form action={send} noValidate className="matrix-copy">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {added !== null && (
        <Notice tone="ok" live>
          <p>{t("done", { added, from })}</p>
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{t("what", { count, from })}</p>
      <LeftOut leftOut={leftOut} />
      {count > 0 && (
        <Button type="submit" aria-disabled={sending}>
          {sending ? t("working") : t("confirm", { from })}
        </Button>
      )}
    </form>
  );
}

function LeftOut({ leftOut: { people, organisations, indicators, dropped } }: { leftOut: LeftOutView }) {
  const t = useTranslations("assignments.copy");
  const lines = [
    people.length > 0 && t("people", { names: people.join(", ") }),
    organisations.length > 0 && t("organisations", { names: organisations.join(", ") }),
    indicators.length > 0 && t("indicators", { codes: indicators.join(", ") }),
    dropped > 0 && t("dropped", { count: dropped }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <>
      <p>{t("leftOut")}</p>
      <ul className="pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
