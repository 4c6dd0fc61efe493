"use client";

import { useTranslations } from "next-intl";
import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import { Select } from "@/components/ui/fields/select";
import { Textarea } from "@/components/ui/fields/textarea";
import { PageTitle } from "@/components/ui/page-title";
import { longestRecommendation } from "@/lib/domain/commitments/recommendation";
import { publicationLanguages } from "@/lib/domain/publication";
import { nativeNames } from "@/lib/i18n/routing";
import type { RecommendationFormView, WorkingRecommendationView } from "@/lib/views/commitments/recommendation-view";

/** A recommendation in the young people's own words: kept as a draft, or submitted. */
export function RecommendationForm({
  title,
  offered,
  said,
  node,
  ...form
}: {
  title: string;
  offered: RecommendationFormView["offered"];
  said: WorkingRecommendationView["writing"];
  /** The code of what it is about so far; empty for a new one. */
  node: string;
  hidden: Record<string, string | number>;
  here: string | null;
  words: WordsPlace;
  action: FormAction;
}) {
  const t = useTranslations("youth.form");
  return (
    <KeptForm {...form}>
      {({ standing, errorOf, isRefused, allOf, sending, lookedAt }) => (
        <>
          <PageTitle title={title} refused={isRefused} />
          <Textarea
            id="body"
            name="body"
            rows={6}
            maxLength={longestRecommendation}
            label={t("body")}
            hint={t("bodyHint", { limit: longestRecommendation })}
            error={errorOf("body")}
            defaultValue={standing("body", said?.body)}
          />
          <Select
            id="language"
            name="language"
            label={t("language")}
            error={errorOf("language")}
            defaultValue={standing("language", said?.language)}
            empty={t("languageEmpty")}
            options={publicationLanguages.map((value) => ({ value, label: nativeNames[value] }))}
          />
          <Select
            id="node"
            name="node"
            label={t("node")}
            error={errorOf("node")}
            defaultValue={standing("node", node)}
            empty={t("nodeEmpty")}
            options={offered.nodes.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
          />
          <Checkboxes
            id="units"
            name="units"
            label={t("units")}
            hint={t("unitsHint")}
            error={errorOf("units")}
            chosen={allOf("units", said?.units)}
            options={offered.countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
          {lookedAt}
          <div className="actions">
            <Button type="submit" name="next" value="keep" aria-disabled={sending}>
              {t("keep")}
            </Button>
            <Button look="main" type="submit" name="next" value="send" aria-disabled={sending}>
              {t("send")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}
