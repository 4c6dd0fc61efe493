"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { organisationKinds } from "@/lib/domain/permissions";
import { defaultLocale, locales, nativeNames } from "@/lib/i18n/routing";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { OrganisationFormView } from "@/lib/views/site/organisation-view";

/** Adds an organisation, or changes what the directory says of one. */
export function OrganisationForm({
  title,
  view,
  locale,
  back,
  action,
}: {
  title: string;
  view: OrganisationFormView;
  locale: string;
  /** Where somebody goes who changes nothing. */
  back: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("organisations");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "unanswered" });
  const { summary, errorOf } = useProblems(state);
  // What was sent stands there again, also where a field was emptied.
  const entered = state?.ok === false ? state.entered : null;
  const standing = (field: string, fallback: string) => (entered === null ? fallback : (entered[field]?.[0] ?? ""));
  const hidden = { locale, ...view.present };
  return (
    <form action={send} noValidate>
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        id="name"
        name="name"
        label={t("form.name")}
        hint={t("form.nameHint")}
        error={errorOf("name")}
        defaultValue={standing("name", view.name)}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        id="acronym"
        name="acronym"
        label={t("form.acronym")}
        error={errorOf("acronym")}
        defaultValue={standing("acronym", view.acronym)}
        maxLength={30}
        autoComplete="off"
      />
      <Select
        id="kind"
        name="kind"
        label={t("kindHead")}
        error={errorOf("kind")}
        defaultValue={standing("kind", view.kind ?? "")}
        empty={t("form.kindEmpty")}
        options={organisationKinds.map((kind) => ({ value: kind, label: t("kind", { kind }) }))}
      />
      {view.offered.length > 0 && (
        <Checkboxes
          id="units"
          name="units"
          label={t("units")}
          hint={t(view.mustHaveUnit ? "form.unitsHintOwn" : "form.unitsHint")}
          error={errorOf("units")}
          chosen={entered === null ? view.unitIds.map(String) : (entered.units ?? [])}
          options={view.offered.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <TextField
        id="website"
        name="website"
        label={t("website")}
        hint={t("form.websiteHint")}
        error={errorOf("website")}
        defaultValue={standing("website", view.website)}
        maxLength={500}
        inputMode="url"
        autoComplete="off"
      />
      <fieldset className="field">
        <legend>{t("form.otherNames")}</legend>
        <div className="help">{t("form.otherNamesHint")}</div>
        {locales
          .filter((language) => language !== defaultLocale)
          .map((language) => (
            <TextField
              key={language}
              id={`name.${language}`}
              name={`name.${language}`}
              label={<span lang={language}>{nativeNames[language]}</span>}
              error={errorOf(`name.${language}`)}
              defaultValue={standing(`name.${language}`, view.names[language] ?? "")}
              lang={language}
              maxLength={200}
              autoComplete="off"
            />
          ))}
      </fieldset>
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("form.saving") : t(view.present === null ? "form.add" : "form.save")}
        </Button>
      </div>
    </form>
  );
}
