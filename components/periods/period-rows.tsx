"use client";

import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import type { TableView } from "@/lib/schemas/addresses/table-view";

/** A period, its cells as the server drew them. */
interface PeriodLine {
  code: string;
  name: ReactNode;
  span: string;
  startsOn: string;
  due: ReactNode;
  dueOn: string;
  state: ReactNode;
  stateWord: string;
  reports: string;
  steps: ReactNode;
  /** All that it is found by. */
  text: string;
}

type PeriodLabels = Record<"caption" | "period" | "span" | "due" | "state" | "reports", string> & {
  /** null where the reader takes none. */
  steps: string | null;
  table: TableLabels;
};

export function PeriodRows({
  periods,
  locale,
  asked,
  labels,
}: {
  periods: readonly PeriodLine[];
  locale: string;
  asked: TableView;
  labels: PeriodLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="reporting-period"
      rows={periods}
      columns={columns}
      keyOf={({ code }) => code}
      textOf={({ text }) => text}
      caption={labels.caption}
      labels={labels.table}
      {...{ locale, asked }}
    />
  );
}

/** As `period-columns.ts` names them. */
function columnsOf(labels: PeriodLabels): DataColumn<PeriodLine>[] {
  return [
    {
      id: "period",
      head: labels.period,
      sort: { order: "day", by: ({ startsOn }) => startsOn },
      cell: ({ name }) => name,
    },
    { id: "span", head: labels.span, cell: ({ span }) => span },
    { id: "due", head: labels.due, sort: { order: "day", by: ({ dueOn }) => dueOn }, cell: ({ due }) => due },
    {
      id: "state",
      head: labels.state,
      sort: { order: "text", by: ({ stateWord }) => stateWord },
      cell: ({ state }) => state,
    },
    { id: "reports", head: labels.reports, cell: ({ reports }) => reports },
    ...(labels.steps === null
      ? []
      : [{ id: "steps", head: labels.steps, isCommand: true, cell: ({ steps }: PeriodLine) => steps }]),
  ];
}
