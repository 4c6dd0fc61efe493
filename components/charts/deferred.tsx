"use client";

import { Component, type ReactNode, useEffect, useRef, useState } from "react";

/** What a hand does before it can print, if only on its way to the browser's own menu. */
const signsOfAHand = ["pointermove", "pointerdown", "keydown", "blur", "beforeprint"];

/**
 * Draws its content once it is near the window or a hand is on the page, and keeps its place until then: the chart library
 * isn't loaded for who only looks at the top. A browser doesn't wait for what is drawn when it prints, so all charts have
 * to be there before. Without scripts the table beside the chart says the same.
 * @param size class of the place that is kept
 * @param failed what stands there where the library can't be had: without a line, or after an upgrade
 */
export function Deferred({ size, failed, children }: { size: string; failed: string; children: ReactNode }) {
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
      {near && <Guard failed={failed}>{children}</Guard>}
    </div>
  );
}

/** A chart that can't be loaded takes nothing else with it. */
class Guard extends Component<{ failed: string; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render = () => (this.state.hasFailed ? <p className="hint">{this.props.failed}</p> : this.props.children);
}
