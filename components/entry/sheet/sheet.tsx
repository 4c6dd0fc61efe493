"use client";

import { useTranslations } from "next-intl";
import { sheetGroup } from "@/components/entry/fields/move-focus";
import { useGridKeys } from "@/components/entry/fields/use-grid-keys";
import { usePasteRows } from "@/components/entry/paste/use-paste-rows";
import { useEntry } from "@/components/entry/state/entry-session";
import { SegmentedButtons } from "@/components/ui/switches/segmented";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { IndicatorRow, type RowHandlers } from "./indicator-row";
import { type RowFilter, useRowFilter } from "./use-row-filter";

/** One goal's indicators as rows, like a well-made spreadsheet. */
export function Sheet({
  indicators,
  periods,
  chosen,
  open,
  lock,
  ...handlers
}: RowHandlers & {
  indicators: readonly EntryIndicator[];
  periods: readonly string[];
  chosen: string | null;
  open: ReadonlySet<string>;
  lock: string;
}) {
  const t = useTranslations("entryForm.sheet");
  const { period } = useEntry();
  const keys = useGridKeys();
  const { by, counts, shown, choose } = useRowFilter(indicators);
  usePasteRows(shown, indicators);
  const choices: [RowFilter, string][] = [
    ["all", t("all", { count: counts.all })],
    ["open", t("open", { count: counts.open })],
    ["attention", t("attention", { count: counts.attention })],
  ];
  return (
    <>
      <div className="tools">
        <SegmentedButtons label={t("show")} choices={choices} chosen={by} onChoose={choose} />
        {indicators.some(({ abilities }) => abilities.enterValue) && (
          <p className="hint push with-script">{t("keys")}</p>
        )}
      </div>
      <table className="e" {...sheetGroup}>
        <caption className="vh">{t("caption", { period })}</caption>
        <colgroup>
          <col />
          {periods.map((code) => (
            <col key={code} className="pv" />
          ))}
          <col className="pv tg" />
          <col className="fv" />
          <col className="st" />
        </colgroup>
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
            <th scope="col">{t("value", { period })}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody {...keys}>
          {shown.map((indicator) => (
            <IndicatorRow
              key={indicator.code}
              indicator={indicator}
              periods={periods}
              isChosen={indicator.code === chosen}
              isOpen={open.has(indicator.code)}
              lock={lock}
              {...handlers}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="note mt-4">{t("nothing", { by })}</p>}
    </>
  );
}
