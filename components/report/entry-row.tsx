"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import { enteredFromValue } from "@/lib/schemas/entered-value";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { DimensionView, ReportAddress } from "@/lib/schemas/report-view";
import type { EnteredValue } from "@/lib/schemas/value";
import { CellControl } from "./cell-control";
import { type CellState, useCell } from "./use-cell";
import { useWarningText } from "./warning-text";

export interface RowNumbers {
  isAnswered: boolean;
  warned: boolean;
  state: CellState["name"];
}

const iconOf: Partial<Record<CellState["name"], IconName>> = {
  saving: "saving",
  saved: "check",
  queued: "offline",
  refused: "warning",
  changed: "warning",
};
const lookOf: Record<CellState["name"], string> = {
  empty: "",
  saving: "",
  saved: "ok",
  queued: "queue",
  refused: "bad",
  changed: "att",
};

/** One indicator of the sheet: earlier values, target, the field, and the state of what was entered. */
export function EntryRow({
  scope,
  address,
  indicator,
  dimensions,
  earlier,
  target,
  lock,
  base,
  onNumbers,
  register,
}: {
  scope: string;
  address: ReportAddress;
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  /** Texts of the earlier periods' approved values. */
  earlier: readonly { period: string; text: string }[];
  target: string;
  /** Why nothing can be entered, in a sentence; null where it can. */
  lock: string | null;
  base: string;
  onNumbers: (code: string, numbers: RowNumbers) => void;
  /** Takes a pasted text for this row; null while it can't. */
  register: (code: string, paste: ((text: string) => void) | null) => void;
}) {
  const t = useTranslations("entry");
  const errors = useTranslations("errors");
  const formats = formatsOf(useLocale());
  const id = useId();
  const { code, title, rules, cells, tables } = indicator;
  const cell = cells.total;
  const { entered, setEntered, state, warnings, isAnswered, save } = useCell(scope, address, code, {
    entered: enteredFromValue(rules.type, cell?.value),
    revision: cell?.revision ?? 0,
    savedAt: cell?.savedAt ?? null,
    warnings: indicator.warnings,
    isAnswered: indicator.isAnswered,
  });
  const warningText = useWarningText(dimensions);
  const mayEnter = lock === null && indicator.abilities.enterValue;

  const warned = warnings.length > 0;
  useEffect(
    () => onNumbers(code, { isAnswered, warned, state: state.name }),
    [code, isAnswered, warned, state.name, onNumbers],
  );
  useEffect(() => {
    if (!mayEnter || entered.kind !== "number") return;
    register(code, (text) => {
      const pasted: EnteredValue = { ...entered, number: text };
      setEntered(pasted);
      void save(pasted);
    });
    return () => register(code, null);
  }, [code, mayEnter, entered, register, setEntered, save]);

  const problem =
    state.name === "refused" ? errors(state.problem.key as Parameters<typeof errors>[0], state.problem.args) : null;
  const stateText =
    lock !== null
      ? t("state.locked")
      : state.name === "saved"
        ? t("state.saved", { when: savedWhen(state, formats) })
        : t(`state.${state.name}`);
  const icon = lock !== null ? "lock" : iconOf[state.name];
  const rowLook =
    state.name === "refused" ? "err" : warned || indicator.query?.isOpen || state.name === "changed" ? "warn" : "";
  const under = problem ?? null;
  return (
    <>
      <tr className={`${rowLook} ${warned || state.name === "changed" || indicator.query ? "has-sub" : ""}`} id={code}>
        <th scope="row">
          <span className="code">{code}</span>
          <a href={`${base}/indicators/${code}`}>{title}</a>
        </th>
        {earlier.map(({ period, text }) => (
          <td key={period} className="prev" data-h={period}>
            {text}
          </td>
        ))}
        <td className="prev" data-h={t("sheet.targetShort")}>
          {target}
        </td>
        <td className="value-cell">
          {mayEnter ? (
            <CellControl
              id={id}
              code={code}
              indicator={indicator}
              entered={entered}
              invalid={problem !== null}
              onChange={setEntered}
              onSettle={(settled) => void save(settled)}
            />
          ) : (
            <p className="note">{t("sheet.readOnly")}</p>
          )}
          {under && (
            <p className="under bad" id={`${id}-problem`}>
              {t("sheet.error", { problem: under })}
            </p>
          )}
          {tables.length > 0 && (
            <p className="under">
              <a href={`${base}/indicators/${code}`}>
                {t("sheet.parts", { count: Object.keys(cells).length - (cell ? 1 : 0) })}
              </a>
            </p>
          )}
        </td>
        <td className="st">
          <span className={`state ${lock === null ? lookOf[state.name] : ""}`} title={lock ?? undefined}>
            {icon && <Icon name={icon} />}
            <span>{stateText}</span>
          </span>
        </td>
      </tr>
      {(warned || state.name === "changed" || indicator.query) && (
        <tr className="sub">
          <td colSpan={earlier.length + 4}>
            {state.name === "changed" && (
              <div className="msg msg-warning">
                <p className="h">{t("sheet.changedTitle")}</p>
                <p>
                  {state.present
                    ? t("sheet.changedText", { figure: figureOf(enteredFromValue(rules.type, state.present.value)) })
                    : t("sheet.changedEmpty")}
                </p>
                <p>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => void save(entered, state.present?.revision ?? 0)}
                  >
                    {t("sheet.keepMine")}
                  </button>{" "}
                  <a className="btn btn-text" href={`${base}?goal=${indicator.goal}#${code}`}>
                    {t("sheet.takeTheirs")}
                  </a>
                </p>
              </div>
            )}
            {indicator.query && (
              <div className="msg msg-warning">
                <p className="h">{t("query.title")}</p>
                <p>{indicator.query.query}</p>
                {indicator.query.reply && <p>{t("query.replied", { reply: indicator.query.reply })}</p>}
                {indicator.abilities.replyToQuery && <a href={`${base}/indicators/${code}`}>{t("query.answer")}</a>}
              </div>
            )}
            {warnings.map((warning) => {
              const { title, text } = warningText(warning, indicator);
              return (
                <div key={`${title}${text}`} className="msg msg-warning">
                  <p className="h">{title}</p>
                  <p>
                    {text} <a href={`${base}/indicators/${code}`}>{t("sheet.sayWhy")}</a>
                  </p>
                </div>
              );
            })}
          </td>
        </tr>
      )}
    </>
  );
}

/** The hour of what was saved just now, on the reader's own clock; the day of what stood there when the page was opened. */
function savedWhen({ at, fresh }: { at: string | null; fresh: boolean }, { tag, day }: Formats): string {
  if (at === null) return "";
  return fresh ? new Date(at).toLocaleTimeString(tag, { hour: "2-digit", minute: "2-digit" }) : day(at.slice(0, 10));
}

function figureOf(entered: EnteredValue): string {
  switch (entered.kind) {
    case "number":
      return entered.number || entered.missingReason;
    case "ratio":
      return `${entered.numerator} / ${entered.denominator}`;
    case "yesNo":
      return entered.yesNo;
    case "step":
      return String(Number(entered.step) + 1);
    case "narrative":
      return entered.text.slice(0, 200);
  }
}
