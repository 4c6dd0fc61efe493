import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from "react";

/** What takes the focus in a grid: links to pages, and buttons that open and close its groups. */
const stops = "a, button";

/**
 * One stop for the Tab key in a whole table of links and buttons, its heads among them; arrows move between them, Home
 * and End along a row, with Ctrl to the first and last of all. What isn't shown is passed over.
 * @param first selects what the Tab key reaches before anything was reached
 * @param shown changes whenever other rows show; null while the table isn't live and each link is a stop of its own
 */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>, first: string, shown: string | null) {
  useEffect(() => {
    if (shown === null) return;
    const all = stopsIn(table.current);
    // Whoever came in before every cell was a stop keeps the one where they are.
    const present =
      all.find((stop) => stop === document.activeElement) ?? all.find((stop) => stop.getAttribute("tabindex") === "0");
    makeStop(present ?? all.find((stop) => stop.matches(first)) ?? all[0], table.current);
  }, [table, first, shown]);

  return {
    onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
      if (shown === null) return;
      const from = (event.target as Element).closest<HTMLElement>(stops);
      const row = from?.closest("tr");
      const to = from && row && target(event, from, stopsIn(row), stopsIn(table.current));
      if (!to) return;
      event.preventDefault();
      to.focus();
      // A browser is content when part of it shows; this also keeps it clear of heads that stand over the cells.
      to.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    onFocus(event: FocusEvent<HTMLTableElement>) {
      if (shown !== null) makeStop(event.target, table.current);
    },
  };
}

/** Makes it the one that the Tab key reaches. */
function makeStop(stop: HTMLElement | undefined, table: HTMLElement | null) {
  for (const each of table?.querySelectorAll<HTMLElement>(stops) ?? []) {
    const index = each === stop ? "0" : "-1";
    if (each.getAttribute("tabindex") !== index) each.setAttribute("tabindex", index);
  }
}

function target(
  event: KeyboardEvent,
  from: HTMLElement,
  inRow: HTMLElement[],
  all: HTMLElement[],
): HTMLElement | undefined {
  const at = inRow.indexOf(from);
  const column = columnOf(from);
  const here = all.indexOf(from);
  switch (event.key) {
    case "ArrowRight":
      return inRow[at + 1];
    case "ArrowLeft":
      return inRow[at - 1];
    case "ArrowDown":
      return all.find((stop, index) => index > here && columnOf(stop) === column);
    case "ArrowUp":
      return all.findLast((stop, index) => index < here && columnOf(stop) === column);
    case "Home":
      return (event.ctrlKey ? all : inRow)[0];
    case "End":
      return (event.ctrlKey ? all : inRow).at(-1);
    default:
      return undefined;
  }
}

const columnOf = (stop: HTMLElement) => stop.closest<HTMLTableCellElement>("td, th")?.cellIndex;

function stopsIn(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>(stops) ?? [])].filter((stop) => stop.checkVisibility?.() ?? true);
}
