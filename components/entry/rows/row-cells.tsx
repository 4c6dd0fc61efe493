import { useTranslations } from "next-intl";
import { memo } from "react";
import { HereInRow } from "@/components/entry/presence/here";
import type { SheetRow } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import { rowState } from "@/components/entry/state/row-state";
import { entryPath } from "@/lib/i18n/paths";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isLive, LiveCell } from "./live-cell";
import { RowMenu } from "./row-menu";
import { StillCell } from "./still-cell";
import { useRowActs } from "./use-row-acts";

interface RowCellsProps {
  row: SheetRow;
  indicator: EntryIndicator;
  cells: IndicatorCells;
  /** Ids of the columns that show, so that they are drawn anew with them. */
  columns: string;
  isNear: boolean;
  isOpen: boolean;
  selected: string;
  lock: string;
  asksReason: boolean;
  setAsksReason: (asks: boolean) => void;
  isMenuShown: boolean;
  showMenu: (isShown: boolean) => void;
  onToggle: (code: string) => void;
  onComment: (code: string) => void;
}

/** The cells of an indicator's row: they stay as they are where the hand only comes or goes. */
export const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { row, indicator, cells, isNear, isOpen, selected, isMenuShown, showMenu } = props;
  const t = useTranslations("entryForm.sheet");
  const { base, dimensions } = useEntry();
  const { code, title, abilities } = indicator;
  const facts = factsOf(indicator, dimensions, cells);
  const state = rowState(cells, facts, abilities.enterValue);
  const acts = useRowActs(indicator, facts, props);
  const marked = new Set(selected.split(","));
  return row.getVisibleCells().map((cell) =>
    cell.column.id === "indicator" ? (
      <th
        key={cell.id}
        scope="row"
        className={marked.has("indicator") ? "marked" : undefined}
        onMouseDown={cell.getSelectionStartHandler()}
        onMouseEnter={cell.getSelectionExtendHandler()}
      >
        <span className="name" title={title}>
          <a className="code" href={entryPath(base, code)}>
            {code}
            <span className="vh">{t("ownPage")}</span>
          </a>{" "}
          <HereInRow code={code} />
          {title}
        </span>
        {isNear && <RowMenu {...{ title, acts, isOpen }} isShown={isMenuShown} onShow={showMenu} />}
      </th>
    ) : isLive(cell) ? (
      <LiveCell key={cell.id} {...{ ...props, cell, facts, state }} isMarked={marked.has(cell.column.id)} />
    ) : (
      <StillCell key={cell.id} {...{ cell, indicator }} isMarked={marked.has(cell.column.id)} />
    ),
  );
});
