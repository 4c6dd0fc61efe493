"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";

/** When one unit's report is due, and why on another day than the others'. */
export function UnitDueDateForm({
  place,
  units,
  takeBack,
  action,
}: {
  /** `seen`: the units' own dates as they stand. */
  place: Record<"plan" | "period" | "locale" | "seen", string>;
  units: readonly { code: string; name: string }[];
  /** How a date of its own is taken back. */
  takeBack: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("periods.due");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="unit"
        name="unit"
        label={t("unit")}
        error={errorOf("unit")}
        defaultValue={enteredOr(state, "unit")}
        empty={t("unitEmpty")}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        id="unitDueOn"
        name="unitDueOn"
        type="date"
        label={t("unitDueOn")}
        hint={takeBack}
        error={errorOf("unitDueOn")}
        defaultValue={enteredOr(state, "unitDueOn")}
      />
      <Textarea
        id="reason"
        name="reason"
        rows={3}
        maxLength={longestRemark}
        label={t("reason")}
        hint={t("reasonHint")}
        error={errorOf("reason")}
        defaultValue={enteredOr(state, "reason")}
      />
      <LookedAtBox state={state} />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {t(sending ? "working" : "confirmUnit")}
        </Button>
      </div>
    </form>
  );
}
