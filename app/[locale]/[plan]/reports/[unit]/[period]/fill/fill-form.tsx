"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FillView } from "@/lib/schemas/fill-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { answersOf } from "./answers";
import { Preview } from "./preview";
import { ProblemNotice } from "./problem-notice";
import { type Problem, sendAnswers, sendFile } from "./send-file";

/**
 * File, preview, decisions, result. A preview holds for the file that is chosen: choosing another takes it away.
 * @param reportHref the report's own page
 */
export function FillForm({
  address,
  reportHref,
  megabytes,
}: {
  address: ReportAddress;
  reportHref: string;
  megabytes: number;
}) {
  const t = useTranslations("fill");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [view, setView] = useState<FillView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<{ filled: number; file: string } | null>(null);
  const [working, setWorking] = useState<"previewing" | "filling" | null>(null);
  const [isFileMissing, setFileMissing] = useState(false);

  function forget() {
    setView(null);
    setProblem(null);
    setDone(null);
    setFileMissing(false);
  }

  async function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (working) return;
    const file = new FormData(event.currentTarget).get("file");
    forget();
    if (!(file instanceof File) || file.name === "") {
      setFileMissing(true);
      document.getElementById("file")?.focus();
      return;
    }
    setWorking("previewing");
    const answer = await sendFile(address, file, locale);
    setWorking(null);
    if (answer.ok) setView(answer.body);
    else setProblem(answer.problem);
  }

  async function fill(shown: FillView, form: FormData) {
    if (working) return;
    setProblem(null);
    setWorking("filling");
    const answer = await sendAnswers(address, shown, answersOf(shown, form));
    setWorking(null);
    if (!answer.ok) return setProblem(answer.problem);
    setView(null);
    setDone({ filled: answer.body.filled, file: shown.fileName });
  }

  return (
    <>
      <form onSubmit={preview} noValidate>
        <Field
          id="file"
          label={t("page.file")}
          hint={t("page.fileHint", { megabytes })}
          error={isFileMissing ? errors("fileMissing") : null}
        >
          {(control) => <input {...control} type="file" name="file" accept=".csv,text/csv" onChange={forget} />}
        </Field>
        <div className="actions">
          <Button type="submit" look={view ? "plain" : "main"} aria-disabled={working !== null}>
            {t(working === "previewing" ? "page.previewing" : "page.preview")}
          </Button>
        </div>
      </form>
      {done && (
        <div className="mt-6">
          <Notice tone="ok" title={t("done.title", done)} live>
            {done.filled > 0 && <p>{t("done.lead")}</p>}
            <p>
              <a href={reportHref}>{t("page.back")}</a>
            </p>
          </Notice>
        </div>
      )}
      {view && (
        <Preview
          key={view.sha256}
          view={view}
          isFilling={working === "filling"}
          reportHref={reportHref}
          onFill={(form) => fill(view, form)}
        />
      )}
      {problem && (
        <div className="mt-6">
          <ProblemNotice problem={problem} view={view} />
        </div>
      )}
    </>
  );
}
