"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { TableView } from "@/lib/schemas/addresses/table-view";

/** A report of any state, in words. */
interface ReviewLine {
  /** null: it was never submitted, so there is nothing to look at. */
  href: string | null;
  unit: string;
  /** The code, by which reports are ordered. */
  period: string;
  periodName: string;
  state: string;
  tone: TagTone;
  answered: number;
  total: number;
  part: string;
  /** The moment that `since` tells; null for what wasn't submitted. */
  at: string | null;
  since: string;
}

interface ReviewLabels {
  caption: string;
  unit: string;
  period: string;
  state: string;
  answered: string;
  since: string;
  table: TableLabels;
}

/** Reports period by period until the reader orders them otherwise. */
export function ReviewRows({
  reports,
  locale,
  asked,
  beside,
  labels,
}: {
  reports: readonly ReviewLine[];
  locale: string;
  asked: TableView;
  beside: string;
  labels: ReviewLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="report"
      rows={reports}
      columns={columns}
      keyOf={({ unit, period }) => `${unit} ${period}`}
      textOf={({ unit, periodName, state, since }) => `${unit} ${periodName} ${state} ${since}`}
      groups={{ of: ({ periodName }) => periodName, head: (name) => <h3>{name}</h3> }}
      caption={labels.caption}
      labels={labels.table}
      {...{ locale, asked, beside }}
    />
  );
}

/** As `review-columns.ts` names them. */
function columnsOf(labels: ReviewLabels): DataColumn<ReviewLine>[] {
  return [
    {
      id: "unit",
      head: labels.unit,
      sort: { order: "text", by: ({ unit }) => unit },
      cell: ({ href, unit }) => (href === null ? unit : <a href={href}>{unit}</a>),
    },
    {
      id: "period",
      head: labels.period,
      sort: { order: "day", by: ({ period }) => period },
      cell: ({ periodName }) => periodName,
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
      isNumber: true,
      sort: { order: "number", by: ({ answered, total }) => answered / Math.max(total, 1) },
      cell: ({ part }) => part,
    },
    {
      id: "since",
      head: labels.since,
      sort: { order: "day", by: ({ at }) => at ?? undefined },
      cell: ({ since }) => since,
    },
  ];
}
