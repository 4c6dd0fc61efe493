"use client";

import { useTranslations } from "next-intl";
import { type FormAction, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { longestKeyAction } from "@/lib/domain/commitments/key-action";
import { longestPoint, pointReplyKinds } from "@/lib/domain/commitments/platform-report";

/** A unit's answer to a challenge or a priority, with what it does about it. */
export function PointReplyForm({
  title,
  unit,
  hidden,
  back,
  action,
}: {
  title: string;
  /** The name of whose answer it is. */
  unit: string;
  hidden: Record<string, string | number>;
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("civilSociety.answer");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action);
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        id="kind"
        name="kind"
        label={t("kind", { unit })}
        error={errorOf("kind")}
        defaultValue={standing("kind")}
        options={pointReplyKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Textarea
        id="body"
        name="body"
        rows={5}
        maxLength={longestPoint}
        label={t("body")}
        hint={t("bodyHint", { limit: longestPoint })}
        error={errorOf("body")}
        defaultValue={standing("body")}
      />
      <Textarea
        id="action"
        name="action"
        rows={2}
        maxLength={longestKeyAction}
        label={t("action")}
        hint={t("actionHint")}
        error={errorOf("action")}
        defaultValue={standing("action")}
      />
      <TextField
        id="actionDueOn"
        name="actionDueOn"
        type="date"
        label={t("actionDueOn")}
        error={errorOf("actionDueOn")}
        defaultValue={standing("actionDueOn")}
      />
      <p className="note">{t("final")}</p>
      <LookedAtBox state={state} />
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("sending") : t("send")}
        </Button>
      </div>
    </form>
  );
}
