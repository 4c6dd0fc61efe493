"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { TableView } from "@/lib/schemas/addresses/table-view";

/** A report in words. */
interface ReportLine {
  href: string;
  name: string;
  state: string;
  tone: TagTone;
  answered: number;
  total: number;
  progress: string;
  /** The day or moment that `day` tells. */
  at: string;
  day: string;
}

interface ReportLabels {
  caption: string;
  report: string;
  state: string;
  answered: string;
  day: string;
  table: TableLabels;
}

export function ReportRows({
  reports,
  locale,
  asked,
  labels,
}: {
  reports: readonly ReportLine[];
  locale: string;
  asked: TableView;
  labels: ReportLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="report"
      rows={reports}
      columns={columns}
      keyOf={({ href }) => href}
      textOf={({ name, state, day }) => `${name} ${state} ${day}`}
      caption={labels.caption}
      labels={labels.table}
      {...{ locale, asked }}
    />
  );
}

/** As `report-columns.ts` names them. */
function columnsOf(labels: ReportLabels): DataColumn<ReportLine>[] {
  return [
    {
      id: "report",
      head: labels.report,
      sort: { order: "text", by: ({ name }) => name },
      cell: ({ href, name }) => <a href={href}>{name}</a>,
    },
    {
      id: "state",
      head: labels.state,
      sort: { order: "text", by: ({ state }) => state },
      cell: ({ tone, state }) => <Tag tone={tone}>{state}</Tag>,
    },
    {
      id: "answered",
      head: labels.answered,
      sort: { order: "number", by: ({ answered, total }) => answered / Math.max(total, 1) },
      cell: ({ progress, answered, total }) => <ProgressBar label={progress} value={answered} max={total} />,
    },
    {
      id: "day",
      head: labels.day,
      sort: { order: "day", by: ({ at }) => at },
      cell: ({ day }) => day,
    },
  ];
}
