import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import type { TagTone } from "@/components/ui/tag";
import { shownState } from "@/components/work/sort-work";
import { formatsOf } from "@/lib/i18n/formats";
import { reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { WorkReport } from "@/lib/views/work-view";
import { ReportRows } from "./report-rows";

const tones: Record<string, TagTone> = { late: "red", returned: "amber", draft: "blue" };

/** The actor's reports of all periods that have begun, the latest first until they are ordered otherwise. */
export function ReportTable({
  reports,
  named,
  root,
  asked,
}: {
  reports: readonly WorkReport[];
  /** Whether the units' names are said. */
  named: boolean;
  root: string;
  asked: TableView;
}) {
  const t = useTranslations("work");
  const locale = useLocale();
  const moments = useMoments();
  const { day, period: nameOf } = formatsOf(locale);
  const table = useTableLabels({
    find: t("find"),
    found: t.raw("found"),
    foundNone: t("foundNone"),
    ownOrder: t("ownOrder"),
  });
  return (
    <ReportRows
      reports={[...reports].reverse().map((report) => {
        const { unit, period, answered, total } = report;
        const state = shownState(report);
        const since = sinceWhen(report);
        return {
          href: reportPath(root, { unit: unit.code, period: period.code }),
          name: t("report", { named: named ? "yes" : "no", unit: unit.name, period: nameOf(period) }),
          state: t("state", { state }),
          tone: tones[state] ?? "plain",
          answered,
          total,
          progress: t("answered", { answered, total }),
          at: since ?? period.dueOn,
          day: t("dated", {
            state: since === null ? "draft" : report.state,
            day: since === null ? day(period.dueOn) : moments.day(since),
          }),
        };
      })}
      locale={locale}
      asked={asked}
      labels={{
        caption: t("table"),
        report: t("periodHead"),
        state: t("stateHead"),
        answered: t("answeredHead"),
        day: t("dateHead"),
        table,
      }}
    />
  );
}

/** Since when the report stands as it does; null for one that is due. */
function sinceWhen({ state, submittedAt, approvedAt, returned }: WorkReport): string | null {
  return { draft: null, submitted: submittedAt, returned: returned?.at ?? null, approved: approvedAt }[state];
}
