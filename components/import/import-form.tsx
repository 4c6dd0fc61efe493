"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useMemo, useRef, useState } from "react";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/fields/field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { importedPath, importPath } from "@/lib/i18n/paths";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { answersOf, type Chosen } from "@/lib/schemas/imports/import-answers";
import { type ImportView, type LeftView, leftOf, type ReadSoFar, seenOf } from "@/lib/views/import-view";
import { CellProblems } from "./cell-problems";
import { LeftOut } from "./left-out";
import { Preview } from "./preview";
import { formPathOf, type Problem, sendAnswers, sendFiles } from "./send-file";
import { type ChosenBefore, stillChosen } from "./still-chosen";
import { useImportWords } from "./use-import-words";

/** What the page shows at first: how far somebody came whose browser runs no script. */
export interface ImportStart {
  view?: ImportView;
  problem?: Problem;
  done?: { imported: number; had: number; file: string };
  /** What of the file was left over then. */
  left?: LeftView;
  isFileMissing?: boolean;
}

/** Before a file is looked through. */
const nothingSeen = { indicators: [], dimensions: [] };

const stand = (address: string) => window.history.replaceState(window.history.state, "", address);

/** What was done stands where the button was that did it. */
const takeFocus = (outcome: HTMLElement | null) => outcome?.focus();

/** What of the file is still to be entered, or isn't meant for this report, once the rest is imported. */
function NotImported({ left, reportHref }: { left: LeftView; reportHref: string }) {
  const words = useImportWords(left);
  return (
    <>
      <CellProblems view={left} words={words} enteredAt={reportHref} />
      <LeftOut view={left} words={words} />
    </>
  );
}

/** What happened and what to do. `view` is the preview that was answered, if it was about one. */
function ProblemNotice({ problem, view }: { problem: Problem; view: ImportView | null }) {
  const t = useTranslations("import");
  const words = useImportWords(view ?? { indicators: [], dimensions: [] });
  if (problem.about === "server")
    return (
      <Notice tone="error" live>
        <p>{t("page.unreached")}</p>
      </Notice>
    );
  if (problem.about === "file")
    return (
      <Notice tone="error" live>
        <p className="wrap-anywhere">{words.refusal(problem.message, problem.name)}</p>
      </Notice>
    );
  return (
    <Notice tone="error" title={words.problem(problem.message)} live>
      {problem.cells.map(({ indicator, cell, code }) => (
        <p key={`${indicator} ${cell} ${code}`}>
          {t("preview.problem", { indicator, cell: words.cell(cell), problem: t(`problem.${code}`) })}
        </p>
      ))}
      {view && <p>{t("page.again")}</p>}
    </Notice>
  );
}

/** How far a file is sent and read, and a way out; null until the server has begun to read. */
function ReadingFile({ soFar, onStop }: { soFar: ReadSoFar | null; onStop: () => void }) {
  const t = useTranslations("import.page");
  return (
    <div className="mt-6">
      <ProgressBar
        label={soFar ? t("rowsRead", { rows: soFar.rows }) : t("sending")}
        value={soFar?.share ?? 0}
        max={1}
      />
      <div className="actions">
        <Button type="button" look="plain" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}

/**
 * File, preview, decisions, result. A preview holds for the file that is chosen: choosing another takes it away. Without
 * a script each step is a page of its own.
 * @param reportHref the report's own page
 */
export function ImportForm({
  owner,
  reportHref,
  megabytes,
  start,
  action,
}: {
  owner: Owner;
  reportHref: string;
  megabytes: number;
  start: ImportStart;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const { userId: _, ...address } = owner;
  const t = useTranslations("import");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [view, setView] = useState(start.view ?? null);
  const [problem, setProblem] = useState(start.problem ?? null);
  const [done, setDone] = useState(start.done ?? null);
  const [left, setLeft] = useState(start.left ?? null);
  const [refusedChoices, setRefusedChoices] = useState<ChosenBefore | null>(null);
  const [working, setWorking] = useState<"previewing" | "importing" | null>(null);
  // Another object for each attempt without a file.
  const [fileMissing, setFileMissing] = useState(start.isFileMissing ? {} : null);
  const [soFar, setSoFar] = useState<ReadSoFar | null>(null);
  const reading = useRef<AbortController | null>(null);

  function forget() {
    setView(null);
    setProblem(null);
    setDone(null);
    setLeft(null);
    if (done) stand(importPath(reportHref));
    setFileMissing(null);
  }

  async function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (working) return;
    const files = new FormData(event.currentTarget)
      .getAll("file")
      .filter((file) => file instanceof File && file.name !== "") as File[];
    forget();
    if (files.length === 0) return setFileMissing({});
    setWorking("previewing");
    setSoFar(null);
    const stop = new AbortController();
    reading.current = stop;
    const answer = await sendFiles(owner, files, locale, { stop: stop.signal, read: setSoFar });
    setWorking(null);
    if (answer === null) return;
    if (answer.ok) setView(answer.body);
    else setProblem(answer.problem);
  }

  async function importIt(shown: ImportView, chosen: Chosen) {
    if (working) return;
    setProblem(null);
    setWorking("importing");
    const answer = await sendAnswers(owner, shown, answersOf(seenOf(shown), chosen));
    setWorking(null);
    if (!answer.ok) {
      setRefusedChoices({ view: shown, chosen });
      return setProblem(answer.problem);
    }
    setView(null);
    setRefusedChoices(null);
    setDone({ ...answer.body, file: shown.fileName });
    setLeft(leftOf(shown));
    // Whoever follows a link to what is left over comes back to the list.
    stand(importedPath(reportHref, { ...answer.body, file: shown.sha256, name: shown.fileName }));
  }

  const words = useImportWords(view ?? nothingSeen);
  // Without a preview it is about the choice of the file.
  const fileError = fileMissing
    ? errors("fileMissing")
    : view === null && problem?.about === "file"
      ? words.refusal(problem.message, problem.name)
      : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal is another list, and takes the focus again
  const refused = useMemo(
    () => (fileError === null ? [] : [{ fieldId: "file", message: fileError }]),
    [fileError, problem, fileMissing],
  );
  return (
    <>
      <form
        method="post"
        action={formPathOf(owner, locale)}
        encType="multipart/form-data"
        onSubmit={preview}
        noValidate
        className="off-paper wrap-anywhere"
      >
        <ErrorSummary title={errors("summaryTitle")} errors={refused} />
        <Field id="file" label={t("page.file")} hint={t("page.fileHint", { megabytes })} error={fileError}>
          {(control) => (
            <input {...control} type="file" name="file" accept=".xlsx,.csv,text/csv" multiple onChange={forget} />
          )}
        </Field>
        <div className="actions">
          <Button type="submit" look={view ? "plain" : "main"} aria-disabled={working !== null}>
            {t(working === "previewing" ? "page.previewing" : "page.preview")}
          </Button>
        </div>
      </form>
      {working === "previewing" && <ReadingFile soFar={soFar} onStop={() => reading.current?.abort()} />}
      {done && (
        <div className="mt-6" ref={takeFocus} tabIndex={-1}>
          <Notice tone="ok" title={t("done.title", done)} live>
            {done.imported + done.had > 0 && <p>{t("done.lead")}</p>}
            <p>
              <a href={reportHref}>{t("page.back")}</a>
            </p>
          </Notice>
        </div>
      )}
      {left && <NotImported left={left} reportHref={reportHref} />}
      {view && (
        <Preview
          key={view.sha256}
          view={view}
          address={address}
          isImporting={working === "importing"}
          reportHref={reportHref}
          action={action}
          chosenBefore={stillChosen(refusedChoices, view)}
          onImport={(chosen) => importIt(view, chosen)}
        />
      )}
      {problem && fileError === null && (
        <div className="mt-6" ref={intoView}>
          <ProblemNotice problem={problem} view={view} />
        </div>
      )}
    </>
  );
}

/** A refusal below the window would be none: it comes to be seen, and the focus stays where the hand is. */
const intoView = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: "nearest" });
