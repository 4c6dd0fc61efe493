import { type RefObject, useEffect, useRef } from "react";

/**
 * What a `<details>` opens closes on Escape, which gives the focus back to its summary, and on a press elsewhere if it covers
 * the page. What pushes the page down stays: closing it would pull away from under the finger what is being pressed.
 * @returns for the `<details>`, or the element around it and what it opens
 */
export function useDismissal<Place extends HTMLElement>(opens: "over" | "before" = "over"): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    /** The summary, while what it opens is open. */
    const opener = () => place.current?.querySelector<HTMLElement>("details[open] > summary") ?? null;
    const holds = (target: EventTarget | null) => target instanceof Node && place.current?.contains(target);
    const press = ({ target }: Event) => {
      if (!holds(target)) opener()?.click();
    };
    const key = ({ key }: KeyboardEvent) => {
      const summary = key === "Escape" ? opener() : null;
      if (!summary) return;
      const { activeElement } = document;
      summary.click();
      if (activeElement === document.body || holds(activeElement)) summary.focus();
    };
    if (opens === "over") document.addEventListener("pointerdown", press);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("keydown", key);
    };
  }, [opens]);
  return place;
}
