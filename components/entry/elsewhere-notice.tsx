"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/disaggregation";
import { useErrorText } from "./cell-problems";
import { typedText } from "./entered";
import { useEntry } from "./entry-session";

/** Changes from an earlier visit that have no row here, and weren't stored: what they were, why, and the way to settle them. */
export function ElsewhereNotice({ goals }: { goals: readonly string[] }) {
  const t = useTranslations("room.elsewhere");
  const errorText = useErrorText();
  const { saver, base, dimensions } = useEntry();
  const all = useSyncExternalStore(saver.subscribe, saver.elsewhere, saver.elsewhere);
  const stuck = all.filter(({ problem }) => problem !== null);
  if (stuck.length === 0) return null;
  return (
    <div className="msg msg-error elsewhere">
      <p className="h">{t("title", { count: stuck.length })}</p>
      <ul>
        {stuck.map(({ unsent, problem }) => {
          const goal = unsent.indicator.split(/[.-]/)[0] ?? "";
          const part = unsent.cell === totalCell ? "" : cellName(unsent.cell, dimensions, "");
          return (
            <li key={`${unsent.indicator} ${unsent.cell}`}>
              {goals.includes(goal) ? (
                <a href={`${base}?goal=${goal}#${unsent.indicator}`}>{unsent.indicator}</a>
              ) : (
                unsent.indicator
              )}
              {part && ` (${part})`}: <b className="wrap-anywhere">{typedText(unsent.entered)}</b>.{" "}
              {problem && t("because", { problem: errorText(problem) })}{" "}
              <button type="button" className="link" onClick={() => saver.discardElsewhere(unsent)}>
                {t("discard")}
                <span className="vh"> {unsent.indicator}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
