"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { SegmentedButtons } from "@/components/ui/segmented";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { DimensionView, ReportAddress } from "@/lib/schemas/report-view";
import { EntryDock } from "./entry-dock";
import { EntryRow, type RowNumbers } from "./entry-row";

export interface SheetRow {
  indicator: EntryIndicator;
  earlier: { period: string; text: string }[];
  target: string;
}

type Filter = "all" | "open" | "attention";

/** The sheet of one goal and the bar under it: the only part of the room that a hand is on. */
export function EntrySheet({
  scope,
  address,
  rows,
  dimensions,
  periods,
  period,
  lock,
  base,
  head,
  elsewhere,
  total,
  mayCheck,
}: {
  scope: string;
  address: ReportAddress;
  rows: readonly SheetRow[];
  dimensions: readonly DimensionView[];
  /** Codes of the earlier periods, in the columns' order. */
  periods: readonly string[];
  period: string;
  lock: string | null;
  base: string;
  head: ReactNode;
  /** Answered and warned of in the other goals. */
  elsewhere: { answered: number; warnings: number };
  total: number;
  mayCheck: boolean;
}) {
  const t = useTranslations("entry.sheet");
  const [filter, setFilter] = useState<Filter>("all");
  const [numbers, setNumbers] = useState<Record<string, RowNumbers>>({});
  const body = useRef<HTMLTableSectionElement>(null);
  const pasters = useRef(new Map<string, (text: string) => void>());
  const onNumbers = useCallback(
    (code: string, row: RowNumbers) => setNumbers((before) => ({ ...before, [code]: row })),
    [],
  );
  const register = useCallback((code: string, paste: ((text: string) => void) | null) => {
    if (paste) pasters.current.set(code, paste);
    else pasters.current.delete(code);
  }, []);

  const known = useMemo(
    () =>
      rows.map(({ indicator }) => ({
        code: indicator.code,
        isAnswered: numbers[indicator.code]?.isAnswered ?? indicator.isAnswered,
        attention:
          (numbers[indicator.code]?.warned ?? indicator.warnings.length > 0) ||
          indicator.query?.isOpen === true ||
          ["refused", "changed", "queued"].includes(numbers[indicator.code]?.state ?? ""),
        state: numbers[indicator.code]?.state ?? "empty",
      })),
    [rows, numbers],
  );
  const open = known.filter(({ isAnswered }) => !isAnswered);
  const attention = known.filter((row) => row.attention);
  // A row stays in view while its filter no longer holds, so that nothing jumps away under the hand.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const choose = (next: Filter) => {
    setFilter(next);
    setKept(new Set((next === "open" ? open : attention).map(({ code }) => code)));
  };
  const shown = filter === "all" ? rows : rows.filter(({ indicator }) => kept.has(indicator.code));

  const fields = () => [...(body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const move = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const field = event.target as HTMLElement;
    if (!field.dataset.row && !(field instanceof HTMLInputElement)) return;
    const isText = field instanceof HTMLInputElement && field.type === "text";
    const step = event.key === "Enter" || event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || (!isText && event.key !== "Enter") || field instanceof HTMLTextAreaElement) return;
    const all = fields();
    const row = field.closest("tr");
    const here = all.findIndex((each) => each.closest("tr") === row);
    const next = all[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next instanceof HTMLInputElement && next.type === "text") next.select();
  };
  /** A column copied from a workbook fills this row and those below it, each saved on its own. */
  const paste = (event: ClipboardEvent<HTMLTableSectionElement>) => {
    const lines = event.clipboardData
      .getData("text")
      .replace(/\r?\n$/, "")
      .split(/\r?\n/);
    const code = (event.target as HTMLElement).dataset.row;
    if (lines.length < 2 || !code) return;
    event.preventDefault();
    const from = shown.findIndex(({ indicator }) => indicator.code === code);
    for (const [index, line] of lines.entries()) {
      const row = shown[from + index];
      if (row) pasters.current.get(row.indicator.code)?.((line.split("\t")[0] ?? "").trim());
    }
  };

  return (
    <>
      <main id="main" className="sheet">
        {head}
        <div className="tools">
          <SegmentedButtons
            label={t("filter")}
            choices={[
              ["all", t("all", { count: rows.length })],
              ["open", t("open", { count: open.length })],
              ["attention", t("attention", { count: attention.length })],
            ]}
            chosen={filter}
            onChoose={choose}
          />
          <p className="hint push">{t("keys")}</p>
        </div>
        <table className="e">
          <caption className="vh">{t("caption", { period })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("indicator")}</th>
              {periods.map((code) => (
                <th key={code} scope="col" className="prev">
                  {code}
                </th>
              ))}
              <th scope="col" className="prev">
                {t("target", { period })}
              </th>
              <th scope="col" className="value-col">
                {t("value", { period })}
              </th>
              <th scope="col" className="state-col">
                {t("state")}
              </th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={move} onPaste={paste}>
            {shown.map(({ indicator, earlier, target }) => (
              <EntryRow
                key={indicator.code}
                scope={scope}
                address={address}
                indicator={indicator}
                dimensions={dimensions}
                earlier={earlier}
                target={target}
                lock={lock}
                base={base}
                onNumbers={onNumbers}
                register={register}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="note mt-4">{t("nothing")}</p>}
      </main>
      <EntryDock
        answered={elsewhere.answered + known.length - open.length}
        total={total}
        warnings={elsewhere.warnings + known.filter(({ code }) => numbers[code]?.warned ?? false).length}
        queued={known.filter(({ state }) => state === "queued").length}
        refused={known.filter(({ state }) => state === "refused").map(({ code }) => code)}
        saving={known.some(({ state }) => state === "saving")}
        checkHref={mayCheck ? `${base}/check` : null}
      />
    </>
  );
}
