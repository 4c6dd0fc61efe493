import { type RefObject, useEffect } from "react";
import { tabMemory } from "@/components/layout/tab-memory";

/**
 * Brings a box that scrolls within itself back to where it was, as a browser does with the page: on the way back and on
 * a reload, not on another visit.
 * @param settled its content is as large as it was
 */
export function useKeptScroll(box: RefObject<HTMLElement | null>, settled: boolean) {
  useEffect(() => {
    const scrolls = box.current;
    if (!settled || !scrolls) return;
    const key = `spaiv-scroll${location.pathname}`;
    const memory = tabMemory();
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type === "back_forward" || visit?.type === "reload") {
      const [left = 0, top = 0] = (memory?.getItem(key) ?? "").split(" ").map(Number);
      if (scrolls.scrollLeft === 0 && scrolls.scrollTop === 0) scrolls.scrollTo({ left, top, behavior: "instant" });
    }
    const keep = () => {
      try {
        memory?.setItem(key, `${scrolls.scrollLeft} ${scrolls.scrollTop}`);
      } catch {
        // A full memory: nothing is lost but the place.
      }
    };
    scrolls.addEventListener("scroll", keep, { passive: true });
    return () => scrolls.removeEventListener("scroll", keep);
  }, [box, settled]);
}
