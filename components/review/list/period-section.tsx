import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Tag, type TagTone } from "@/components/ui/tag";
import { type PeriodState, periodStates } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { formatsOf } from "@/lib/i18n/formats";
import { reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { ReviewListPeriod, ReviewListReport, ReviewListView } from "@/lib/views/review-view";
import { PeriodCommand } from "./period-command";

/** What needs somebody stands first. */
const order: readonly ReportState[] = ["submitted", "returned", "draft", "approved"];
const tones: Record<ReportState, TagTone> = { submitted: "amber", returned: "blue", draft: "plain", approved: "plain" };

/** A reporting period: how it stands, and all its reports. */
export function PeriodSection({
  view,
  period,
  root,
  locale,
  action,
}: {
  view: ReviewListView;
  period: ReviewListPeriod;
  root: string;
  locale: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.list");
  const formats = formatsOf(useLocale());
  const reports = view.reports
    .filter((report) => report.period === period.code)
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
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
  const head = ["unit", "stateHead", "answeredHead", "since"] as const;
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{period.code}</h2>
      <p className="note wide">
        {t("periodState", { state: period.state })} {t("dueOn", { day: formats.day(period.dueOn) })}
      </p>
      <div className="commands">
        {periodStates
          .filter((to) => to !== period.state)
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
      <div className="of-period">
        <Table
          caption={t("reportsOf", { period: period.code })}
          stack
          head={head.map((key) => (
            <th key={key} scope="col" className={key === "answeredHead" ? "n" : undefined}>
              {t(key)}
            </th>
          ))}
        >
          {reports.map((report) => (
            <ReportRow key={report.unit} report={report} name={nameOf(report.unit)} root={root} />
          ))}
        </Table>
      </div>
    </section>
  );
}

function ReportRow({ report, name, root }: { report: ReviewListReport; name: string; root: string }) {
  const t = useTranslations("review.list");
  const { day } = useMoments();
  const { unit, period, state, submission, due, answered, total } = report;
  const since = state === "approved" ? report.approvedAt : report.submittedAt;
  const isLate = state === "draft" && due.state === "overdue";
  return (
    <tr>
      <th scope="row">{submission > 0 ? <a href={reviewPath(root, { unit, period })}>{name}</a> : name}</th>
      <td>
        <Tag tone={isLate ? "red" : tones[state]}>{t("state", { state: isLate ? "late" : state })}</Tag>
      </td>
      <td className="n" data-label={t("answeredHead")}>
        {t("answeredShort", { answered, total })}
      </td>
      <td>{since === null ? "" : t("sinceDay", { state, day: day(since) })}</td>
    </tr>
  );
}
