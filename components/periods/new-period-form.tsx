"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import type { PeriodPlan } from "@/lib/domain/framework/reporting-period";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";

/** The period that comes next, with what adding it means. */
export function NewPeriodForm({
  title,
  place,
  proposed,
  frequencies,
  means,
  back,
  action,
}: {
  title: string;
  place: Record<"plan" | "locale" | "after", string>;
  proposed: Pick<PeriodPlan, "code" | "dueOn" | "frequency">;
  /** To choose from, with their words; nothing is to be chosen where the plan has one. */
  frequencies: readonly { value: string; label: string }[];
  means: readonly string[];
  back: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("periods.new");
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
      {frequencies.length > 1 ? (
        <Radios
          id="frequency"
          name="frequency"
          label={t("frequency")}
          error={errorOf("frequency")}
          defaultValue={enteredOr(state, "frequency", proposed.frequency)}
          options={frequencies}
        />
      ) : (
        <input type="hidden" name="frequency" value={proposed.frequency} />
      )}
      <TextField
        id="code"
        name="code"
        autoComplete="off"
        label={t("code")}
        hint={t("codeHint")}
        error={errorOf("code")}
        defaultValue={enteredOr(state, "code", proposed.code)}
      />
      <TextField
        id="dueOn"
        name="dueOn"
        type="date"
        label={t("dueOn")}
        error={errorOf("dueOn")}
        defaultValue={enteredOr(state, "dueOn", proposed.dueOn)}
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
