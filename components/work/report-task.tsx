import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { checkPath, reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkReport } from "@/lib/views/work-view";
import { isPartDone, shownState, type WorkGroup } from "./sort-work";

/** Later than that, the date that is said beside it tells more than a number of days. */
const countedDays = 60;

/** Whether a contributor handed the own part back, was asked again, or may hand it back now. */
function OwnHandBack({ report, root }: { report: WorkReport; root: string }) {
  const t = useTranslations("work");
  const { day } = useMoments();
  const { handBack, maySubmit, lock, total, answered, unit, period } = report;
  if (maySubmit || lock !== null) return null;
  const way = (
    <a href={`${checkPath(reportPath(root, { unit: unit.code, period: period.code }))}#hand-back`}>
      {t("ownHandBack")}
    </a>
  );
  if (handBack?.askedAgain)
    return (
      <>
        <p>{t("ownAskedAgain", { by: handBack.askedAgain.by })}</p>
        <p className="why wrap-anywhere whitespace-pre-line">{handBack.askedAgain.reason}</p>
        <p>{way}</p>
      </>
    );
  if (handBack)
    return <p>{t("ownHandedBack", { day: day(handBack.at), changed: handBack.changedSince ? "yes" : "no" })}</p>;
  return answered === total ? <p>{way}</p> : null;
}

/** One report as a task: what to do, how far it is, and why it came back. */
export function ReportTask({
  report,
  group,
  named,
  root,
}: {
  report: WorkReport;
  group: WorkGroup;
  /** Whether the unit's name is said. */
  named: boolean;
  root: string;
}) {
  const t = useTranslations("work");
  const { unit, period, state, maySubmit, returned } = report;
  const name = formatsOf(useLocale()).period(period);
  const title = t("report", { named: named ? "yes" : "no", unit: unit.name, period: name });
  const ownTask = maySubmit ? (state === "returned" ? "again" : "submit") : "enter";
  const task = group === "done" ? "done" : ownTask;
  return (
    <li>
      <a href={reportPath(root, { unit: unit.code, period: period.code })}>{t("finish", { task, report: title })}</a>
      <TaskTag report={report} group={group} />
      {group === "returned" && returned && <ReturnReason returned={returned} />}
      <p>
        <TaskState report={report} group={group} />
      </p>
      <OwnHandBack report={report} root={root} />
    </li>
  );
}

function TaskTag({ report, group }: { report: WorkReport; group: WorkGroup }) {
  const t = useTranslations("work");
  const { day } = formatsOf(useLocale());
  if (group === "overdue") {
    const { days } = report.due;
    return <Tag tone="red">{days > countedDays ? t("overdue") : t("daysOverdue", { days })}</Tag>;
  }
  if (group === "returned") return <Tag tone="amber">{t("toPutRight")}</Tag>;
  if (group === "due") return <Tag tone="blue">{t("dueOn", { day: day(report.period.dueOn) })}</Tag>;
  return <Tag>{t("state", { state: shownState(report) })}</Tag>;
}

function TaskState({ report, group }: { report: WorkReport; group: WorkGroup }) {
  const t = useTranslations("work");
  const { day } = formatsOf(useLocale());
  const moments = useMoments();
  const { period, due, answered, total, warnings, isOpened, submittedAt, approvedAt } = report;
  if (group === "done" && isPartDone(report)) return t("complete");
  if (group === "done" && approvedAt) return t("approved", { day: moments.day(approvedAt) });
  if (group === "done" && submittedAt) return t("submitted", { day: moments.day(submittedAt) });
  return [
    due.state === "overdue" && t("wasDueOn", { day: day(period.dueOn) }),
    due.state === "running" && t("runsUntil", { day: day(period.endsOn) }),
    isOpened ? t("answered", { answered, total }) : t("notOpened"),
    warnings > 0 && t("warnings", { warnings }),
  ]
    .filter(Boolean)
    .join(" ");
}

function ReturnReason({ returned }: { returned: NonNullable<WorkReport["returned"]> }) {
  const t = useTranslations("work");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { by, at, reason, reopened } = returned;
  return (
    <>
      <p>{t("sentBack", { reopened: reopened ? "yes" : "no", by: personName(by), at: moment(at) })}</p>
      {reason !== "" && <p className="why wrap-anywhere whitespace-pre-line">{reason}</p>}
    </>
  );
}
