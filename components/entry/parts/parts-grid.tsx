"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, useState } from "react";
import { fieldsGroup } from "@/components/entry/fields/move-focus";
import { sumNames } from "@/components/entry/paste/plan-parts";
import { usePasteParts } from "@/components/entry/paste/use-paste-parts";
import { usePartsRange } from "@/components/entry/range/use-parts-range";
import { fieldNamesOf, isBlank } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import { type CellKey, formatCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";
import { PartField } from "./part-field";
import type { RunningSums } from "./running-sums";
import { SumText } from "./sum-text";

type Pair = readonly [dimension: string, category: string];

/** Two dimensions crossed. The sums stand at the edges; whoever has the sums themselves can enter them there. */
export function PartsGrid({
  indicator,
  cells,
  sums,
  caption,
  rows,
  columns,
  around,
}: {
  indicator: EntryIndicator;
  cells: IndicatorCells;
  /** Null where parts of such an indicator make no sum. */
  sums: RunningSums | null;
  caption: string;
  rows: DimensionView;
  columns: DimensionView;
  /** What the whole grid is narrowed to. */
  around: readonly Pair[];
}) {
  const t = useTranslations("entryForm.parts");
  const { dimensions } = useEntry();
  const keyOf = (...pairs: Pair[]): CellKey => formatCellKey(new Map([...around, ...pairs]), dimensions);
  const inner = rows.categories.map((row) =>
    columns.categories.map((column) => keyOf([rows.code, row.code], [columns.code, column.code])),
  );
  const edges = [
    ...rows.categories.map(({ code }) => keyOf([rows.code, code])),
    ...columns.categories.map(({ code }) => keyOf([columns.code, code])),
  ];
  const withEdges = [...inner.map((cells, down) => [...cells, edges[down]!]), edges.slice(rows.categories.length)];
  const isGiven = (cell: CellKey) => cells[cell] !== undefined && !isBlank(cells[cell].stored);
  const [areEdgesOpen, setEdgesOpen] = useState(() => edges.some(isGiven));
  const namesIn = ({ categories }: DimensionView) => [...categories.map(({ code, name }) => [name, code]), sumNames];
  const onPaste: (event: ClipboardEvent<HTMLElement>) => void = usePasteParts(
    indicator,
    areEdgesOpen ? withEdges : inner,
    { rows: namesIn(rows), columns: namesIn(columns) },
  );
  const range = usePartsRange(indicator, areEdgesOpen ? withEdges : inner);
  const markOf = (cell: CellKey) => (range.isMarked(cell) ? "marked" : "");
  const perCell = fieldNamesOf[indicator.rules.type].length;
  const field = (cell: CellKey, names: string[], row: string, column: number) => (
    <PartField indicator={indicator} cell={cell} label={names.join(", ")} row={row} column={column * perCell} />
  );
  const edge = (cell: CellKey, by: string, names: string[], row: string, column: number) => (
    <>
      {areEdgesOpen && field(cell, names, row, column)}
      {sums && (
        <span className={areEdgesOpen ? "sum-below" : undefined}>
          {areEdgesOpen && `${t("sum")} `}
          <SumText sums={sums(cell, [by])} />
        </span>
      )}
    </>
  );
  const hasEdge = areEdgesOpen || sums !== null;
  const whole = around.length === 0 ? totalCell : keyOf();
  return (
    <div className="parts">
      <div className="scroll">
        <table className="xt" {...fieldsGroup} {...range.handlers} onPaste={onPaste}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rows.name}</th>
              {columns.categories.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
              {hasEdge && <th scope="col">{areEdgesOpen ? t("all") : t("sum")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.categories.map((row, down) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                {columns.categories.map((column, across) => (
                  <td key={column.code} className={markOf(inner[down]![across]!) || undefined}>
                    {field(inner[down]![across]!, [row.name, column.name], row.code, across)}
                  </td>
                ))}
                {hasEdge && (
                  <td className={`sumcell ${markOf(edges[down]!)}`.trim()}>
                    {edge(keyOf([rows.code, row.code]), columns.code, [row.name], row.code, columns.categories.length)}
                  </td>
                )}
              </tr>
            ))}
            {hasEdge && (
              <tr>
                <th scope="row">{areEdgesOpen ? t("all") : t("sum")}</th>
                {columns.categories.map((column, across) => (
                  <td key={column.code} className={`sumcell ${markOf(edges[rows.categories.length + across]!)}`.trim()}>
                    {edge(keyOf([columns.code, column.code]), rows.code, [column.name], "all", across)}
                  </td>
                ))}
                <td className="sumcell">{sums && <SumText sums={sums(whole, [rows.code, columns.code])} />}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {!areEdgesOpen && indicator.abilities.enterValue && (
        <p className="under">
          <button type="button" className="link" onClick={() => setEdgesOpen(true)}>
            {t("openEdges", { rows: rows.name.toLocaleLowerCase(), columns: columns.name.toLocaleLowerCase() })}
          </button>
        </p>
      )}
    </div>
  );
}
