"use client";

import { useTranslations } from "next-intl";
import { Textarea } from "@/components/ui/fields/textarea";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { ValueField } from "@/components/values/value-field";
import { longestMethod } from "@/lib/domain/commitments/shadow-value";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { methodField, type ShadowPart, shadowField, shadowParts } from "@/lib/schemas/commitments/shadow-fields";
import type { ShadowIndicator } from "@/lib/views/commitments/observation-view";

/** A value as its fields have it, with how it came about. */
export interface ShadowBefore {
  typed: Partial<Record<ShadowPart, string>>;
  method: string;
}

/** A value of its own, typed in the fields in which the same is reported, and how it came about. */
export function ShadowFields({
  indicator,
  stored,
  standing,
  errorOf,
}: {
  indicator: ShadowIndicator;
  stored: ShadowBefore;
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
}) {
  const t = useTranslations("observations.shadow");
  // That a source hides its counts has no place here, so nothing is said of it.
  const allowed = useAllowedValues()({ ...indicator.rules, countsPersons: false });
  const typed = (part: string) => standing(shadowField(part as ShadowPart), stored.typed[part as ShadowPart]);
  const method = standing(methodField, stored.method);
  const names = [methodField, ...shadowParts.map(shadowField)];
  const isOpen = method !== "" || shadowParts.some((part) => typed(part) !== "") || names.some((name) => errorOf(name));
  return (
    <div className="field">
      <details className="more" open={isOpen}>
        <summary>{t("opens")}</summary>
        <p className="help mb-3">
          {[t("lead"), indicator.rules.countsPersons && t("persons"), allowed].filter(Boolean).join(" ")}
        </p>
        <ValueField cell={totalCell} label={t("value")} {...{ indicator, typed, errorOf }} />
        <Textarea
          id={methodField}
          name={methodField}
          rows={3}
          maxLength={longestMethod}
          label={t("method")}
          hint={t("methodHint", { limit: longestMethod })}
          error={errorOf(methodField)}
          defaultValue={method}
        />
      </details>
    </div>
  );
}
