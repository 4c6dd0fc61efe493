"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Draws its content once it is near the window, and keeps its place until then. The chart library is only loaded for
 * who comes that far; without scripts the table beside the chart says the same.
 */
export function Deferred({ size, children }: { size: "small" | "wide" | "bars"; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: "300px" },
    );
    observer.observe(place.current);
    // What is printed has to be drawn, wherever the window stands.
    const draw = () => setNear(true);
    window.addEventListener("beforeprint", draw);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", draw);
    };
  }, []);
  return (
    <div ref={place} className={`plot-place ${size}`}>
      {near && children}
    </div>
  );
}
