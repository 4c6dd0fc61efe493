"use client";

import { useEffect } from "react";

/** Between what has the focus and a bar, in pixels: room for the ring around it. */
const gap = 8;
/** Of the bar below, where a page has one: this is asked at each move, and a class would be looked for in all of the page. */
export const dockId = "dock";
/** Less than a pixel isn't covered: windows scroll by whole ones, rows have parts of them. */
const whole = 1;

/**
 * Keeps what has the focus clear of the bars that lie over the page: the sheet's head above, the report's progress below.
 * Browsers scroll a field into the window, and know nothing of what covers it, nor of what is put in above it.
 */
export function useFocusInView() {
  useEffect(() => {
    let isPressed = false;
    let isDue = false;
    const clear = () => {
      const focused = focusedInPage();
      if (isPressed || !isDue || !focused) return;
      isDue = false;
      const { top, bottom } = focused.getBoundingClientRect();
      const floor = floorNow();
      const ceiling = headOver(focused) + gap;
      if (bottom > floor) window.scrollBy(0, Math.min(bottom - floor, top - ceiling));
      else if (top < ceiling && bottom > 0) window.scrollBy(0, top - ceiling);
      look();
    };
    const focused = () => {
      isDue = true;
      last = null;
      follow();
      // The row that is chosen by it may still grow.
      requestAnimationFrame(clear);
    };
    // Nothing moves under a finger or the mouse before it is lifted.
    const down = () => {
      isPressed = true;
      isDue = false;
    };
    const up = () => {
      isPressed = false;
      requestAnimationFrame(() => {
        clear();
        keep();
      });
    };
    // What is said in the bar makes it higher, and a notice above moves the field down. Whoever scrolled away from the
    // field stays where they are.
    let last: Reach | null = null;
    let heights = "";
    const look = () => {
      last = reachOfFocus();
      heights = heightsAround();
    };
    // A scroll isn't looked at while something grows: `keep` is on its way, and needs to know what was before.
    const scrolled = () => {
      if (heightsAround() === heights) look();
    };
    const keep = () => {
      if (isPressed) return;
      const now = reachOfFocus();
      if (last && now?.focused === last.focused) {
        const isPushedDown = last.below < whole && now.below >= whole;
        const isPulledUp = last.above < whole && now.above >= whole;
        if (isPushedDown) {
          const by = Math.min(now.below, now.bottom - last.bottom);
          // The panel scrolls by itself.
          if (by > 0) now.focused.closest(".side")?.scrollBy(0, by);
          window.scrollBy(0, Math.max(0, Math.min(reachOfFocus()?.below ?? 0, by)));
        } else if (isPulledUp) {
          const by = Math.max(0, Math.min(now.above, last.top - now.top));
          now.focused.closest(".side")?.scrollBy(0, -by);
          window.scrollBy(0, -Math.max(0, Math.min(reachOfFocus()?.above ?? 0, by)));
        }
      }
      look();
    };
    // An on-screen keyboard makes the window lower, or only what of it is seen.
    const resized = () => {
      if (!last || last.below >= whole) return;
      isDue = true;
      requestAnimationFrame(clear);
    };
    const grown = new ResizeObserver(keep);
    /** Whatever is put in above it makes something around it higher. */
    const follow = () => {
      grown.disconnect();
      for (const element of growing()) grown.observe(element);
    };
    follow();
    const { dataset } = document.documentElement;
    dataset.dock = "";
    window.addEventListener("resize", resized);
    window.visualViewport?.addEventListener("resize", resized);
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    document.addEventListener("focusin", focused);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    return () => {
      delete dataset.dock;
      grown.disconnect();
      window.removeEventListener("resize", resized);
      window.visualViewport?.removeEventListener("resize", resized);
      document.removeEventListener("scroll", scrolled, { capture: true });
      document.removeEventListener("focusin", focused);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
    };
  }, []);
}

/** Scrolls no further than it takes to show what lies under the bar or above the window. */
export function showAboveBar(element: HTMLElement) {
  const { top, bottom } = element.getBoundingClientRect();
  const floor = floorNow();
  if (bottom > floor) window.scrollBy(0, Math.min(bottom - floor, top - gap));
  else if (top < gap) window.scrollBy(0, top - gap);
}

/** Whether some of it is seen between what lies over the page above and below. */
export function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < floorNow() && bottom > gap;
}

/** What has the focus, unless it has a place of its own. A link within the page may have left none: that is no matter. */
function focusedInPage(): HTMLElement | null {
  const focused = document.activeElement;
  const isElsewhere = focused === document.body || focused?.closest(".dock, .goals");
  return focused instanceof HTMLElement && !isElsewhere ? focused : null;
}

interface Reach {
  focused: HTMLElement;
  /** How far it reaches under the report's progress, and above what is seen of the page, in pixels. */
  below: number;
  above: number;
  /** The same wherever the window and the panel were scrolled to: only what grows or shrinks changes it. */
  bottom: number;
  top: number;
}

function reachOfFocus(): Reach | null {
  const focused = focusedInPage();
  if (!focused) return null;
  const { top, bottom } = focused.getBoundingClientRect();
  const [below, above] = [bottom - floorNow(), headOver(focused) + gap - top];
  const scrolled = window.scrollY + (focused.closest(".side")?.scrollTop ?? 0);
  return { focused, below, above, bottom: below + scrolled, top: scrolled - above };
}

/** What grows when something is put in above what has the focus: all that is around it, and the report's progress. */
function growing(): Element[] {
  const dock = document.getElementById(dockId);
  const found: Element[] = dock ? [dock] : [];
  for (let around = document.activeElement; around; around = around.parentElement) found.push(around);
  return found;
}

const heightsAround = (): string =>
  growing()
    .map(({ clientHeight }) => clientHeight)
    .join();

/** Where the report's progress or an on-screen keyboard begins, less the gap. */
function floorNow(): number {
  const bar = document.getElementById(dockId)?.getBoundingClientRect().top ?? window.innerHeight;
  const seen = window.visualViewport;
  // Whoever has zoomed in moves about the page by hand.
  return Math.min(bar, seen && seen.scale === 1 ? seen.offsetTop + seen.height : bar) - gap;
}

/** How far the head of the sheet reaches down over its rows; 0 elsewhere. */
function headOver(focused: HTMLElement): number {
  const head = focused.closest("table.e > tbody")?.parentElement?.querySelector("thead > tr > th");
  return head instanceof HTMLElement && head.checkVisibility() ? Math.max(0, head.getBoundingClientRect().bottom) : 0;
}
