"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { browserMemory } from "@/components/entry/state/browser-memory";
import { type Owner, unsentCells } from "@/components/entry/state/unsent-cells";
import { Notice } from "@/components/ui/notice";
import { useKeptLook } from "./use-kept-look";

/**
 * Says on a page that shows what is stored that values of it wait in this browser, typed in the report's sheet.
 * @param indicator code of the only one that the page is about
 * @param base the report's address
 */
export function WaitingInSheet({ owner, indicator, base }: { owner: Owner; indicator?: string; base: string }) {
  const t = useTranslations("entry");
  const [count, setCount] = useState(0);
  const { userId, plan, unit, period } = owner;
  const look = useCallback(() => {
    const memory = browserMemory();
    if (!memory) return;
    const waiting = unsentCells(memory, { userId, plan, unit, period });
    setCount(waiting.filter((each) => indicator === undefined || each.indicator === indicator).length);
  }, [userId, plan, unit, period, indicator]);
  useKeptLook(look);
  if (count === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" live>
        <p>{t.rich("inSheet", { count, a: (chunks) => <a href={base}>{chunks}</a> })}</p>
      </Notice>
    </div>
  );
}
