"use client";

import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { publicationColumns } from "./publication-columns";

/** A publication, each of its cells as the server drew it. */
interface PublicationLine {
  id: string;
  name: ReactNode;
  readers: ReactNode;
  language: ReactNode;
  requested: ReactNode;
  state: ReactNode;
  files: ReactNode;
}

type PublicationLabels = Record<"caption" | Exclude<keyof PublicationLine, "id">, string> & { table: TableLabels };

export function PublicationRows({
  publications,
  total,
  found,
  locale,
  asked,
  labels,
}: {
  publications: readonly PublicationLine[];
  total: number;
  found: number;
  locale: string;
  asked: TableView;
  labels: PublicationLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="publication"
      place={publicationColumns}
      rows={publications}
      columns={columns}
      keyOf={({ id }) => id}
      textOf={() => ""}
      caption={labels.caption}
      labels={labels.table}
      served={{ total, found }}
      {...{ locale, asked }}
    />
  );
}

/** As `publication-columns.ts` names them; the server orders them. */
function columnsOf(labels: PublicationLabels): DataColumn<PublicationLine>[] {
  const byServer = () => undefined;
  return [
    { id: "name", head: labels.name, sort: { order: "text", by: byServer }, cell: ({ name }) => name },
    { id: "readers", head: labels.readers, cell: ({ readers }) => readers },
    { id: "language", head: labels.language, cell: ({ language }) => language },
    {
      id: "requested",
      head: labels.requested,
      sort: { order: "day", by: byServer },
      cell: ({ requested }) => requested,
    },
    { id: "state", head: labels.state, sort: { order: "text", by: byServer }, cell: ({ state }) => state },
    { id: "files", head: labels.files, cell: ({ files }) => files },
  ];
}
