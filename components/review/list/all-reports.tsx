import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import type { TagTone } from "@/components/ui/tag";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { formatsOf } from "@/lib/i18n/formats";
import { reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { ReviewListView } from "@/lib/views/review-view";
import { ReviewRows } from "./review-rows";

/** What needs somebody stands first in its period. */
const order: readonly ReportState[] = ["submitted", "returned", "draft", "approved"];
const tones: Record<ReportState, TagTone> = { submitted: "amber", returned: "blue", draft: "plain", approved: "plain" };

/** Every report of every period that has begun, the latest period first. */
export function AllReports({
  view,
  root,
  asked,
  beside,
}: {
  view: ReviewListView;
  root: string;
  asked: TableView;
  beside: string;
}) {
  const t = useTranslations("review.list");
  const { day } = useMoments();
  const locale = useLocale();
  const { period: periodName } = formatsOf(locale);
  const table = useTableLabels({
    find: t("find"),
    found: t.raw("found"),
    foundNone: t("foundNone"),
    ownOrder: t("ownOrder"),
  });
  const nameOf = (code: string) => view.units.find((unit) => unit.code === code)?.name ?? code;
  const reports = [...view.periods]
    .reverse()
    .flatMap(({ code }) =>
      view.reports
        .filter(({ period }) => period === code)
        .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state)),
    );
  return (
    <section className="block" aria-labelledby="reports">
      <h2 id="reports">{t("all")}</h2>
      <ReviewRows
        reports={reports.map((report) => {
          const { unit, period, state, submission, isWithdrawn, due, answered, total } = report;
          const at = state === "approved" ? report.approvedAt : report.submittedAt;
          const isLate = state === "draft" && due.state === "overdue";
          return {
            href: submission > 0 ? reviewPath(root, { unit, period }) : null,
            unit: nameOf(unit),
            period,
            periodName: periodName(period),
            state: t("state", { state: isLate ? "late" : state, withdrawn: isWithdrawn ? "yes" : "no" }),
            tone: isLate ? "red" : tones[state],
            answered,
            total,
            at,
            part: t("answeredShort", { answered, total }),
            since: at === null ? "" : t("sinceDay", { state: isWithdrawn ? "withdrawn" : state, day: day(at) }),
          };
        })}
        {...{ locale, asked, beside }}
        labels={{
          caption: t("all"),
          unit: t("unit"),
          period: t("period"),
          state: t("stateHead"),
          answered: t("answeredHead"),
          since: t("since"),
          table,
        }}
      />
    </section>
  );
}
