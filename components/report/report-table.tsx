import { useLocale, useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Table } from "@/components/ui/table";
import { Tag, type TagTone } from "@/components/ui/tag";
import { shownState } from "@/components/work/sort-work";
import { formatsOf } from "@/lib/i18n/formats";
import { reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkReport } from "@/lib/views/work-view";

const tones: Record<string, TagTone> = { late: "red", returned: "amber", draft: "blue" };

/** The actor's reports of all periods that have begun, the latest first. */
export function ReportTable({
  reports,
  named,
  root,
}: {
  reports: readonly WorkReport[];
  /** Whether the units' names are said. */
  named: boolean;
  root: string;
}) {
  const t = useTranslations("work");
  const head = ["periodHead", "stateHead", "answeredHead", "dateHead"] as const;
  return (
    <Table
      caption={t("table")}
      stack
      head={head.map((key) => (
        <th key={key} scope="col">
          {t(key)}
        </th>
      ))}
    >
      {[...reports].reverse().map((report) => (
        <ReportRow key={`${report.unit.code} ${report.period.code}`} report={report} named={named} root={root} />
      ))}
    </Table>
  );
}

function ReportRow({ report, named, root }: { report: WorkReport; named: boolean; root: string }) {
  const t = useTranslations("work");
  const { unit, period, answered, total } = report;
  const state = shownState(report);
  return (
    <tr>
      <th scope="row">
        <a href={reportPath(root, { unit: unit.code, period: period.code })}>
          {t("report", { named: named ? "yes" : "no", unit: unit.name, period: period.code })}
        </a>
      </th>
      <td>
        <Tag tone={tones[state] ?? "plain"}>{t("state", { state })}</Tag>
      </td>
      <td>
        <ProgressBar label={t("answered", { answered, total })} value={answered} max={total} />
      </td>
      <td>
        <StateDay report={report} />
      </td>
    </tr>
  );
}

/** Since when the report stands as it does, or when it is due. */
function StateDay({ report: { state, period, submittedAt, approvedAt, returned } }: { report: WorkReport }) {
  const t = useTranslations("work");
  const locale = useLocale();
  const moments = useMoments();
  const since = { draft: null, submitted: submittedAt, returned: returned?.at ?? null, approved: approvedAt }[state];
  if (since === null) return t("dated", { state: "draft", day: formatsOf(locale).day(period.dueOn) });
  return t("dated", { state, day: moments.day(since) });
}
