import { type KeyboardEvent, type RefObject, useEffect } from "react";

/**
 * One stop for the Tab key in a whole grid of links; arrows move between them, Home and End along a row, with Ctrl to the
 * first and last of all. Links that aren't shown are passed over.
 * @param links selects the links of the grid
 * @param shown changes whenever other rows show
 */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>, links: string, shown: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: which links there are depends on what is shown
  useEffect(() => {
    const all = linksIn(table.current, links);
    if (!all.some((link) => link.tabIndex === 0)) all[0]?.setAttribute("tabindex", "0");
  }, [table, links, shown]);

  return (event: KeyboardEvent<HTMLTableElement>) => {
    const from = (event.target as Element).closest<HTMLElement>(links);
    const row = from?.closest("tr");
    if (!from || !row) return;
    const inRow = linksIn(row, links);
    const all = linksIn(table.current, links);
    const to = target(event, from, inRow, all);
    if (!to) return;
    event.preventDefault();
    for (const link of all) if (link.tabIndex === 0) link.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };
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
      return all.find((link, index) => index > here && columnOf(link) === column);
    case "ArrowUp":
      return all.findLast((link, index) => index < here && columnOf(link) === column);
    case "Home":
      return (event.ctrlKey ? all : inRow)[0];
    case "End":
      return (event.ctrlKey ? all : inRow).at(-1);
    default:
      return undefined;
  }
}

const columnOf = (link: HTMLElement) => link.closest("td")?.cellIndex;

function linksIn(place: HTMLElement | null, links: string): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>(links) ?? [])].filter((link) => link.checkVisibility?.() ?? true);
}
