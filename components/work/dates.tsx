import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import type { WorkReport } from "@/lib/views/work-view";

/** The due dates that are still to come, of reports that aren't sent yet. */
export function Dates({ reports, named }: { reports: readonly WorkReport[]; named: boolean }) {
  const t = useTranslations("work");
  const { day, period: nameOf } = formatsOf(useLocale());
  const coming = upcoming(reports);
  if (coming.length === 0) return null;
  return (
    <section>
      <h2>{t("dates")}</h2>
      <dl className="dates">
        {coming.map(({ unit, period }) => (
          <Fragment key={`${unit.code} ${period.code}`}>
            <dt>{day(period.dueOn)}</dt>
            <dd>{t("reportDue", { period: nameOf(period), unit: named ? unit.name : "none" })}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

export const upcoming = (reports: readonly WorkReport[]): WorkReport[] =>
  reports
    .filter(({ due, lock }) => lock === null && due.state !== "overdue")
    .sort((one, other) => (one.period.dueOn < other.period.dueOn ? -1 : 1));
