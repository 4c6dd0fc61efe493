import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePersonName } from "@/components/people/person-name";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath, reportPath, reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WaitingReport, WorkQuery, WorkView } from "@/lib/views/work-view";
import { ReportTask } from "./report-task";
import { groupOf, type WorkGroup } from "./sort-work";

/** What a reviewer asked, and where it is answered. */
function QueryList({ queries, root }: { queries: readonly WorkQuery[]; root: string }) {
  const t = useTranslations("work");
  const personName = usePersonName();
  const { day } = useMoments();
  const { period: nameOf } = formatsOf(useLocale());
  return queries.map(({ unit, period, indicator, query, at, by }) => (
    <li key={`${unit} ${period} ${indicator.code}`}>
      <a href={entryPath(reportPath(root, { unit, period }), indicator.code)}>
        <span className="code">{indicator.code}</span> {indicator.title}
      </a>
      <Tag tone="amber">{t("replyNeeded")}</Tag>
      <p>{t("queryFrom", { by: personName(by), day: day(at), period: nameOf(period) })}</p>
      <p className="why wrap-anywhere whitespace-pre-line">{query}</p>
    </li>
  ));
}

/** Submitted reports that the actor may decide about, the longest waiting first. */
function WaitingList({ waiting, root }: { waiting: readonly WaitingReport[]; root: string }) {
  const t = useTranslations("work");
  const personName = usePersonName();
  const { day, moment } = useMoments();
  const { period: nameOf } = formatsOf(useLocale());
  return waiting.map(({ unit, period, submittedAt, submittedBy, answered, total, isOwn }) => (
    <li key={`${unit.code} ${period.code}`}>
      <a href={reviewPath(root, { unit: unit.code, period: period.code })}>
        {t("report", { named: "yes", unit: unit.name, period: nameOf(period) })}
      </a>
      <Tag tone="amber">{t("waitingSince", { day: day(submittedAt) })}</Tag>
      <p>
        {t("submittedBy", { at: moment(submittedAt), by: personName(submittedBy) })}{" "}
        {t("answered", { answered, total })}
      </p>
      {isOwn && <p className="why">{t("own")}</p>}
    </li>
  ));
}

/** What waits, the most pressing first; a list without a task isn't shown. */
export function WorkLists({ view, named, root }: { view: WorkView; named: boolean; root: string }) {
  const reports = (group: WorkGroup) => {
    const tasks = view.reports.filter((report) => groupOf(report) === group);
    if (tasks.length === 0) return null;
    // The oldest waits longest; of what is done, the latest matters most.
    return (group === "done" ? tasks.reverse() : tasks).map((report) => (
      <ReportTask
        key={`${report.unit.code} ${report.period.code}`}
        report={report}
        group={group}
        named={named}
        root={root}
      />
    ));
  };
  return (
    <>
      <TaskSection id="overdue">{reports("overdue")}</TaskSection>
      <TaskSection id="returned">{reports("returned")}</TaskSection>
      <TaskSection id="queries">
        {view.queries.length > 0 && <QueryList queries={view.queries} root={root} />}
      </TaskSection>
      <TaskSection id="waiting">
        {view.waiting.length > 0 && <WaitingList waiting={view.waiting} root={root} />}
      </TaskSection>
      <TaskSection id="due">{reports("due")}</TaskSection>
      <TaskSection id="done">{reports("done")}</TaskSection>
    </>
  );
}

function TaskSection({ id, children }: { id: WorkGroup | "queries" | "waiting"; children: ReactNode }) {
  const t = useTranslations("work");
  if (!children) return null;
  return (
    <section className="block first" aria-labelledby={id}>
      <h2 id={id}>{t(id)}</h2>
      <ul className="tasks">{children}</ul>
    </section>
  );
}
