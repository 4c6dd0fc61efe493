"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { type Owner, unsentCells } from "@/components/entry/state/unsent-cells";
import { Notice } from "@/components/ui/notice";
import { useReadAnew } from "@/components/ui/use-read-anew";
import { useKeptLook } from "./use-kept-look";

/**
 * Says on a page that shows what is stored that values of it wait in this browser, typed in the report's sheet.
 * @param indicator code of the only one that the page is about
 * @param base the report's address
 */
export function WaitingInSheet({ owner, indicator, base }: { owner: Owner; indicator?: string; base: string }) {
  const t = useTranslations("entry");
  const [count, setCount] = useState(0);
  const readAnew = useReadAnew();
  const { userId, plan, unit, period } = owner;
  const before = useRef(0);
  const isAsking = useRef(false);
  const look = useCallback(() => {
    const memory = browserMemory();
    if (!memory) return;
    const waiting = unsentCells(memory, { userId, plan, unit, period });
    const count = waiting.filter((each) => indicator === undefined || each.indicator === indicator).length;
    // What waited is stored, or given up: the page was made before that.
    if (count < before.current) readAnew();
    before.current = count;
    setCount(count);
  }, [userId, plan, unit, period, indicator, readAnew]);
  // The server may have stored it though nobody heard so. Without a line nobody knows, and nothing is forgotten.
  const ask = useCallback(async () => {
    const memory = browserMemory();
    if (!memory || before.current === 0 || isAsking.current) return;
    isAsking.current = true;
    await import("@/components/entry/state/standing-stored").then(
      ({ forgetStoredCells }) => forgetStoredCells(memory, userId),
      () => {},
    );
    isAsking.current = false;
    look();
  }, [userId, look]);
  useKeptLook(look);
  const isWaiting = count > 0;
  useEffect(() => {
    if (!isWaiting) return;
    void ask();
    window.addEventListener("online", ask);
    return () => window.removeEventListener("online", ask);
  }, [isWaiting, ask]);
  if (count === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" live>
        <p>{t.rich("inSheet", { count, a: (chunks) => <a href={base}>{chunks}</a> })}</p>
      </Notice>
    </div>
  );
}
