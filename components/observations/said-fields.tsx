"use client";

import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { longestObservation, observationBases, observationKinds } from "@/lib/domain/commitments/observation";
import { locales, nativeNames } from "@/lib/i18n/routing";
import { sourceField, sourcePlaces } from "@/lib/schemas/commitments/source-fields";
import type {
  ObservationHead,
  ObservationView,
  WorkingObservationView,
} from "@/lib/views/commitments/observation-view";
import type { ShadowBefore } from "./shadow-fields";

/** What an observation says so far; empty where nothing is chosen. */
export interface SaidBefore {
  kind: ObservationHead["kind"] | "";
  basis: ObservationHead["basis"] | "";
  body: string;
  language: string;
  attribution: WorkingObservationView["attribution"] | "";
  visibility: ObservationHead["visibility"] | "";
  sources: ObservationView["sources"];
  shadow: ShadowBefore;
}

/** What it says, and on what it rests. */
export function SaidFields({
  said,
  standing,
  errorOf,
}: {
  said: SaidBefore;
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
}) {
  const t = useTranslations("observations");
  const sourceOf = (place: number) => {
    const [title, url] = [sourceField("title", place), sourceField("url", place)];
    const { title: storedTitle = "", url: storedUrl = "" } = said.sources[place - 1] ?? {};
    return { title, url, titleNow: standing(title, storedTitle), urlNow: standing(url, storedUrl) };
  };
  const fieldsOf = (place: number) => {
    const { title, url, titleNow, urlNow } = sourceOf(place);
    return (
      <div key={place} className="pair">
        <TextField
          id={title}
          name={title}
          label={t("form.sourceTitle", { place })}
          error={errorOf(title)}
          defaultValue={titleNow}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          id={url}
          name={url}
          label={t("form.sourceUrl", { place })}
          error={errorOf(url)}
          defaultValue={urlNow}
          inputMode="url"
          autoComplete="off"
        />
      </div>
    );
  };
  const [first = 1, ...others] = sourcePlaces;
  const isMore = others.some((place) => {
    const { titleNow, urlNow } = sourceOf(place);
    return titleNow !== "" || urlNow !== "";
  });
  return (
    <>
      <Radios
        id="kind"
        name="kind"
        label={t("form.kind")}
        error={errorOf("kind")}
        defaultValue={standing("kind", said.kind)}
        options={observationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <Radios
        id="basis"
        name="basis"
        label={t("form.basis")}
        error={errorOf("basis")}
        defaultValue={standing("basis", said.basis)}
        options={observationBases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
      />
      <Select
        id="language"
        name="language"
        label={t("form.language")}
        error={errorOf("language")}
        defaultValue={standing("language", said.language)}
        empty={t("form.languageEmpty")}
        options={locales.map((locale) => ({ value: locale, label: nativeNames[locale] }))}
      />
      <Textarea
        id="body"
        name="body"
        rows={8}
        maxLength={longestObservation}
        label={t("form.body")}
        hint={t("form.bodyHint", { limit: longestObservation })}
        error={errorOf("body")}
        defaultValue={standing("body", said.body)}
      />
      <fieldset className="field">
        <legend>{t("form.sources")}</legend>
        <div className="help">{t("form.sourcesHint")}</div>
        {fieldsOf(first)}
        <details className="more" open={isMore}>
          <summary>{t("form.moreSources")}</summary>
          {others.map(fieldsOf)}
        </details>
      </fieldset>
    </>
  );
}
