"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { partText } from "@/lib/schemas/take-downs/take-down-part";
import type { ReportAddress } from "@/lib/views/report-view";
import type { PublicPart } from "@/lib/views/take-down-view";
import { usePartName } from "./part-name";

/** What of a report's public content goes, and why; it says before what will happen. */
export function TakeDownForm({
  title,
  place,
  parts,
  here,
  action,
}: {
  title: string;
  place: ReportAddress & { locale: string };
  parts: readonly PublicPart[];
  /** The report's page. */
  here: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.takeDown");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const nameOf = usePartName();
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="part"
        name="part"
        label={t("part")}
        error={errorOf("part")}
        defaultValue={enteredOr(state, "part")}
        empty={t("partEmpty")}
        options={parts.map((part) => ({ value: partText(part), label: nameOf(part) }))}
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
      <div className="prose">
        <ul>
          <li>{t("atOnce")}</li>
          <li>{t("earlier")}</li>
          <li>{t("files")}</li>
          <li>{t("restorable")}</li>
        </ul>
      </div>
      <LookedAtBox state={state} />
      <div className="actions">
        <ButtonLink href={here}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {t(sending ? "working" : "confirm")}
        </Button>
      </div>
    </form>
  );
}
