"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { SeeNow } from "@/components/ui/forms/see-now";
import { serverAnswers } from "@/components/ui/forms/server-answers";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import {
  chosenKinds,
  chosenSections,
  publicationFormats,
  publicationLanguages,
  sectionsOfKind,
} from "@/lib/domain/publication";
import { nativeNames } from "@/lib/i18n/routing";
import type { Entered, FormState } from "@/lib/schemas/forms/form-state";
import type { PublicationBuilderView } from "@/lib/views/publication-view";
import type { BuilderField, BuilderFields } from "./builder-fields";
import { OfKinds } from "./of-kinds";
import { SubjectFields } from "./subject-fields";

/** What it consists of. */
function ContentFields({ view, fieldOf, chosenIn }: BuilderFields & { view: PublicationBuilderView }) {
  const t = useTranslations("publications.new");
  const { kinds, units, countries } = view;
  const isRegional = units.some(({ isCountry }) => !isCountry);
  const sections = chosenSections.filter((section) => kinds.some((kind) => sectionsOfKind[kind].includes(section)));
  return (
    <>
      {isRegional && (
        <OfKinds kinds={["regional", "goal", "dataBook"]} among={kinds}>
          {(words) => (
            <Checkboxes
              {...fieldOf("countries")}
              chosen={chosenIn("countries")}
              label={t("countries")}
              hint={
                <>
                  {words}
                  {t("countriesHint")}
                </>
              }
              className="in-columns of-region"
              options={countries.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </OfKinds>
      )}
      <Checkboxes
        {...fieldOf("sections")}
        chosen={chosenIn("sections")}
        label={t("sections")}
        options={sections.map((section) => ({
          value: section,
          label: t("section", { section }),
          className: chosenKinds
            .filter((kind) => !sectionsOfKind[kind].includes(section))
            .map((kind) => `not-${kind}`)
            .join(" "),
        }))}
      />
    </>
  );
}

/** In which form: language, values, files. */
function FormFields({ fieldOf, chosenIn }: BuilderFields) {
  const t = useTranslations("publications.new");
  return (
    <>
      <Select
        {...fieldOf("language")}
        label={t("publicationLanguage")}
        hint={t("languageHint")}
        className="narrow-field"
        defaultValue={chosenIn("language")[0]}
        options={publicationLanguages.map((code) => ({ value: code, label: nativeNames[code] }))}
      />
      <Radios
        {...fieldOf("view")}
        label={t("view")}
        defaultValue={chosenIn("view")[0]}
        options={[
          { value: "public", label: t("viewPublic"), hint: t("viewPublicHint") },
          { value: "internal", label: t("viewInternal"), hint: t("viewInternalHint") },
        ]}
      />
      <Checkboxes
        {...fieldOf("formats")}
        chosen={chosenIn("formats")}
        label={t("formats")}
        options={publicationFormats.map((format) => ({
          value: format,
          label: t("formatName", { format }),
          hint: t("formatHint", { format }),
        }))}
      />
    </>
  );
}

/**
 * The builder. One form with two ways on: Preview puts the choices into the address, Make sends them to the action.
 * Which fields a kind has is a rule of the style sheet, so that no script is needed for it.
 * @param chosen what stands in it at first
 * @param refused what is wrong with the choices in the address
 */
export function BuilderForm({
  view,
  chosen,
  refused,
  hidden,
  here,
  action,
}: {
  view: PublicationBuilderView;
  chosen: Entered;
  refused: FormState;
  hidden: { locale: string; plan: string };
  /** The page's own path. */
  here: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("publications");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { initial: refused });
  const problems = useProblems(state);
  const [isUnanswered, setUnanswered] = useState(false);
  /** The preview is another page: this one, with what is chosen on it, is left when there is a server to give that. */
  const preview = async (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const button = event.currentTarget;
    setUnanswered(false);
    if (await serverAnswers()) button.form?.requestSubmit(button);
    else setUnanswered(true);
  };
  const isRefused = state?.ok === false;
  const standing = isRefused ? state.entered : chosen;

  const sentenceOf = (field: string, message: string) => {
    const key = `problem.${field}` as `problem.${BuilderField}`;
    return t.has(key) ? t(key) : message;
  };
  const fields: BuilderFields = {
    fieldOf: (field) => {
      const error = problems.errorOf(field);
      return { id: field, name: field, error: error && sentenceOf(field, error) };
    },
    chosenIn: (field) => standing[field] ?? [],
  };
  const summary = problems.summary.map(({ fieldId, message }) => ({
    fieldId,
    message: fieldId === null ? message : sentenceOf(fieldId, message),
  }));
  return (
    <form action={send} noValidate className="builder" key={isRefused ? JSON.stringify(state.entered) : "chosen"}>
      <PageTitle title={t("new.title")} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <SeeNow state={state} href={here.replace(/\/new$/, "")} label={t("new.seeNow")} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubjectFields view={view} {...fields} />
      <ContentFields view={view} {...fields} />
      <FormFields {...fields} />
      {isUnanswered && (
        <p className="msg msg-error" role="alert">
          {t("new.noAnswer")}
        </p>
      )}
      <div className="builder-end">
        <Button type="submit" formAction={`${here}#preview`} formMethod="get" onClick={preview}>
          {t("new.preview")}
        </Button>
        <Button type="submit" look="main" aria-disabled={sending}>
          {sending ? t("new.submitting") : t("new.submit")}
        </Button>
      </div>
    </form>
  );
}
