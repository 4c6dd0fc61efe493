"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Tag } from "@/components/ui/tag";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { waitingColumns } from "./review-columns";

/** A report that waits for a decision, in words. */
interface WaitingLine {
  href: string;
  name: string;
  /** The moment that `since` and `submission` tell. */
  at: string;
  since: string;
  submission: string;
  answered: number;
  total: number;
  progress: string;
  /** Why the reader can't decide; empty where they can. */
  why: string;
}

interface WaitingLabels {
  caption: string;
  report: string;
  since: string;
  submission: string;
  answered: string;
  table: TableLabels;
}

export function WaitingRows({
  reports,
  locale,
  asked,
  beside,
  labels,
}: {
  reports: readonly WaitingLine[];
  locale: string;
  asked: TableView;
  beside: string;
  labels: WaitingLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="waiting"
      place={waitingColumns}
      rows={reports}
      columns={columns}
      keyOf={({ href }) => href}
      textOf={({ name, since, submission }) => `${name} ${since} ${submission}`}
      caption={labels.caption}
      labels={labels.table}
      {...{ locale, asked, beside }}
    />
  );
}

/** As `review-columns.ts` names them. */
function columnsOf(labels: WaitingLabels): DataColumn<WaitingLine>[] {
  return [
    {
      id: "report",
      head: labels.report,
      sort: { order: "text", by: ({ name }) => name },
      cell: ({ href, name }) => <a href={href}>{name}</a>,
    },
    {
      id: "since",
      head: labels.since,
      sort: { order: "day", by: ({ at }) => at },
      cell: ({ since }) => <Tag tone="amber">{since}</Tag>,
    },
    {
      id: "submission",
      head: labels.submission,
      cell: ({ submission, why }) => (
        <>
          {submission}
          {why && <span className="unit block">{why}</span>}
        </>
      ),
    },
    {
      id: "answered",
      head: labels.answered,
      sort: { order: "number", by: ({ answered, total }) => answered / Math.max(total, 1) },
      cell: ({ progress, answered, total }) => <ProgressBar label={progress} value={answered} max={total} />,
    },
  ];
}
