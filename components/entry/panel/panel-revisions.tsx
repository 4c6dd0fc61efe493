"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { EntryIndicator, ValueHistoryView } from "@/lib/views/entry-view";

type Loaded = ValueHistoryView | "failed" | null;

/** Whoever opens them waits for the server anyway. */
const code = lateCode(() => import("./revisions-list").then(({ RevisionsList }) => RevisionsList));

/** Who changed the indicator's values in this report, when, from what and to what. Asked for when it is opened. */
export function PanelRevisions({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("entryForm.revisions");
  const { hidden, userId } = useEntry();
  const [isOpen, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>(null);
  const cells = useIndicatorCells(indicator.code);
  // Every save of one of its cells is a new line.
  const stored = Object.values(cells).reduce((sum, { revision }) => sum + revision, 0);
  const { plan, unit, period } = hidden;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stored` says that there is more to read
  useEffect(() => {
    if (!isOpen) return;
    const ending = new AbortController();
    const read = async () => {
      try {
        const path = `/api/reports/${plan}/${unit}/${period}/history/${indicator.code}`;
        const response = await fetch(path, { headers: madeFor(userId), signal: ending.signal });
        setLoaded(response.ok ? ((await response.json()) as ValueHistoryView) : "failed");
      } catch {
        if (!ending.signal.aborted) setLoaded("failed");
      }
    };
    void read();
    return () => ending.abort();
  }, [isOpen, stored, indicator.code, plan, unit, period, userId]);
  return (
    <details className="more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("title")}</summary>
      <div aria-live="polite">
        {loaded === null && <p className="note">{t("loading")}</p>}
        {loaded === "failed" && <p className="note">{t("failed")}</p>}
        {loaded !== null && loaded !== "failed" && <Late code={code} of={{ history: loaded, indicator }} />}
      </div>
    </details>
  );
}
