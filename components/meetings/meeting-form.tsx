"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { PageTitle } from "@/components/ui/page-title";
import { longestMeetingCode, meetingKinds } from "@/lib/domain/commitments/meeting";
import type { MeetingFormView } from "@/lib/views/commitments/meeting-view";
import { ParticipantsFields, SourcesFields, ThaiFields, WordsFields } from "./meeting-fields";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

/** Plans a meeting, or changes what is said of one. */
export function MeetingForm({
  title,
  view,
  hidden,
  back,
  action,
}: {
  title: string;
  view: MeetingFormView;
  hidden: Record<string, string | number>;
  /** Where somebody goes who changes nothing. */
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("meetings.form");
  const kinds = useTranslations("meetings.kind");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const { state, send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action);
  const fields = { standing, errorOf };
  const countries = view.countries.map(({ code, name }) => ({ value: code, label: name }));
  const chosen = (name: "host" | "unit", empty: string, hint?: string) => (
    <Select
      id={name}
      name={name}
      label={t(name)}
      hint={hint}
      error={errorOf(name)}
      defaultValue={standing(name, view[name])}
      empty={empty}
      options={countries}
    />
  );
  const day = (name: "startsOn" | "endsOn", hint?: string) => (
    <TextField
      id={name}
      name={name}
      type="date"
      label={t(name)}
      hint={hint}
      error={errorOf(name)}
      defaultValue={standing(name, view[name])}
    />
  );
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {view.present === null && (
        <TextField
          id="code"
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          error={errorOf("code")}
          defaultValue={standing("code")}
          maxLength={longestMeetingCode}
          autoComplete="off"
        />
      )}
      <Select
        id="kind"
        name="kind"
        label={t("kind")}
        error={errorOf("kind")}
        defaultValue={standing("kind", view.kind)}
        empty={t("kindEmpty")}
        options={meetingKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      {chosen("unit", t("unitEmpty"), t("unitHint"))}
      <WordsFields words={view.words} {...fields} />
      <fieldset className="field">
        <legend>{t("when")}</legend>
        <div className="help">{t("whenHint")}</div>
        {day("startsOn")}
        {day("endsOn", t("endsOnHint"))}
        <TextField
          id="year"
          name="year"
          label={t("year")}
          hint={t("yearHint")}
          error={errorOf("year")}
          defaultValue={standing("year", view.year)}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
        />
      </fieldset>
      {chosen("host", t("hostEmpty"))}
      <Checkbox
        key={standing("isOnline", view.isOnline ? "on" : "")}
        name="isOnline"
        label={t("isOnline")}
        defaultChecked={standing("isOnline", view.isOnline ? "on" : "") === "on"}
      />
      <ThaiFields words={view.words} {...fields} />
      <ParticipantsFields participants={view.participants} {...fields} />
      <SourcesFields sources={view.sources} {...fields} />
      <LookedAtBox state={state} />
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("saving") : t(view.present === null ? "add" : "save")}
        </Button>
      </div>
    </form>
  );
}
