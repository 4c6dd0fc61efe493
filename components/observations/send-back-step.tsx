"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Radios } from "@/components/ui/fields/radios";
import { Textarea } from "@/components/ui/fields/textarea";
import { safetyRules } from "@/lib/domain/commitments/observation";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { FormAction } from "./kept/kept-form";
import { StepForm } from "./step-form";

/** Sends words back to their author with the rule that they break: nobody else edits them. */
export function SendBackStep(form: {
  hidden: Record<string, string | number>;
  here: string;
  words: WordsPlace;
  action: FormAction;
}) {
  const t = useTranslations("observations");
  return (
    <StepForm {...form} step="sendBack" lead={t("step.sendBack.lead")}>
      {({ standing, errorOf }) => (
        <>
          <Radios
            id="rule"
            name="rule"
            label={t("step.rule")}
            error={errorOf("rule")}
            defaultValue={standing("rule")}
            options={safetyRules.map((rule) => ({
              value: rule,
              label: t(`rule.${rule}`),
              hint: t(`ruleHint.${rule}`),
            }))}
          />
          <Textarea
            id="note"
            name="note"
            rows={3}
            maxLength={longestRemark}
            label={t("step.note")}
            hint={t("step.noteHint")}
            error={errorOf("note")}
            defaultValue={standing("note")}
          />
        </>
      )}
    </StepForm>
  );
}
