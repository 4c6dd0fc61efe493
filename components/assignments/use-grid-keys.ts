import { type KeyboardEvent, useState } from "react";

/** A box's place: its row among all rows of the grid, those of goals too, and its column. */
export interface GridPlace {
  row: number;
  column: number;
}

const steps: Readonly<Record<string, [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** The grid is one stop of Tab: within it arrows move, Home and End go to the ends of a row, with Ctrl to those of the grid. */
export function useGridKeys(columns: number) {
  const [active, setActive] = useState<GridPlace | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const { key, ctrlKey, target, currentTarget } = event;
    const box = (target as HTMLElement).closest<HTMLElement>("[data-at]");
    const row = box?.closest("tr");
    const rows = [...currentTarget.querySelectorAll<HTMLTableRowElement>("tbody tr:not([hidden])")];
    const at = row ? rows.indexOf(row) : -1;
    if (!box || at < 0) return;
    let next = { row: at, column: Number(box.dataset.at) };
    const step = steps[key];
    if (step) next = { row: next.row + step[0], column: next.column + step[1] };
    else if (key === "Home") next = { row: ctrlKey ? 0 : at, column: 0 };
    else if (key === "End") next = { row: ctrlKey ? rows.length - 1 : at, column: columns - 1 };
    else return;
    event.preventDefault();
    const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
    const cell = rows[within(next.row, rows.length)]?.querySelector<HTMLElement>(
      `[data-at="${within(next.column, columns)}"]`,
    );
    cell?.focus();
  };
  const onFocus = ({ target }: { target: EventTarget }) => {
    const box = (target as HTMLElement).closest<HTMLElement>("[data-at]");
    const row = box?.closest<HTMLElement>("tr");
    if (box && row) setActive({ row: Number(row.dataset.row), column: Number(box.dataset.at) });
  };
  return { active, onKeyDown, onFocus };
}
