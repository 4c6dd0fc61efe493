"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** What a hand does before it can print, if only on its way to the browser's own menu. */
const signsOfAHand = ["pointermove", "pointerdown", "keydown", "blur", "beforeprint"];

/**
 * Draws its content once it is near the window or a hand is on the page, and keeps its place until then: the chart library
 * isn't loaded for who only looks at the top. A browser doesn't wait for what is drawn when it prints, so all charts have
 * to be there before. Without scripts the table beside the chart says the same.
 * @param size class of the place that is kept
 */
export function Deferred({ size, children }: { size: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const listening = new AbortController();
    const draw = () => {
      listening.abort();
      observer.disconnect();
      setNear(true);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) draw();
      },
      { rootMargin: "100px" },
    );
    observer.observe(place.current);
    const { signal } = listening;
    for (const sign of signsOfAHand) window.addEventListener(sign, draw, { signal, passive: true });
    return () => {
      listening.abort();
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={place} className={`plot-place ${size}`}>
      {near && children}
    </div>
  );
}
