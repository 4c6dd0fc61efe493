import { type RefObject, useEffect, useRef } from "react";

/**
 * What opens by a button of its own closes on Escape, which gives the focus back to the button, and on a press elsewhere.
 * @returns for the element around the button and what it opens
 */
export function useDismissal<Place extends HTMLElement>(): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    /** The button, while what it opens is open. */
    const opener = () =>
      place.current?.querySelector<HTMLElement>(":scope[open] > summary, button[aria-expanded=true]") ?? null;
    const holds = (target: EventTarget | null) => target instanceof Node && place.current?.contains(target);
    const press = ({ target }: Event) => {
      if (!holds(target)) opener()?.click();
    };
    const key = ({ key }: KeyboardEvent) => {
      const button = key === "Escape" ? opener() : null;
      if (!button) return;
      const { activeElement } = document;
      button.click();
      if (activeElement === document.body || holds(activeElement)) button.focus();
    };
    document.addEventListener("pointerdown", press);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("keydown", key);
    };
  }, []);
  return place;
}
