"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";

/** Not yet: says what is missing in a part that was handed back, once it was opened. */
export function AskAgainForm({
  id,
  name,
  hidden,
  action,
}: {
  id: number;
  name: string;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("assignments.handBack");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary, errorOf } = useProblems(state);
  // The page has one such field for each part.
  const fieldId = `reason-${id}`;
  return (
    <details className="more" open={state?.ok === false}>
      <summary>
        {t("notYet")}
        <span className="vh"> ({name})</span>
      </summary>
      <form action={send} noValidate>
        <ErrorSummary
          title={errors("summaryTitle")}
          errors={summary.map((one) => ({ ...one, fieldId: one.fieldId && fieldId }))}
        />
        {Object.entries({ ...hidden, handBack: String(id) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Textarea
          id={fieldId}
          name="reason"
          rows={2}
          maxLength={longestRemark}
          label={t("reason")}
          hint={t("reasonHint")}
          error={errorOf("reason")}
          defaultValue={enteredOr(state, "reason")}
        />
        <LookedAtBox state={state} />
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("working") : t("ask")}
          </Button>
        </div>
      </form>
    </details>
  );
}
