import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { PeriodState } from "@/lib/domain/reports/report";
import { reportStates } from "@/lib/domain/reports/report-state";
import { formatsOf } from "@/lib/i18n/formats";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { PeriodListView, PeriodOfList } from "@/lib/views/periods/period-view";
import { PeriodRows } from "./period-rows";
import { PeriodStepLinks } from "./period-step-links";

const looks: Record<PeriodState, { tone: TagTone; icon: IconName }> = {
  open: { tone: "blue", icon: "pencil" },
  closed: { tone: "plain", icon: "close" },
  locked: { tone: "plain", icon: "lock" },
};

function PeriodStateTag({ state }: { state: PeriodState }) {
  const t = useTranslations("periods");
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone}>
      <Icon name={icon} /> {t("state", { state })}
    </Tag>
  );
}

/** The plan's reporting periods, the latest first until they are ordered otherwise. */
export function PeriodTable({ view, root, asked }: { view: PeriodListView; root: string; asked: TableView }) {
  const t = useTranslations("periods");
  const locale = useLocale();
  const { day, period: nameOf, periodWithCode, list } = formatsOf(locale);
  const table = useTableLabels({
    find: t("list.find"),
    found: t.raw("list.found"),
    foundNone: t("list.foundNone"),
    ownOrder: t("list.ownOrder"),
  });
  const counts = ({ reports }: PeriodOfList) =>
    list(
      reportStates
        .filter((state) => reports[state] > 0)
        .map((state) => t("list.count", { count: reports[state], state })),
    );
  const line = (period: PeriodOfList) => {
    const name = nameOf(period);
    const span = t("list.span", { from: day(period.startsOn), to: day(period.endsOn) });
    return {
      code: period.code,
      startsOn: period.startsOn,
      dueOn: period.dueOn,
      span,
      reports: counts(period),
      name: (
        <>
          {periodWithCode(period)}
          <span className="unit block">{t("frequency", { frequency: period.frequency })}</span>
          {period.isAfterEnd && <span className="unit block">{t("list.afterEnd")}</span>}
        </>
      ),
      due: (
        <>
          {day(period.dueOn)}
          {period.ownDates.map(({ unit, name: country, dueOn, reason }) => (
            <span key={unit} className="unit block wrap-anywhere">
              {t("list.ownDate", { unit: country, day: day(dueOn), reason })}
            </span>
          ))}
        </>
      ),
      state: (
        <>
          <PeriodStateTag state={period.state} />
          {period.isToCome && <span className="unit block">{t("list.toCome", { day: day(period.startsOn) })}</span>}
        </>
      ),
      stateWord: t("state", { state: period.state }),
      steps: view.mayKeep && <PeriodStepLinks {...{ period: period.code, name, state: period.state, root }} />,
      text: `${name} ${period.code} ${span} ${day(period.dueOn)} ${t("state", { state: period.state })} ${counts(period)}`,
    };
  };
  return (
    <PeriodRows
      periods={view.periods.map(line).reverse()}
      {...{ locale, asked }}
      labels={{
        caption: t("list.caption"),
        period: t("list.period"),
        span: t("list.spanHead"),
        due: t("list.due"),
        state: t("list.stateHead"),
        reports: t("list.reports"),
        steps: view.mayKeep ? t("list.steps") : null,
        table,
      }}
    />
  );
}
