"use client";

import { useEffect } from "react";

/** Between what has the focus and a bar, in pixels: room for the ring around it. */
const gap = 8;

/**
 * Keeps what has the focus clear of the bars that lie over the page: the sheet's head above, the report's progress below.
 * Browsers scroll a field into the window, and know nothing of what covers it.
 */
export function useFocusInView() {
  useEffect(() => {
    let isPressed = false;
    let isDue = false;
    const clear = () => {
      const focused = document.activeElement;
      if (isPressed || !isDue || !(focused instanceof HTMLElement) || focused.closest(".dock, .goals")) return;
      isDue = false;
      const { top, bottom } = focused.getBoundingClientRect();
      const floor = floorNow();
      const ceiling = headOver(focused) + gap;
      if (bottom > floor) window.scrollBy(0, Math.min(bottom - floor, top - ceiling));
      else if (top < ceiling && bottom > 0) window.scrollBy(0, top - ceiling);
    };
    const focused = () => {
      isDue = true;
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
      requestAnimationFrame(clear);
    };
    // What is said in the bar makes it higher. Whoever scrolled away from the field stays where they are.
    let floorBefore = floorNow();
    const grown = new ResizeObserver(() => {
      const floor = floorNow();
      const focused = document.activeElement;
      const isInSheet = focused !== document.body && !focused?.closest(".dock");
      const bottom = isInSheet ? (focused?.getBoundingClientRect().bottom ?? 0) : 0;
      if (!isPressed && bottom > floor && bottom <= floorBefore) window.scrollBy(0, bottom - floor);
      floorBefore = floor;
    });
    const dock = document.querySelector(".dock");
    if (dock) grown.observe(dock);
    document.addEventListener("focusin", focused);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    return () => {
      grown.disconnect();
      document.removeEventListener("focusin", focused);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
    };
  }, []);
}

/** Where the report's progress begins, less the gap. */
const floorNow = () => (document.querySelector(".dock")?.getBoundingClientRect().top ?? window.innerHeight) - gap;

/** How far the head of the sheet reaches down over its rows; 0 elsewhere. */
function headOver(focused: HTMLElement): number {
  const head = focused.closest("table.e > tbody")?.parentElement?.querySelector("thead > tr > th");
  return head instanceof HTMLElement && head.checkVisibility() ? Math.max(0, head.getBoundingClientRect().bottom) : 0;
}
