import { useLocale, useTranslations } from "next-intl";
import { type PeriodState, periodStates } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { formatsOf } from "@/lib/i18n/formats";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { ReviewListPeriod, ReviewListView } from "@/lib/views/review-view";
import { PeriodCommand } from "./period-command";

/** A reporting period: how it stands, and what it can be changed to. */
export function PeriodSection({
  view,
  period,
  locale,
  action,
}: {
  view: ReviewListView;
  period: ReviewListPeriod;
  locale: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.list");
  const formats = formatsOf(useLocale());
  const reports = view.reports.filter((report) => report.period === period.code);
  const nameOf = (code: string) => view.units.find((unit) => unit.code === code)?.name ?? code;
  const names = (state: ReportState) =>
    reports.filter((report) => report.state === state).map(({ unit }) => nameOf(unit));
  const facts = (to: PeriodState) => ({
    period: period.code,
    from: period.state,
    to,
    unsent: names("draft").length,
    unsentNames: formats.units(names("draft")),
    waiting: names("submitted").length,
    returned: names("returned").length,
    returnedNames: formats.units(names("returned")),
  });
  const id = `period-${period.code}`;
  return (
    <section className="of-period" aria-labelledby={id}>
      <h3 id={id}>{period.code}</h3>
      <p className="note wide">
        {t("periodState", { state: period.state })} {t("dueOn", { day: formats.day(period.dueOn) })}
      </p>
      <div className="commands">
        {periodStates
          .filter((to) => view.mayLock && to !== period.state)
          .map((to) => (
            <PeriodCommand
              key={to}
              plan={view.plan.code}
              period={period.code}
              locale={locale}
              from={period.state}
              to={to}
              label={t("command", { to, period: period.code })}
              consequence={t("consequence", facts(to))}
              action={action}
            />
          ))}
      </div>
    </section>
  );
}
