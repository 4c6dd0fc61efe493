"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { reportsWithWords } from "@/components/report/kept/kept-words";
import { useKeptLook } from "@/components/report/kept/use-kept-look";
import { begunQueries } from "@/components/review/answers/kept-choice";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { planPath, reviewPath } from "@/lib/i18n/paths";

/** Says on a page away from the review that queries wait in this browser, and in the review of which report. */
export function BegunNotice({ userId, locale }: { userId: number; locale: string }) {
  const t = useTranslations("review.begun");
  const { period: periodName } = formatsOf(useLocale());
  const [waiting, setWaiting] = useState<(Owner & { queries: number })[]>([]);
  const look = useCallback(() => {
    const memory = browserMemory();
    if (!memory) return;
    const reports = reportsWithWords(memory, userId);
    const counted = reports.map((owner) => ({ ...owner, queries: begunQueries(memory, owner).length }));
    setWaiting(counted.filter(({ queries }) => queries > 0));
  }, [userId]);
  useKeptLook(look);
  if (waiting.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" title={t("title")}>
        {waiting.map(({ plan, unit, period, queries }) => (
          <p key={`${plan} ${unit} ${period}`}>
            {t.rich("report", {
              queries,
              a: (chunks) => <a href={reviewPath(planPath(locale, plan), { unit, period })}>{chunks}</a>,
              report: `${unit} ${periodName(period)}`,
            })}
          </p>
        ))}
      </Notice>
    </div>
  );
}
