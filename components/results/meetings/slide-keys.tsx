"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { useStayOffline } from "@/components/ui/use-stay-offline";

const forward = new Set(["ArrowRight", "PageDown"]);
const back = new Set(["ArrowLeft", "PageUp"]);

/** The slide whose beginning is nearest to the screen's. */
function presentSlide(count: number): number {
  const distanceOf = (number: number) =>
    Math.abs(document.getElementById(`slide-${number}`)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return numbers.reduce((nearest, number) => (distanceOf(number) < distanceOf(nearest) ? number : nearest), 1);
}

/**
 * Keys move from slide to slide, and a button fills the screen. Without a script there are the links of each slide. Without a
 * line nothing leads away: all slides would be lost to the browser's error page.
 */
export function SlideKeys({
  count,
  page,
  words: { full, keys, offline },
}: {
  count: number;
  /** The meeting's page, to which Escape leads back. */
  page: string;
  words: Record<"full" | "keys" | "offline", string>;
}) {
  const [stays, setStays] = useState(false);
  useStayOffline(
    () => setStays(true),
    () => setStays(false),
  );
  const leave = useEffectEvent(() => {
    if (navigator.onLine) location.assign(page);
    else setStays(true);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const move = forward.has(event.key) ? 1 : back.has(event.key) ? -1 : 0;
      const asked = event.key === "Home" ? 1 : event.key === "End" ? count : presentSlide(count) + move;
      if (move === 0 && event.key !== "Home" && event.key !== "End") {
        if (event.key === "Escape" && document.fullscreenElement === null) leave();
        return;
      }
      event.preventDefault();
      const slide = document.getElementById(`slide-${Math.min(Math.max(asked, 1), count)}`);
      slide?.scrollIntoView();
      slide?.focus({ preventScroll: true });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [count]);
  return (
    <div className="slide-keys">
      <Button type="button" onClick={() => document.documentElement.requestFullscreen?.().catch(() => {})}>
        {full}
      </Button>
      <span className="note">{keys}</span>
      <div role="status">{stays && <p className="slides-stay msg msg-warning">{offline}</p>}</div>
    </div>
  );
}
