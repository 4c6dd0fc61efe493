"use client";

import { useLocale, useTranslations } from "next-intl";
import { valueIn } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import { useShortText } from "@/components/values/use-short-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { isInNumbers } from "@/lib/domain/framework/indicator";
import { endsOf, isAssessableValue } from "@/lib/domain/values/assessable-value";
import { formatsOf } from "@/lib/i18n/formats";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { HistoryLine } from "./history-line";

/** The indicator's values through the years: the baseline, what was approved, and what is being entered. */
export function PanelHistory({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("entryForm.panel");
  const { period, now } = useEntry();
  const formats = formatsOf(useLocale());
  const { recent } = useMoments();
  const wording = useValueWording();
  const shortText = useShortText();
  const { rules, steps, earlier, baseline, target } = indicator;
  const mayEnter = indicator.abilities.enterValue;
  const cell = useCell({ indicator: indicator.code, cell: totalCell });
  const present = valueIn(rules, cell.typed);
  const scale = { ...rules, steps };
  const isSaved = cell.phase.at === "rest" && cell.savedAt !== null;
  const rows = [
    ...(present
      ? [
          {
            when: formats.period(period),
            value: present,
            is: isSaved ? t(mayEnter ? "draft" : "reported", { when: recent(cell.savedAt!, now) }) : t("unsaved"),
          },
        ]
      : []),
    ...[...earlier].reverse().map(({ period: code, value, comparable }) => ({
      when: formats.period(code),
      value,
      is: comparable ? t("approved") : t("otherDefinition"),
    })),
    ...(baseline ? [{ when: formats.year(baseline.measuredOn), value: baseline.value, is: t("baseline") }] : []),
  ];
  const points = [...rows]
    .reverse()
    .map(({ value }) => (isAssessableValue(value) ? (endsOf(value)[0]?.valueOf() ?? null) : null));
  return (
    <>
      {isInNumbers[rules.type] && (
        <HistoryLine points={points} isLastOpen={present !== undefined} hasBaseline={baseline !== null} />
      )}
      {rows.length === 0 && <p className="note">{t("noHistory")}</p>}
      <dl className="hist">
        {rows.map(({ when, value, is }, index) => (
          <div key={`${when} ${is}`}>
            <dt>{when}</dt>
            <dd className={index === 0 && present ? "now" : undefined}>{shortText(value, scale)}</dd>
            <dd>{is}</dd>
          </div>
        ))}
        {target && (
          <div>
            <dt>{formats.period(period)}</dt>
            <dd>{targetText(target.value, scale, wording)}</dd>
            <dd>{t("target")}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
