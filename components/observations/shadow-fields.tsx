"use client";

import { useTranslations } from "next-intl";
import { TableFields } from "@/components/report/table-fields";
import { Textarea } from "@/components/ui/fields/textarea";
import { Notice } from "@/components/ui/notice";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useValueWording } from "@/components/values/use-value-wording";
import { ValueField } from "@/components/values/value-field";
import { longestMethod } from "@/lib/domain/commitments/shadow-value";
import { type CellKey, cellsOfTable, totalCell } from "@/lib/domain/framework/disaggregation";
import { methodField, type ShadowPart, shadowPartField, shadowParts } from "@/lib/schemas/commitments/shadow-fields";
import type { ShadowIndicator, ShadowPartsView } from "@/lib/views/commitments/shadow-view";
import { differenceWords } from "./shadow-words";

/** A value as its fields have it, with how it came about. */
export interface ShadowBefore {
  typed: Partial<Record<ShadowPart, string>>;
  parts: Readonly<Record<CellKey, Partial<Record<ShadowPart, string>>>>;
  /** Where what is stored doesn't add up. */
  differ?: ShadowPartsView["differ"];
  method: string;
}

/** A value of its own, typed in the fields in which the same is reported, and how it came about. */
export function ShadowFields({
  indicator,
  stored,
  standing,
  errorOf,
  isRefused,
}: {
  indicator: ShadowIndicator;
  stored: ShadowBefore;
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
  isRefused: boolean;
}) {
  const t = useTranslations("observations.shadow");
  // That a source hides its counts has no place here, so nothing is said of it.
  const allowed = useAllowedValues()({ ...indicator.rules, countsPersons: false });
  const { splits, dimensions } = indicator;
  const storedIn = (cell: CellKey) => (cell === totalCell ? stored.typed : stored.parts[cell]);
  const typedIn = (cell: CellKey) => (part: string) =>
    standing(shadowPartField(cell, part as ShadowPart), storedIn(cell)?.[part as ShadowPart]);
  const isFilled = (cell: CellKey) =>
    shadowParts.some((part) => typedIn(cell)(part) !== "" || errorOf(shadowPartField(cell, part)));
  const method = standing(methodField, stored.method);
  const cellsOf = (code: string) => cellsOfTable(code, dimensions).interior;
  const isSplit = splits.some(({ code }) => cellsOf(code).some(isFilled));
  const isOpen = method !== "" || errorOf(methodField) !== null || isFilled(totalCell) || isSplit;
  const differs = differenceWords(useTranslations("observations"), useValueWording());
  const nameOf = (code: string) => dimensions.find((dimension) => dimension.code === code)?.name ?? code;
  return (
    <div className="field">
      <details className="more" open={isOpen}>
        <summary>{t("opens")}</summary>
        <p className="help mb-3">
          {[t("lead"), indicator.rules.countsPersons && t("persons"), allowed].filter(Boolean).join(" ")}
        </p>
        <ValueField cell={totalCell} label={t("value")} typed={typedIn(totalCell)} {...{ indicator, errorOf }} />
        {!isRefused &&
          differs(stored.differ ?? []).map((line) => (
            <div key={line} className="mt-3">
              <Notice>
                <p>{line}</p>
              </Notice>
            </div>
          ))}
        {splits.length > 0 && (
          <details className="more" open={isSplit}>
            <summary>{t("parts")}</summary>
            <p className="help mb-3">
              {[t("partsLead"), indicator.rules.countsPersons && t("partsPersons")].filter(Boolean).join(" ")}
            </p>
            {splits.map((split) => (
              <details key={split.code} className="fold" open={cellsOf(split.code).some(isFilled)}>
                <summary>{t("split", { dimensions: split.dimensions.map(nameOf).join(" × ") })}</summary>
                <TableFields
                  table={split}
                  dimensions={dimensions}
                  marginals={false}
                  filled={isFilled}
                  field={(cell, label) => (
                    <ValueField cell={cell} label={label} typed={typedIn(cell)} {...{ indicator, errorOf }} compact />
                  )}
                />
              </details>
            ))}
          </details>
        )}
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
