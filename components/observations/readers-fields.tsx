"use client";

import { useTranslations } from "next-intl";
import { Radios } from "@/components/ui/fields/radios";
import { attributions, visibilities } from "@/lib/domain/commitments/observation";
import type { SaidBefore } from "./said-fields";

/** Who will read it, and who will know which organisation speaks: each answer says what it means before it is sent. */
export function ReadersFields({
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
