"use client";

import { useTranslations } from "next-intl";
import { FormerNodes } from "@/components/meetings/former-nodes";
import { type Fields, type FormAction, type Ticked, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { visibilities } from "@/lib/domain/commitments/observation";
import { longestPoint } from "@/lib/domain/commitments/platform-report";
import { locales, nativeNames } from "@/lib/i18n/routing";
import { formerNodesField } from "@/lib/schemas/commitments/meeting-fields";
import {
  type ActivityPart,
  activityField,
  activityRows,
  challengeRows,
  pointField,
  priorityRows,
} from "@/lib/schemas/commitments/platform-fields";
import type { PlatformReportFormView } from "@/lib/views/commitments/platform-view";

/** So many empty rows follow those with words. */
const SPARE_ROWS = 2;

type Activity = PlatformReportFormView["activities"][number];

/** One activity of a member organisation. */
function ActivityFields({
  row,
  activity,
  organisations,
  own,
  standing,
  ticked,
  errorOf,
}: Fields & {
  ticked: Ticked;
  row: number;
  /** Null for an empty row. */
  activity: Activity | null;
  organisations: PlatformReportFormView["organisations"];
  /** The organisation that an empty row begins with. */
  own: number;
}) {
  const t = useTranslations("civilSociety.form");
  const fieldOf = (part: ActivityPart, stored: string | number | null | undefined) => {
    const name = activityField(part, row);
    const defaultValue = standing(name, stored === null || stored === undefined ? "" : String(stored));
    return { id: name, name, error: errorOf(name), defaultValue, autoComplete: "off" };
  };
  return (
    <fieldset className="field whole">
      <legend>{t("activity", { row })}</legend>
      <TextField {...fieldOf("title", activity?.title)} label={t("name")} maxLength={200} />
      <Select
        {...fieldOf("organisation", activity?.organisationId ?? own)}
        label={t("organisation")}
        empty={t("organisationEmpty")}
        options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField {...fieldOf("place", activity?.place)} label={t("place")} hint={t("placeHint")} maxLength={200} />
      <TextField {...fieldOf("time", activity?.time)} label={t("time")} maxLength={100} />
      <TextField
        {...fieldOf("nodes", activity?.nodes.join(", "))}
        label={t("nodes")}
        hint={t("nodesHint")}
        maxLength={200}
      />
      <FormerNodes
        name={formerNodesField(activityField("nodes", row))}
        nodes={activity?.formerNodes ?? []}
        {...{ ticked, errorOf }}
      />
      <TextField
        {...fieldOf("officials", activity?.officials)}
        label={t("officials")}
        inputMode="numeric"
        maxLength={7}
      />
      <TextField
        {...fieldOf("community", activity?.community)}
        label={t("community")}
        hint={t("communityHint")}
        inputMode="numeric"
        maxLength={7}
      />
      <TextField {...fieldOf("reach", activity?.reach)} label={t("reach")} maxLength={500} />
    </fieldset>
  );
}

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
