"use client";

import { useTranslations } from "next-intl";
import { type FormAction, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { visibilities } from "@/lib/domain/commitments/observation";
import { longestPoint } from "@/lib/domain/commitments/platform-report";
import { locales, nativeNames } from "@/lib/i18n/routing";
import { activityRows, challengeRows, pointField, priorityRows } from "@/lib/schemas/commitments/platform-fields";
import type { PlatformReportFormView } from "@/lib/views/commitments/platform-view";
import { ActivityFields } from "./activity-fields";

/** So many empty rows follow those with words. */
const SPARE_ROWS = 2;

/** The whole report of a platform: challenges, priorities, and a group of fields for each activity. */
export function ReportForm({
  title,
  view,
  hidden,
  back,
  action,
}: {
  title: string;
  view: PlatformReportFormView;
  hidden: Record<string, string | number>;
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("civilSociety.form");
  const names = useTranslations("civilSociety.visibility");
  const hints = useTranslations("civilSociety.visibilityHint");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing, ticked } = useMeetingForm(action);
  const pointOf = (kind: "challenge" | "priority", row: number, stored = "") => {
    const name = pointField(kind, row);
    return (
      <Textarea
        key={name}
        id={name}
        name={name}
        rows={2}
        maxLength={longestPoint}
        label={t(kind, { row })}
        error={errorOf(name)}
        defaultValue={standing(name, stored)}
      />
    );
  };
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="language"
        name="language"
        label={t("language")}
        error={errorOf("language")}
        defaultValue={standing("language", view.language)}
        options={locales.map((locale) => ({ value: locale, label: nativeNames[locale] }))}
      />
      <Radios
        id="visibility"
        name="visibility"
        label={t("visibility")}
        error={errorOf("visibility")}
        defaultValue={standing("visibility", view.visibility)}
        options={visibilities.map((visibility) => ({
          value: visibility,
          label: names(visibility),
          hint: hints(visibility),
        }))}
      />
      <fieldset className="field whole">
        <legend>{t("challenges")}</legend>
        <div className="help">{t("challengesHint")}</div>
        {challengeRows
          .slice(0, Math.max(view.challenges.length, 1) + SPARE_ROWS)
          .map((row) => pointOf("challenge", row, view.challenges[row - 1]))}
      </fieldset>
      <fieldset className="field whole">
        <legend>{t("priorities")}</legend>
        <div className="help">{t("prioritiesHint")}</div>
        {priorityRows.map((row) => pointOf("priority", row, view.priorities[row - 1]))}
      </fieldset>
      <h2 className="mt-6">{t("activities")}</h2>
      <p className="note">{t("activitiesHint")}</p>
      {activityRows.slice(0, view.activities.length + SPARE_ROWS).map((row) => (
        <ActivityFields
          key={row}
          row={row}
          activity={view.activities[row - 1] ?? null}
          organisations={view.organisations}
          own={view.own}
          {...{ standing, ticked, errorOf }}
        />
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
