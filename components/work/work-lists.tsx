import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WorkView } from "@/lib/views/work-view";
import { QueryList } from "./query-list";
import { ReportTask } from "./report-task";
import { groupOf, type WorkGroup } from "./sort-work";
import { WaitingList } from "./waiting-list";

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
