"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Radios } from "@/components/ui/fields/radios";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { type Chosen, clearField, conflictField, openConflicts } from "@/lib/schemas/imports/import-answers";
import {
  type ClearedCell,
  type ImportCell,
  type ImportConflict,
  type ImportView,
  seenOf,
} from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";
import { CellProblems, FileNotes } from "./cell-problems";
import { LeftOut } from "./left-out";
import { type ImportWords, useImportWords } from "./use-import-words";

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

/** Values that the file leaves blank: taken out of it, or typed since. A blank isn't an answer: each stays unless ticked here. */
function ClearedCells({
  cleared,
  words,
  chosen,
}: {
  cleared: readonly ClearedCell[];
  words: ImportWords;
  /** What was chosen in a form that was refused. */
  chosen: Chosen;
}) {
  const t = useTranslations("import.preview");
  if (cleared.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="cleared">
      <h3 id="cleared">{t("clearedTitle", { count: cleared.length })}</h3>
      <p className="note">{t("clearedLead")}</p>
      {cleared.map((cell) => {
        const { indicator, present, place } = cell;
        const field = clearField(cell);
        const args = { indicator: words.indicator(indicator), cell: words.cell(cell.cell), place: words.place(place) };
        return (
          <Checkbox
            key={field}
            id={field}
            name={field}
            value="clear"
            defaultChecked={chosen(field) !== undefined}
            label={t("clear", { ...args, value: words.value(present, indicator) })}
          />
        );
      })}
    </section>
  );
}

/** One question for each cell for which there is more than one value; nothing is chosen beforehand. */
function Conflicts({
  conflicts,
  words,
  chosen,
  errorOf,
}: {
  conflicts: readonly ImportConflict[];
  words: ImportWords;
  /** What was chosen in a form that was refused. */
  chosen: Chosen;
  errorOf: (field: string) => string | null;
}) {
  const t = useTranslations("import.preview");
  if (conflicts.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="conflicts">
      <h3 id="conflicts">{t("conflictsTitle")}</h3>
      <p className="note">{t("conflictsLead")}</p>
      <div className="mt-4">
        {conflicts.map((conflict) => {
          const { indicator, cell, present, choices, cleared } = conflict;
          const field = conflictField(conflict);
          return (
            <Radios
              key={field}
              id={field}
              name={field}
              label={t("conflict", { indicator: words.indicator(indicator), cell: words.cell(cell) })}
              error={errorOf(field)}
              defaultValue={chosen(field)}
              options={[
                ...choices.map((each) => ({
                  value: String(each.lines[0]),
                  label: t("choice", { lines: words.lines(each), value: words.value(each.value, indicator) }),
                })),
                ...(cleared ? [{ value: "clear", label: t("choiceBlank", { place: words.place(cleared) }) }] : []),
                {
                  value: "keep",
                  label: present ? t("keep", { value: words.value(present, indicator) }) : t("keepBlank"),
                },
              ]}
            />
          );
        })}
      </div>
    </section>
  );
}

/** Totals that their parts contradict once the draft is imported; what may only be missing is told apart. */
function Findings({ findings, words }: { findings: ImportView["findings"]; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const all = findings.flatMap(({ indicator, findings }) => findings.map((finding) => ({ indicator, finding })));
  const warnings = all.filter(({ finding }) => finding.level === "warning");
  const notes = all.filter(({ finding }) => finding.level === "note");
  if (all.length === 0) return null;
  const list = (some: typeof all) => (
    <ul className="pl-5">
      {some.map(({ indicator, finding }) => (
        <li key={`${indicator} ${finding.cell} ${finding.by} ${"measure" in finding && finding.measure}`}>
          <span className="code">{indicator}</span> {words.finding(finding)}
        </li>
      ))}
    </ul>
  );
  return (
    <section className="block first" aria-labelledby="findings">
      <h3 id="findings">{t("findingsTitle")}</h3>
      {warnings.length > 0 && (
        <Notice tone="warning">
          <p>{t("findingsLead")}</p>
          {list(warnings)}
        </Notice>
      )}
      {notes.length > 0 && (
        <details className="more">
          <summary>{t("notes", { count: notes.length })}</summary>
          <div className="note">{list(notes)}</div>
        </details>
      )}
    </section>
  );
}

/** A list longer than this is opened by whoever wants to read it. */
const shortList = 20;

/** Blank cells that get a value, and those whose value a report's own file changes. */
function ImportedCells({ imported, words }: { imported: readonly ImportCell[]; words: ImportWords }) {
  const t = useTranslations("import.preview");
  const isAwake = useIsAwake();
  const [isOpen, setOpen] = useState(imported.length <= shortList);
  if (imported.length === 0) return null;
  const isOverValues = imported.some(({ present }) => present !== undefined);
  return (
    <section className="block first" aria-labelledby="imported">
      <h3 id="imported">{t("importedTitle")}</h3>
      <details className="more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t("importedCount", { count: imported.length })}</summary>
        <Table
          caption={t("importedTitle")}
          head={
            <>
              <th scope="col">{t("indicator")}</th>
              <th scope="col">{t("cell")}</th>
              {isOverValues && (
                <th scope="col" className="n">
                  {t("present")}
                </th>
              )}
              <th scope="col" className="n">
                {t(isOverValues ? "newValue" : "value")}
              </th>
              <th scope="col" className={imported[0]?.places ? undefined : "n"}>
                {t(imported[0]?.places ? "place" : "line")}
              </th>
            </>
          }
        >
          {/* Ten thousand rows that nobody sees would keep the preview waiting. */}
          {(isOpen || !isAwake) &&
            imported.map(({ indicator, cell, present, ...imported }) => (
              <tr key={`${indicator} ${cell}`}>
                <th scope="row">{words.indicator(indicator)}</th>
                <td>{words.cell(cell)}</td>
                {isOverValues && (
                  <td className="n wrap-anywhere">{present ? words.value(present, indicator) : t("blank")}</td>
                )}
                <td className="n wrap-anywhere">{words.value(imported.value, indicator)}</td>
                <td className={imported.places ? undefined : "n"}>{words.lineNumbers(imported)}</td>
              </tr>
            ))}
        </Table>
      </details>
    </section>
  );
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
