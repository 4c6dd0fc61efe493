"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import { importPath, narrativePath, printPath, sheetPath, workbookPath } from "@/lib/i18n/paths";
import type { EntryGoal } from "@/lib/views/entry-view";

/** What the report has besides the sheet. */
export interface WholeReport {
  /** Texts written and texts there are; null for whoever has no narrative. */
  narrative: { written: number; of: number } | null;
  mayImport: boolean;
}

/** The goals at the side, each with how far it is: a map of the report, and the way to a goal's rows. */
export function GoalsNav({
  goals,
  current,
  onGoal,
  narrative,
  mayImport,
}: WholeReport & {
  goals: readonly EntryGoal[];
  /** The goal of the chosen row. */
  current: string;
  onGoal: (code: string) => void;
}) {
  const t = useTranslations("entryForm.goals");
  const { base } = useEntry();
  const go = (event: MouseEvent, code: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGoal(code);
  };
  return (
    <nav className="goals" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <ol>
        {goals.map(({ code, title, shortTitle, answered, total, warnings }) => (
          <li key={code}>
            <a
              href={sheetPath(base, code)}
              aria-current={code === current ? "true" : undefined}
              onClick={(event) => go(event, code)}
            >
              <span>{code}</span>
              <span>{shortTitle || title}</span>
              <span className="pr">
                <progress value={answered} max={total} aria-hidden="true" />
                <span>
                  {t("answered", { answered, total })}
                  <span className="vh"> {t("answeredWord")}</span>
                </span>
                {warnings > 0 && <span className="todo">{t("warnings", { count: warnings })}</span>}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <h2 className="mt-6">{t("whole")}</h2>
      <ol>
        {narrative && (
          <li>
            <a href={narrativePath(base)}>
              <span />
              <span>{t("narrative")}</span>
              <span className="pr">
                <progress value={narrative.written} max={narrative.of} aria-hidden="true" />
                {t("answered", { answered: narrative.written, total: narrative.of })}
              </span>
            </a>
          </li>
        )}
        <li>
          <a href={printPath(base, { isBlank: false })}>
            <span />
            <span>{t("print")}</span>
          </a>
        </li>
        <li>
          <a href={workbookPath(base)}>
            <span />
            <span>{t("workbook")}</span>
          </a>
        </li>
        {mayImport && (
          <li>
            <a href={importPath(base)}>
              <span />
              <span>{t("import")}</span>
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
