"use client";

import { useTranslations } from "next-intl";
import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { FilesBegun } from "@/components/evidence/files-begun";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { SeeNow } from "@/components/ui/forms/see-now";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { ReasonField } from "@/components/values/missing/reason-field";
import { ValueField } from "@/components/values/value-field";
import { type CellKey, parseCellKey, tableOfCell, totalCell } from "@/lib/domain/framework/disaggregation";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { enteredFromValue } from "@/lib/schemas/values/entered-value";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed/dimensions";
import type { ReportAddress } from "@/lib/views/report-view";
import { isWrittenIn } from "./kept/form-fields";
import { wordsPlace } from "./kept/kept-words";
import { useKeptWords } from "./kept/use-kept-words";
import { TableFields } from "./table-fields";

/** Which revision an answer was written over, so that one that is put back replaces no newer one unasked. */
const asSeen = (name: string): string[] => [cellField(name.split("|")[0]!, "revision")];

/**
 * Drawn again only where the page has another: into it the form writes which revision the words rest on that it puts back.
 * @param wordsRestOn where that one is older, since somebody was told of a newer one, until it is saved over
 */
const SeenRevision = memo(function SeenRevision({
  name,
  revision,
  wordsRestOn,
}: {
  name: string;
  revision: number;
  wordsRestOn?: string | number | null;
}) {
  return <input type="hidden" name={name} value={revision} data-seen={wordsRestOn ?? undefined} />;
});

interface Props {
  indicator: EntryIndicator;
  dimensions: PackedDimensions;
  address: ReportAddress;
  locale: string;
  /** Who answers. */
  userId: number;
  /** Code of the indicator after it. */
  next: string | null;
  /** Where the person came from, and goes back to. */
  from: "check" | null;
  /** Of the page. */
  title: string;
  /** The page answers another of its forms that was refused. */
  isPageRefused: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** Every cell of one indicator as plain fields: works without a script, and for whoever prefers one thing at a time. */
export function IndicatorForm({ action, indicator, ...props }: Props) {
  const [state, send, sending] = useAnsweredState(action);
  const form = useRef<HTMLFormElement>(null);
  const { cells } = indicator;
  // A comment beside it reads the page anew. What somebody is writing goes on resting on what they saw: only a form in
  // which nobody wrote shows what was stored meanwhile.
  const [seen, see] = useState(cells);
  useEffect(() => {
    if (form.current && !isWrittenIn(form.current)) see(cells);
  }, [cells]);
  const revisions = Object.entries(seen).map(([cell, value]) => [cell, value.revision]);
  // A refused form has in itself what was seen.
  const isRefused = state?.ok === false;
  return (
    <IndicatorFields
      key={JSON.stringify(isRefused ? state.entered : revisions)}
      {...props}
      indicator={{ ...indicator, cells: isRefused ? cells : seen }}
      form={form}
      state={state}
      send={send}
      sending={sending}
    />
  );
}

function IndicatorFields({
  indicator,
  dimensions: packed,
  address,
  locale,
  userId,
  next,
  from,
  title,
  isPageRefused,
  form,
  state,
  send,
  sending,
}: Omit<Props, "action"> & {
  form: RefObject<HTMLFormElement | null>;
  state: FormState;
  send: (form: FormData) => void;
  sending: boolean;
}) {
  const t = useTranslations("entry");
  const values = useTranslations("values.field");
  const errors = useTranslations("errors");
  const { summary, errorOf } = useProblems(state);
  const { code, rules, cells, tables } = indicator;
  const dimensions = useMemo(() => unpackDimensions(packed), [packed]);
  const isWords = rules.type === "narrative";
  const storedIn = (cell: CellKey) => enteredFromValue(rules.type, cells[cell]?.value) as Record<string, string>;
  // A refused form was made with what was sent: what is stored is noted at each field, so that only what differs is kept.
  useLayoutEffect(() => {
    if (state?.ok !== false) return;
    for (const control of form.current?.querySelectorAll<HTMLElement>(`[name*="|"]:not([type=hidden])`) ?? []) {
      const [cell = "", field = ""] = control.getAttribute("name")!.split("|");
      control.dataset.stored ??= storedIn(cell)[field] ?? "";
    }
  });
  useKeptWords(form, wordsPlace(userId, address, `answer ${code}`), state, asSeen);
  const [isPutBack, setPutBack] = useState(false);
  const isReady = useMemoryReady();
  // Once what was kept stands in the fields, and before anybody writes more.
  useEffect(() => setPutBack(isReady && form.current !== null && isWrittenIn(form.current)), [isReady, form]);
  const typedIn = (cell: CellKey) => {
    const stored = storedIn(cell);
    return (field: string) => {
      const again = state?.ok === false ? state.entered[cellField(cell, field)] : undefined;
      return again?.[0] ?? stored[field] ?? "";
    };
  };
  /** What stands beside what was refused. */
  const storedInTotal = (field: string) => (state?.ok === false ? (storedIn(totalCell)[field] ?? "") : undefined);
  /** The revision of what was told of each cell that was changed meanwhile. */
  const told = new Map(
    state?.ok === false
      ? state.problems.flatMap(({ key, field, args }) =>
          key === "cellChanged" ? [[field.split("|")[0], Number(args?.revision)]] : [],
        )
      : [],
  );
  /** The revision that was seen; of a cell that was changed meanwhile the one that is told of. */
  const seen = (cell: CellKey) => {
    const name = cellField(cell, "revision");
    const entered = state?.ok === false ? (state.entered[name]?.[0] ?? 0) : null;
    const revision = told.get(cell) ?? Number(entered ?? cells[cell]?.revision ?? 0);
    // A breakdown has hundreds of cells, most of them empty: what is not sent counts as none. The total's is there to be
    // put back with its words.
    if (revision === 0 && cell !== totalCell) return null;
    return <SeenRevision name={name} revision={revision} wordsRestOn={told.has(cell) ? entered : undefined} />;
  };
  const codes = tables.map((table) => table.code);
  const field = (table: string) => (cell: CellKey, label: string) => {
    // Two tables may share a cell; it has one field, in the first.
    const isAbove = cell === totalCell || tableOfCell(parseCellKey(cell) ?? new Map(), codes) !== table;
    if (isAbove) return <span className="note">{t("table.above")}</span>;
    return (
      <>
        <ValueField cell={cell} label={label} indicator={indicator} typed={typedIn(cell)} errorOf={errorOf} compact />
        {seen(cell)}
      </>
    );
  };
  return (
    <>
      <FilesBegun address={address} indicator={code} userId={userId} />
      <form ref={form} action={send} noValidate autoComplete={isWords ? undefined : "off"} className="mt-6">
        <PageTitle title={title} refused={isPageRefused || state?.ok === false} />
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <SeeNow state={state} label={t("seeNow")} />
        {isPutBack && state === null && (
          <Notice tone="info" live>
            <p>{t("kept.putBack")}</p>
          </Notice>
        )}
        {Object.entries({ ...address, locale, indicator: code, ...(from && { from }) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {seen(totalCell)}
        <ValueField
          cell={totalCell}
          label={values("total")}
          indicator={indicator}
          typed={typedIn(totalCell)}
          stored={storedInTotal("text")}
          errorOf={errorOf}
        />
        <ReasonField
          cell={totalCell}
          typed={typedIn(totalCell)}
          stored={storedInTotal("missingReason")}
          errorOf={errorOf}
        />
        {tables.length > 0 && <h2 className="mt-6">{t("table.title")}</h2>}
        {tables.length > 0 && rules.type === "percentage" && <Notice>{t("table.ratioHint")}</Notice>}
        {tables.map((table) => (
          <TableFields
            key={table.code}
            table={table}
            dimensions={dimensions}
            filled={(cell) => cells[cell] !== undefined}
            field={field(table.code)}
          />
        ))}
        <LookedAtBox state={state} />
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
    </>
  );
}
