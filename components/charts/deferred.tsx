"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** What draws each chart of the page that isn't drawn yet. */
const waiting = new Set<() => void>();

/** What a hand does on its way to print: a key, or the way out of the page to the browser's own menu. */
const towardsPrint = ["keydown", "blur", "beforeprint"];

/** Once one chart is drawn the library is there, and the others follow as soon as the browser has nothing else to do. */
function drawTheRest() {
  const draw = () => {
    for (const each of [...waiting]) each();
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(draw);
  else setTimeout(draw);
}

/**
 * Draws its content once it, or another chart of the page, is near the window, and keeps its place until then. The chart
 * library is only loaded for who comes that far, or may print: a browser doesn't wait for what is drawn when it prints,
 * so all charts have to be there before. Without scripts the table beside the chart says the same.
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
      waiting.delete(draw);
      observer.disconnect();
      setNear(true);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        draw();
        drawTheRest();
      },
      { rootMargin: "300px" },
    );
    waiting.add(draw);
    observer.observe(place.current);
    const { signal } = listening;
    for (const sign of towardsPrint) window.addEventListener(sign, draw, { signal });
    document.documentElement.addEventListener("mouseleave", draw, { signal });
    return () => {
      listening.abort();
      waiting.delete(draw);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={place} className={`plot-place ${size}`}>
      {near && children}
    </div>
  );
}
