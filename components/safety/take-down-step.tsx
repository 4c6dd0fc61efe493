"use client";

import { useTranslations } from "next-intl";
import { type FormAction, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { errorId, FieldError } from "@/components/ui/fields/field";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { safetyRules } from "@/lib/domain/commitments/observation";
import type { PartToTakeDown } from "@/lib/views/commitments/part-to-take-down";

/** Other forms of a page ask for a rule too. */
const idOf = (field: string) => `down-${field}`;

/** Takes a part down for safety, with the rule that its words break. */
export function TakeDownStep({
  parts,
  lead,
  hidden,
  action,
}: {
  /** What can be chosen: one of them is always chosen by hand. */
  parts: readonly PartToTakeDown[];
  /** What else goes with it; null where nothing does. */
  lead: string | null;
  hidden: Record<string, string | number>;
  action: FormAction;
}) {
  const t = useTranslations("safety");
  const ruleName = useTranslations("observations.rule");
  const ruleHint = useTranslations("observations.ruleHint");
  const errors = useTranslations("errors");
  const { send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action, "commandUnanswered");
  if (parts.length === 0) return null;
  return (
    <details className="more" open={isRefused}>
      <summary>{t("opens")}</summary>
      <form action={send} noValidate>
        <ErrorSummary
          title={errors("summaryTitle")}
          errors={summary.map(({ fieldId, message }) => ({ fieldId: fieldId && idOf(fieldId), message }))}
        />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{lead === null ? t("lead") : `${t("lead")} ${lead}`}</p>
        <div className="mt-4">
          <Select
            id={idOf("part")}
            name="part"
            label={t("part")}
            error={errorOf("part")}
            defaultValue={standing("part")}
            empty={t("partEmpty")}
            options={parts.map(({ value, kind, place, begins }) => ({
              value,
              label:
                begins === "" ? t(`of.${kind}`, { place }) : t("partOf", { part: t(`of.${kind}`, { place }), begins }),
            }))}
          />
          <Radios
            id={idOf("rule")}
            name="rule"
            label={t("rule")}
            error={errorOf("rule")}
            defaultValue={standing("rule")}
            options={safetyRules.map((rule) => ({ value: rule, label: ruleName(rule), hint: ruleHint(rule) }))}
          />
          <div className={errorOf("isCertain") ? "field bad" : "field"}>
            <FieldError id={idOf("isCertain")} error={errorOf("isCertain")} />
            <Checkbox
              id={idOf("isCertain")}
              name="isCertain"
              label={t("isCertain")}
              defaultChecked={standing("isCertain") === "on"}
              aria-describedby={errorOf("isCertain") ? errorId(idOf("isCertain")) : undefined}
              aria-invalid={errorOf("isCertain") ? true : undefined}
            />
          </div>
        </div>
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("working") : t("confirm")}
          </Button>
        </div>
      </form>
    </details>
  );
}
