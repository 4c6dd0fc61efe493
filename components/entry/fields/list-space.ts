import { dockId } from "@/components/layout/use-focus-in-view";

/** Where an open list stands to its field. */
export interface ListSpace {
  /** Over the field instead of under it. */
  isUp: boolean;
  /** How high it may be, in pixels; null where nothing narrows it. */
  height: number | null;
}

/** Room that a list wants under its field before it opens upwards, in pixels. */
const spaceWanted = 240;
/** Between the list and what it may not cover. */
const gap = 8;
/** So much of a list is of use: two choices for a finger. */
const leastHeight = 96;

/**
 * Finds room for a list between the bars. Where the indicator's name stands over the field, as on a phone, the list opens
 * downwards and the page scrolls for it: nobody chooses for a name that they can't see.
 */
export function makeSpace(field: HTMLElement, list: HTMLElement): ListSpace {
  const name = field.closest("tr")?.querySelector(":scope > th")?.getBoundingClientRect();
  const before = field.getBoundingClientRect();
  const isUnderName = name !== undefined && name.bottom <= before.top;
  if (!isUnderName) {
    const below = floor() - before.bottom;
    return { isUp: below < spaceWanted && before.top > below, height: null };
  }
  const wanted = before.bottom + list.offsetHeight + 2 * gap - floor();
  const most = name.top - gap;
  if (wanted > 0 && most > 0) window.scrollBy({ top: Math.min(wanted, most), behavior: "instant" });
  // A name of many lines on a low screen: the list keeps clear of the bar, and scrolls within.
  return { isUp: false, height: Math.max(leastHeight, floor() - field.getBoundingClientRect().bottom - 2 * gap) };
}

const floor = () => document.getElementById(dockId)?.getBoundingClientRect().top ?? window.innerHeight;

/** Scrolls within the list alone: the browser's own way would move the page as well. */
export function showOption(list: HTMLElement, index: number): void {
  const option = list.children[index];
  if (!(option instanceof HTMLElement)) return;
  const { offsetTop: top, offsetHeight: height } = option;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
}
