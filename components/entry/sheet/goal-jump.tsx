"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { importPath, narrativePath, printPath, workbookPath } from "@/lib/i18n/paths";
import type { EntryGoal } from "@/lib/views/entry-view";
import type { WholeReport } from "./goals-nav";

/**
 * Where the goals have no room beside the sheet: a list to choose one from, and the way to the rest of the report. Works as a
 * plain form as well.
 */
export function GoalJump({
  goals,
  chosen,
  onGoal,
  narrative,
  mayImport,
}: WholeReport & {
  goals: readonly EntryGoal[];
  /** The goal whose rows alone are shown; empty: all are. */
  chosen: string;
  onGoal: (code: string) => void;
}) {
  const t = useTranslations("entryForm.goals");
  const { base } = useEntry();
  return (
    <form className="goal-jump" action={base} method="get">
      <label htmlFor="goal-jump">{t("one")}</label>
      <select id="goal-jump" name="goal" value={chosen} onChange={({ target }) => onGoal(target.value)}>
        <option value="">{t("all")}</option>
        {goals.map(({ code, title, shortTitle, answered, total }) => (
          <option key={code} value={code}>
            {t("option", { code, title: shortTitle || title, answered, total })}
          </option>
        ))}
      </select>
      <button type="submit" className="btn without-script">
        {t("go")}
      </button>
      <p className="note choices-row">
        {narrative && <a href={narrativePath(base)}>{t("narrative")}</a>}
        <a href={printPath(base, { isBlank: false })}>{t("print")}</a>
        <a href={workbookPath(base)}>{t("workbook")}</a>
        {mayImport && <a href={importPath(base)}>{t("import")}</a>}
      </p>
    </form>
  );
}
