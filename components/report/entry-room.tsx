import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { valueText } from "@/lib/charts/value-text";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryView } from "@/lib/schemas/entry-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { EntrySheet } from "./entry-sheet";
import { RoomGoals } from "./room-goals";
import { targetText } from "./target-text";
import { useValueWording } from "./use-value-wording";

/** Earlier periods beside the field; more would leave no room for it. */
const COLUMNS = 2;

export function EntryRoom({
  view,
  goal: code,
  base,
  address,
  scope,
}: {
  view: EntryView;
  goal: string;
  base: string;
  address: ReportAddress;
  scope: string;
}) {
  const t = useTranslations("entry");
  const errors = useTranslations("errors");
  const { day } = formatsOf(useLocale());
  const wording = useValueWording();
  const { report, goals, indicators, narratives, abilities, totals } = view;
  const goal = goals.find((each) => each.code === code)!;
  const periods = view.earlierPeriods.slice(-COLUMNS).map((period) => period.code);
  const rows = indicators
    .filter((indicator) => indicator.goal === code)
    .map((indicator) => {
      const scale = { ...indicator.rules, steps: indicator.steps };
      return {
        indicator,
        earlier: periods.map((period) => {
          const value = indicator.earlier.find((each) => each.period === period)?.value;
          const text =
            !value || value.kind === "missing"
              ? "–"
              : value.kind === "narrative"
                ? t("sheet.words")
                : valueText(value, scale, wording);
          return { period, text };
        }),
        target: indicator.target ? targetText(indicator.target.value, scale, wording) : "–",
      };
    });
  const texts = narratives.flatMap((narrative) => Object.values(narrative.texts));
  const lock = report.lock ? errors("locked", { lock: report.lock }) : null;
  const head = (
    <>
      <p className="kicker">
        {t("room.kicker", {
          unit: report.unit.name,
          period: report.period.code,
          state: report.state,
          due: day(report.period.dueOn),
        })}
      </p>
      <h1>
        {goal.code} {goal.title}
      </h1>
      {lock && (
        <Notice>
          <p>{lock}</p>
        </Notice>
      )}
      {report.returned && (
        <Notice tone="warning" title={t("room.returned", { date: day(report.returned.at.slice(0, 10)) })}>
          <p>{report.returned.reason || t("room.returnedQueries")}</p>
        </Notice>
      )}
    </>
  );
  return (
    <div className="room room-two">
      <RoomGoals
        goals={goals}
        current={code}
        base={base}
        narrative={
          texts.length > 0 ? { written: texts.filter(({ text }) => text !== "").length, of: texts.length } : null
        }
        fill={abilities.editReport}
      />
      <div>
        <EntrySheet
          key={code}
          scope={scope}
          address={address}
          rows={rows}
          dimensions={view.dimensions}
          periods={periods}
          period={report.period.code}
          lock={lock}
          base={base}
          head={head}
          elsewhere={{ answered: totals.answered - goal.answered, warnings: totals.warnings - goal.warnings }}
          total={totals.total}
          mayCheck={true}
        />
      </div>
    </div>
  );
}
