"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary, type SummaryError } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { followUpStatuses, longestDecision } from "@/lib/domain/commitments/decision";
import { formatsOf } from "@/lib/i18n/formats";
import { followUpField } from "@/lib/schemas/commitments/meeting-fields";
import type { DueDecision, ToldOfDecision } from "@/lib/views/commitments/decision-view";
import type { SaidDue } from "@/lib/views/commitments/follow-up-view";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

/**
 * What is wrong, where the page was read anew after it was refused: it has no row of what was withdrawn meanwhile, and the summary
 * says so once.
 * @param rows the texts that have one
 */
export function ofRows(summary: readonly SummaryError[], rows: readonly number[]): SummaryError[] {
  const fields = new Set<string | null>(
    rows.flatMap((textId) => [followUpField("status", textId), followUpField("words", textId)]),
  );
  const [own, others] = [true, false].map((has) => summary.filter(({ fieldId }) => fields.has(fieldId) === has));
  const messages = new Set(others!.map(({ message }) => message));
  return [...own!, ...[...messages].map((message) => ({ fieldId: null, message }))];
}

/** What became of each decision that is due, and of all else that was said to governments, as the meeting is told. */
export function FollowUpForm({
  title,
  due,
  said,
  actions,
  empty,
  hidden,
  back,
  action,
}: {
  title: string;
  due: readonly DueDecision[];
  /** By its name, drawn with where it stands. */
  said: readonly (Pick<SaidDue, "textId" | "told"> & { name: string; shown: ReactNode })[];
  /** What is done about each, by its text. */
  actions: Readonly<Record<number, ReactNode>>;
  /** What stands in its place where nothing is due, or nothing any more. */
  empty: ReactNode;
  hidden: Record<string, string | number>;
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("meetings.followUp");
  const statuses = useTranslations("meetings.followUpStatus");
  const whom = useTranslations("meetings");
  const { units: listed } = formatsOf(useLocale());
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action);
  // The same array as long as nothing changes: the summary takes the focus with each new one.
  const faults = useMemo(
    () => ofRows(summary, [...due.map(({ decision }) => decision.textId), ...said.map(({ textId }) => textId)]),
    [summary, due, said],
  );
  const fieldsOf = (textId: number, code: string, told: Pick<ToldOfDecision, "status" | "body"> | null) => {
    const [status, words] = [followUpField("status", textId), followUpField("words", textId)];
    return (
      <>
        <Select
          id={status}
          name={status}
          label={t("status", { code })}
          error={errorOf(status)}
          defaultValue={standing(status, told?.status)}
          empty={t("notTold")}
          options={followUpStatuses.map((each) => ({ value: each, label: statuses(each) }))}
        />
        <Textarea
          id={words}
          name={words}
          rows={3}
          maxLength={longestDecision}
          label={t("words", { code })}
          error={errorOf(words)}
          defaultValue={standing(words, told?.body)}
        />
      </>
    );
  };
  if (due.length + said.length === 0)
    return (
      <>
        <PageTitle title={title} refused={isRefused} />
        <ErrorSummary title={errors("summaryTitle")} errors={faults} />
        {empty}
      </>
    );
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={faults} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {due.map(({ decision: { textId, code, body, language, units, organisations }, told }) => {
        const addressed = [...units.map(({ name }) => name), ...organisations];
        return (
          <fieldset key={textId} className="field whole">
            <legend>{code}</legend>
            <p className="note wrap-anywhere">
              {addressed.length === 0 ? whom("toAll") : whom("toUnits", { units: listed(addressed) })}
            </p>
            <p className="said" lang={language}>
              {body}
            </p>
            {actions[textId]}
            {fieldsOf(textId, code, told)}
          </fieldset>
        );
      })}
      {said.map(({ textId, name, shown, told }) => (
        <fieldset key={textId} className="field whole">
          <legend>{name}</legend>
          {shown}
          {fieldsOf(textId, name, told)}
        </fieldset>
      ))}
      <LookedAtBox state={state} />
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
