"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { usePersonName } from "@/components/people/person-name";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useMoments } from "@/lib/i18n/use-moments";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { EntryIndicator, Revision, ValueHistoryView } from "@/lib/views/entry-view";

type Loaded = ValueHistoryView | "failed" | null;
type Entered = ValueHistoryView["revisions"][number];

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
        {loaded !== null && loaded !== "failed" && <Revisions history={loaded} indicator={indicator} />}
      </div>
    </details>
  );
}

function Revisions({
  history: { count, revisions },
  indicator,
}: {
  history: ValueHistoryView;
  indicator: EntryIndicator;
}) {
  const t = useTranslations("entryForm.revisions");
  const { dimensions, now } = useEntry();
  const wording = useValueWording();
  const personName = usePersonName();
  const { recent } = useMoments();
  const scale = { ...indicator.rules, steps: indicator.steps };
  const textOf = (value: Revision["value"]) => (value === null ? t("blank") : valueText(value, scale, wording));
  if (count === 0) return <p className="note">{t("none")}</p>;
  return (
    <>
      <ul>
        {revisions.map((entered, at) => {
          const { cell, revision, value, by, file } = entered;
          const earlier = valueBefore(revisions, at);
          return (
            <li key={`${cell} ${revision}`}>
              <span className="note">
                {t("by", { by: personName(by), when: recent(entered.at, now), file: file ?? "none" })}
              </span>
              <br />
              <span className="prose">
                {cell !== totalCell && `${cellName(cell, dimensions, "")}: `}
                {textOf(earlier)} → {textOf(value)}
              </span>
            </li>
          );
        })}
      </ul>
      {count > revisions.length && <p className="note">{t("latest", { listed: revisions.length, count })}</p>}
    </>
  );
}

/** What stood in the cell before; null too where that isn't listed any more, of which the last line tells. */
function valueBefore(revisions: readonly Entered[], at: number): Revision["value"] {
  const { cell, revision } = revisions[at]!;
  const earlier = revisions.slice(at + 1).filter((each) => each.cell === cell && each.revision < revision);
  return earlier[0]?.value ?? null;
}
