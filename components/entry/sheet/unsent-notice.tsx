"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { unsentReports } from "@/components/entry/state/unsent-cells";
import { useKeptLook } from "@/components/report/kept/use-kept-look";
import { Notice } from "@/components/ui/notice";
import { planPath, reportPath } from "@/lib/i18n/paths";

/**
 * Says on a page away from the entry form that changes wait in this browser: opening their report sends them, or shows those
 * that were refused, to be copied or let go.
 */
export function UnsentNotice({
  userId,
  locale,
  children,
}: {
  userId: number;
  locale: string;
  /** What else there is to know of them here. */
  children?: ReactNode;
}) {
  const t = useTranslations("entryForm.unsent");
  const [waiting, setWaiting] = useState<ReturnType<typeof unsentReports>>([]);
  const isAsked = useRef(false);
  const look = useCallback(async () => {
    const memory = browserMemory();
    if (!memory) return;
    // What another window keeps after that, it sends. Without a line nobody knows, and nothing is forgotten.
    if (!isAsked.current && unsentReports(memory, userId).length > 0) {
      isAsked.current = true;
      await import("@/components/entry/state/standing-stored").then(
        ({ forgetStoredCells }) => forgetStoredCells(memory, userId),
        () => {},
      );
    }
    setWaiting(unsentReports(memory, userId));
  }, [userId]);
  useKeptLook(look);
  if (waiting.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" title={t("title")}>
        {waiting.flatMap(({ plan, unit, period, ...counts }) =>
          (["changes", "refused"] as const).map(
            (kind) =>
              counts[kind] > 0 && (
                <p key={`${plan} ${unit} ${period} ${kind}`}>
                  {t.rich(kind === "changes" ? "report" : "refused", {
                    changes: counts[kind],
                    a: (chunks) => <a href={reportPath(planPath(locale, plan), { unit, period })}>{chunks}</a>,
                    report: `${unit} ${period}`,
                  })}
                </p>
              ),
          ),
        )}
        {children}
      </Notice>
    </div>
  );
}
