"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { usePersonName } from "@/components/people/person-name";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator, Revision, ValueHistoryView } from "@/lib/views/entry-view";

type Entered = ValueHistoryView["revisions"][number];

/** An indicator's revisions, the latest first. */
export function RevisionsList({
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
