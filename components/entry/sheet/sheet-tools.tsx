"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useDismissal } from "@/components/layout/use-dismissal";
import { Icon } from "@/components/ui/icon";
import {
  longestSheetFind,
  type RowChoice,
  rowChoices,
  type SheetView,
  sheetColumns,
} from "@/lib/schemas/addresses/sheet-view";
import type { EntryGoal } from "@/lib/views/entry-view";
import { Shortcuts } from "./shortcuts";

interface Props {
  view: SheetView;
  ask: (change: Partial<SheetView>) => void;
  /** How many rows each choice has. */
  counts: readonly (readonly [RowChoice, number])[];
  /** Looks anew which rows fit. */
  again: () => void;
  goals: readonly EntryGoal[];
  /** Rows that are shown. */
  found: number;
  /** What else can be done with the whole sheet. */
  children: ReactNode;
}

/** What a person asks of the sheet: words, which rows, which columns, how high the rows are. */
export function SheetTools({ view, ask, counts, again, goals, found, children }: Props) {
  const t = useTranslations("entryForm.tools");
  const find = useRef<HTMLInputElement>(null);
  const show = useRef<HTMLSelectElement>(null);
  // Somebody may have written or chosen before the page's script ran, which tells React nothing.
  const askEarly = useEffectEvent(() => {
    const early = { find: find.current!.value, show: show.current!.value as RowChoice };
    if (early.find !== view.find || early.show !== view.show) ask(early);
  });
  useEffect(() => askEarly(), []);
  const isNarrowed = view.find.trim() !== "" || view.show !== "all" || view.goal !== "";
  const asked = [
    t("choice", { choice: view.show, count: counts.find(([choice]) => choice === view.show)?.[1] ?? 0 }),
    ...(view.goal === "" ? [] : [t("onlyGoal", { goal: view.goal })]),
    ...(view.find.trim() === "" ? [] : [`“${view.find.trim()}”`]),
    t("found", { count: found }),
  ];
  return (
    <>
      {isNarrowed && <p className="print-only">{asked.join(" · ")}</p>}
      <div className="sheet-tools with-script">
        <input
          ref={find}
          type="text"
          inputMode="search"
          className="find"
          autoComplete="off"
          aria-label={t("find")}
          placeholder={t("findBrief")}
          maxLength={longestSheetFind}
          value={view.find}
          onChange={({ target }) => ask({ find: target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape" && view.find !== "") ask({ find: "" });
          }}
        />
        <select
          ref={show}
          aria-label={t("show")}
          value={view.show}
          onChange={({ target }) => {
            const chosen = rowChoices.find((choice) => choice === target.value) ?? "all";
            ask({ show: chosen });
            if (chosen === view.show) again();
          }}
        >
          {counts.map(([choice, count]) => (
            <option key={choice} value={choice}>
              {t("choice", { choice, count })}
            </option>
          ))}
        </select>
        {view.goal !== "" && (
          <button type="button" className="btn" onClick={() => ask({ goal: "" })}>
            {t("onlyGoal", { goal: view.goal })}
            <Icon name="close" />
            <span className="vh">{t("allGoals")}</span>
          </button>
        )}
        <SheetMenu view={view} ask={ask} goals={goals} />
        {children}
        <Shortcuts />
        <span className="vh" role="status">
          {isNarrowed && t("found", { count: found })}
        </span>
      </div>
    </>
  );
}

function SheetMenu({ view, ask, goals }: Pick<Props, "view" | "ask" | "goals">) {
  const t = useTranslations("entryForm.tools");
  const menu = useDismissal<HTMLDetailsElement>();
  const areFolded = goals.every(({ code }) => view.folded.includes(code));
  return (
    <details ref={menu} className="table-columns">
      <summary className="btn">
        {t("look")}
        <Icon name="chevronDown" />
      </summary>
      <div>
        <fieldset>
          <legend>{t("columns")}</legend>
          {sheetColumns.map((column) => (
            <label key={column} className="checkbox">
              <input
                type="checkbox"
                checked={view.columns.includes(column)}
                onChange={({ target }) =>
                  ask({
                    columns: sheetColumns.filter((each) =>
                      each === column ? target.checked : view.columns.includes(each),
                    ),
                  })
                }
              />
              {t("column", { column })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("rows")}</legend>
          <label className="checkbox">
            <input
              type="checkbox"
              checked={view.rows === "comfortable"}
              onChange={({ target }) => ask({ rows: target.checked ? "comfortable" : "compact" })}
            />
            {t("comfortable")}
          </label>
        </fieldset>
        <p>
          <button
            type="button"
            className="link"
            onClick={() => ask({ folded: areFolded ? [] : goals.map(({ code }) => code) })}
          >
            {t("fold", { state: areFolded ? "folded" : "open" })}
          </button>
        </p>
      </div>
    </details>
  );
}
