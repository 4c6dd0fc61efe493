"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";

/** When all reports of a period are due that have no date of their own. */
export function DueDateForm({
  title,
  place,
  means,
  hint,
  back,
  action,
}: {
  title: string;
  /** `from`: the present date. */
  place: Record<"plan" | "period" | "locale" | "from", string>;
  /** What another date means. */
  means: readonly string[];
  hint: string;
  back: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("periods.due");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        id="dueOn"
        name="dueOn"
        type="date"
        label={t("dueOn")}
        hint={hint}
        error={errorOf("dueOn")}
        defaultValue={enteredOr(state, "dueOn", place.from)}
      />
      <div className="prose">
        <ul>
          {means.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {t(sending ? "working" : "confirm")}
        </Button>
      </div>
    </form>
  );
}
