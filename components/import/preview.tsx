"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { type Chosen, conflictField, openConflicts } from "@/lib/schemas/imports/import-answers";
import { type ImportView, seenOf } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";
import { CellProblems, FileNotes } from "./cell-problems";
import { ClearedCells } from "./cleared-cells";
import { Conflicts } from "./conflicts";
import { Findings } from "./findings";
import { ImportedCells } from "./imported-cells";
import { LeftOut } from "./left-out";
import { useImportWords } from "./use-import-words";

/** The answers of a form; a radio that nobody chose isn't in it. */
const chosenIn =
  (form: FormData): Chosen =>
  (field) => {
    const value = form.get(field);
    return typeof value === "string" ? value : undefined;
  };

/** Why there is nothing to import. */
function nothingKey({ problems, notYours, counts: { unmatched, ignored } }: ImportView) {
  if (problems.length > 0) return "preview.nothingMended";
  if (notYours > 0) return "preview.nothingYours";
  return unmatched + ignored > 0 ? "preview.nothingLead" : "preview.nothingNew";
}

/**
 * What the file would do, with a question for each cell that it can't answer; the button refuses while one is open.
 * Without a script the form goes to `action`, else to `onImport`.
 */
export function Preview({
  view,
  address,
  isImporting,
  reportHref,
  action,
  chosenBefore,
  onImport,
}: {
  view: ImportView;
  address: ReportAddress;
  isImporting: boolean;
  reportHref: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What was chosen here before the file was looked at anew. */
  chosenBefore: Chosen;
  onImport: (chosen: Chosen) => void;
}) {
  const t = useTranslations("import");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const words = useImportWords(view);
  const [state, send] = useAnsweredState(action);
  const refused = useProblems(state);
  const [open, setOpen] = useState<ImportView["conflicts"]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new list, and takes the focus again
  const undecided = useMemo(
    () =>
      open.map((conflict) => {
        const { indicator, cell } = conflict;
        const message = t("preview.undecided", { indicator, cell: words.cell(cell) });
        return { fieldId: conflictField(conflict), message };
      }),
    [open],
  );
  const errorOf = (field: string) =>
    undecided.find(({ fieldId }) => fieldId === field)?.message ?? refused.errorOf(field);
  // A cell that was answered too late is asked about anew.
  const chosen: Chosen = (field) =>
    (state?.ok === false && refused.errorOf(field) === null ? state.entered[field]?.[0] : undefined) ??
    chosenBefore(field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = chosenIn(new FormData(event.currentTarget));
    const left = openConflicts(view.conflicts, chosen);
    setOpen(left);
    if (left.length === 0) onImport(chosen);
  }

  const { imported, same, conflicts, cleared, counts, rows, format } = view;
  const isOwn = format === "report";
  const changed = imported.filter(({ present }) => present !== undefined).length;
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>;
  const count = (
    key: "imported" | "changed" | "same" | "conflicts" | "problems" | "unmatched" | "ignored",
    cells: number,
  ) => <li>{t.rich(`preview.${key}`, { count: cells, b })}</li>;
  return (
    <section className="block first" aria-labelledby="preview">
      <h2 id="preview" ref={title} tabIndex={-1} className="wrap-anywhere">
        {t("preview.title", { file: view.fileName })}
      </h2>
      <ul className="meta">
        <li>{t.rich(isOwn ? "preview.cells" : "preview.rows", { rows, b })}</li>
        {count("imported", imported.length - changed)}
        {isOwn && count("changed", changed)}
        {count("conflicts", conflicts.length)}
        {count("same", isOwn ? counts.same : same.length)}
        {isOwn ? (
          count("problems", counts.unmatched)
        ) : (
          <>
            {count("unmatched", counts.unmatched)}
            {count("ignored", counts.ignored)}
          </>
        )}
      </ul>
      <form action={send} onSubmit={submit} noValidate className="mt-6">
        <ErrorSummary title={errors("summaryTitle")} errors={undecided.length > 0 ? undecided : refused.summary} />
        {Object.entries({ ...address, locale, sha256: view.sha256, fileName: view.fileName }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seen" value={JSON.stringify(seenOf(view))} />
        <CellProblems view={view} words={words} />
        <Conflicts conflicts={conflicts} words={words} chosen={chosen} errorOf={errorOf} />
        <ClearedCells cleared={cleared} words={words} chosen={chosen} />
        <ImportedCells imported={imported} words={words} />
        <FileNotes view={view} words={words} />
        <Findings findings={view.findings} words={words} />
        <LeftOut view={view} words={words} />
        {imported.length + conflicts.length + cleared.length > 0 ? (
          <>
            <p className="note">{t("page.noUndo")}</p>
            <div className="actions">
              <Button look="main" type="submit" aria-disabled={isImporting}>
                {t(isImporting ? "page.importing" : "page.import")}
              </Button>
              <a href={reportHref}>{t("page.backUnchanged")}</a>
            </div>
          </>
        ) : (
          <div className="mt-6">
            <EmptyState title={t("preview.nothing")}>
              <p>{t(nothingKey(view))}</p>
              <p>
                <a href={reportHref}>{t("page.back")}</a>
              </p>
            </EmptyState>
          </div>
        )}
      </form>
    </section>
  );
}
