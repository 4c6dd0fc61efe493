"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { sheetHeading } from "@/components/entry/fields/move-focus";
import { useEntry } from "@/components/entry/state/entry-session";
import { importPath, narrativePath, sheetPath } from "@/lib/i18n/paths";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import type { WholeReport } from "./goals-nav";
import { useGoalsNow } from "./use-goals-now";

/** On a phone: the goals as a list to choose from, and the way to the rest of the report. Works as a plain form as well. */
export function GoalJump({
  goals: before,
  current,
  indicators,
  narrative,
  mayImport,
}: WholeReport & { goals: readonly EntryGoal[]; current: string; indicators: readonly EntryIndicator[] }) {
  const t = useTranslations("entryForm.goals");
  const dock = useTranslations("entryForm.dock");
  const { base, say } = useEntry();
  const goals = useGoalsNow(before, current, indicators);
  const jump = (event: ChangeEvent<HTMLSelectElement>) => {
    // The sheet's heading takes the focus.
    if (navigator.onLine) return window.location.assign(`${sheetPath(base, event.target.value)}#${sheetHeading}`);
    event.target.value = current;
    say(dock("offline"));
  };
  return (
    <form className="goal-jump" action={base} method="get">
      <label htmlFor="goal-jump">{t("one")}</label>
      <select id="goal-jump" name="goal" defaultValue={current} onChange={jump}>
        {goals.map(({ code, title, shortTitle, answered, total }) => (
          <option key={code} value={code}>
            {t("option", { code, title: shortTitle || title, answered, total })}
          </option>
        ))}
      </select>
      <button type="submit" className="btn without-script">
        {t("go")}
      </button>
      {(narrative || mayImport) && (
        <p className="note choices-row">
          {narrative && <a href={narrativePath(base)}>{t("narrative")}</a>}
          {mayImport && <a href={importPath(base)}>{t("import")}</a>}
        </p>
      )}
    </form>
  );
}
