"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { Select } from "@/components/ui/select";
import { useProblems } from "@/components/ui/use-problems";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import { missingReasons } from "@/lib/domain/value";
import { enteredFromValue } from "@/lib/schemas/entered-value";
import { cellField } from "@/lib/schemas/entry-forms";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { FormState } from "@/lib/schemas/form-state";
import type { DimensionView, ReportAddress } from "@/lib/schemas/report-view";
import { TableFields } from "./table-fields";
import { ValueFields } from "./value-fields";

/** Every cell of one indicator as plain fields: works without a script, and for whoever prefers one thing at a time. */
export function IndicatorForm({
  indicator,
  dimensions,
  address,
  locale,
  next,
  title,
  action,
}: {
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  address: ReportAddress;
  locale: string;
  /** Code of the indicator after it. */
  next: string | null;
  /** Of the page. */
  title: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("entry");
  const errors = useTranslations("errors");
  const [state, send, sending] = useActionState(action, null);
  const { summary, errorOf } = useProblems(state);
  const { code, rules, cells, tables } = indicator;
  const typedIn = (cell: CellKey) => {
    const stored = enteredFromValue(rules.type, cells[cell]?.value) as Record<string, string>;
    return (field: string) => {
      const again = state?.ok === false ? state.entered[cellField(cell, field)] : undefined;
      return again?.[0] ?? stored[field] ?? "";
    };
  };
  const seen = (cell: CellKey) => (
    <input type="hidden" name={cellField(cell, "revision")} value={cells[cell]?.revision ?? 0} />
  );
  const done = new Set<CellKey>([totalCell]);
  const field = (cell: CellKey, label: string) => {
    // Two tables may share a cell; it has one field, in the first.
    if (done.has(cell)) return <span className="note">{t("table.above")}</span>;
    done.add(cell);
    return (
      <>
        <ValueFields cell={cell} label={label} indicator={indicator} typed={typedIn(cell)} errorOf={errorOf} compact />
        {seen(cell)}
      </>
    );
  };
  return (
    <form
      action={send}
      noValidate
      className="mt-6"
      key={state?.ok === false ? JSON.stringify(state.entered) : "stored"}
    >
      <PageTitle title={title} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries({ ...address, locale, indicator: code }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {seen(totalCell)}
      <ValueFields
        cell={totalCell}
        label={t("field.total")}
        indicator={indicator}
        typed={typedIn(totalCell)}
        errorOf={errorOf}
      />
      <Select
        id={cellField(totalCell, "missingReason")}
        name={cellField(totalCell, "missingReason")}
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        error={errorOf(cellField(totalCell, "missingReason"))}
        defaultValue={typedIn(totalCell)("missingReason")}
        empty={t("field.noReason")}
        options={missingReasons.map((reason) => ({ value: reason, label: t("reason", { reason }) }))}
      />
      {tables.length > 0 && <h2 className="mt-6">{t("table.title")}</h2>}
      {tables.length > 0 && rules.type === "percentage" && <Notice>{t("table.ratioHint")}</Notice>}
      {tables.map((table) => (
        <TableFields
          key={table.code}
          table={table}
          dimensions={dimensions}
          filled={(cell) => cells[cell] !== undefined}
          field={field}
        />
      ))}
      <div className="actions">
        <Button look="main" type="submit" name="next" value="stay" aria-disabled={sending}>
          {sending ? t("saving") : t("save")}
        </Button>
        {next && (
          <Button type="submit" name="next" value={next} aria-disabled={sending}>
            {t("saveAndNext", { next })}
          </Button>
        )}
      </div>
    </form>
  );
}
