"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { PageTitle } from "@/components/ui/page-title";
import {
  attributions,
  longestObservation,
  observationBases,
  observationKinds,
  visibilities,
} from "@/lib/domain/commitments/observation";
import type { ReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { locales, nativeNames } from "@/lib/i18n/routing";
import { sourceField, sourcePlaces } from "@/lib/schemas/commitments/source-fields";
import type {
  ObservationFormView,
  ObservationHead,
  ObservationView,
  WorkingObservationView,
} from "@/lib/views/commitments/observation-view";
import type { ShadowIndicator } from "@/lib/views/commitments/shadow-view";
import { type FormAction, KeptForm } from "./kept/kept-form";
import { type ShadowBefore, ShadowFields } from "./shadow-fields";

/** What an observation says so far; empty where nothing is chosen. */
interface SaidBefore {
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
function SaidFields({
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

/** Who will read it, and who will know which organisation speaks: each answer says what it means before it is sent. */
function ReadersFields({
  said,
  standing,
  errorOf,
}: {
  said: Pick<SaidBefore, "attribution" | "visibility">;
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
}) {
  const t = useTranslations("observations");
  return (
    <>
      <Radios
        id="visibility"
        name="visibility"
        label={t("form.visibility")}
        hint={t("form.visibilityHint")}
        error={errorOf("visibility")}
        defaultValue={standing("visibility", said.visibility)}
        options={visibilities.map((visibility) => ({
          value: visibility,
          label: t(`visibility.${visibility}`),
          hint: t(`visibilityHint.${visibility}`),
        }))}
      />
      <Radios
        id="attribution"
        name="attribution"
        label={t("form.attribution")}
        hint={t("form.attributionHint")}
        error={errorOf("attribution")}
        defaultValue={standing("attribution", said.attribution)}
        options={attributions.map((attribution) => ({
          value: attribution,
          label: t(`attribution.${attribution}`),
          hint: t(`attributionHint.${attribution}`),
        }))}
      />
    </>
  );
}

/** Adds an observation, or changes one that is a draft or was sent back; it is kept, or goes to the safety check. */
export function ObservationForm({
  title,
  hidden,
  about = null,
  shadowOf,
  said,
  round = 1,
  clocks,
  words,
  here,
  back,
  action,
}: {
  title: string;
  hidden: Record<string, string | number>;
  /** Of a new one: what it can be about, as far as the address doesn't say. */
  about?: ObservationFormView["about"];
  /** The indicator that a value can be set beside; null where it is about none, or isn't known yet. */
  shadowOf: ShadowIndicator | null;
  said: SaidBefore;
  /** In a second round, only words are new. */
  round?: number;
  clocks: ReplyClocks;
  words: WordsPlace;
  /** The page of the observation; null of a new one. */
  here: string | null;
  /** Where somebody goes who changes nothing. */
  back: string;
  action: FormAction;
}) {
  const t = useTranslations("observations");
  const common = useTranslations("common");
  const isFirst = round === 1;
  const { kind, basis, language, attribution, visibility } = said;
  const kept = { kind, basis, language, attribution, visibility };
  return (
    <KeptForm {...{ action, words, here }} hidden={isFirst ? hidden : { ...hidden, ...kept }}>
      {(fields) => (
        <>
          <PageTitle title={title} refused={fields.isRefused} />
          {about?.subject.of === "unit" && <SubjectFields about={about} {...fields} />}
          {isFirst ? (
            <>
              <SaidFields said={said} {...fields} />
              {shadowOf && <ShadowFields indicator={shadowOf} stored={said.shadow} {...fields} />}
            </>
          ) : (
            <Textarea
              id="body"
              name="body"
              rows={8}
              maxLength={longestObservation}
              label={t("form.secondBody")}
              hint={t("form.bodyHint", { limit: longestObservation })}
              error={fields.errorOf("body")}
              defaultValue={fields.standing("body", said.body)}
              lang={language}
            />
          )}
          {isFirst && <ReadersFields said={said} {...fields} />}
          <section className="prose mt-6" aria-labelledby="when-submitted">
            <h2 id="when-submitted" className="text-lg">
              {t("form.submitTitle")}
            </h2>
            <ul>
              <li>{t("form.submitCheck", { days: clocks.safetyCheckDays })}</li>
              <li>{t("form.submitReply", { days: clocks.replyDays })}</li>
              <li>{t("form.submitBack")}</li>
            </ul>
          </section>
          {fields.lookedAt}
          <div className="actions">
            <ButtonLink href={back}>{common("cancel")}</ButtonLink>
            <Button type="submit" name="next" value="keep" aria-disabled={fields.sending}>
              {t("form.saveDraft")}
            </Button>
            <Button look="main" type="submit" name="next" value="send" aria-disabled={fields.sending}>
              {t("form.submit")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

interface FieldsOf {
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
}

/** An indicator, or a goal, an outcome or an output, or neither for the country as a whole. */
function SubjectFields({
  about: { indicators, nodes },
  standing,
  errorOf,
}: FieldsOf & { about: NonNullable<ObservationFormView["about"]> }) {
  const t = useTranslations("observations.form");
  const options = (all: readonly { code: string; title: string }[]) =>
    all.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
  return (
    <>
      <Select
        id="indicator"
        name="indicator"
        label={t("indicator")}
        hint={`${t("indicatorHint")} ${t("indicatorValue")}`}
        error={errorOf("indicator")}
        defaultValue={standing("indicator")}
        empty={t("indicatorEmpty")}
        options={options(indicators)}
      />
      <Select
        id="node"
        name="node"
        label={t("node")}
        hint={t("nodeHint")}
        error={errorOf("node")}
        defaultValue={standing("node")}
        empty={t("nodeEmpty")}
        options={options(nodes)}
      />
    </>
  );
}
