"use client";

import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { peopleColumns } from "./people-columns";

/** Somebody, each cell as the server drew it. */
interface PersonLine {
  id: string;
  name: ReactNode;
  organisation: ReactNode;
  roles: ReactNode;
  seen: ReactNode;
  state: ReactNode;
}

type PeopleLabels = Record<"caption" | Exclude<keyof PersonLine, "id">, string> & { table: TableLabels };

export function PeopleRows({
  people,
  total,
  found,
  locale,
  asked,
  labels,
}: {
  people: readonly PersonLine[];
  total: number;
  found: number;
  locale: string;
  asked: TableView;
  labels: PeopleLabels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="person"
      place={peopleColumns}
      rows={people}
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

/** As `people-columns.ts` names them; the server orders them. */
function columnsOf(labels: PeopleLabels): DataColumn<PersonLine>[] {
  const byServer = () => undefined;
  const text = { order: "text", by: byServer } as const;
  return [
    { id: "name", head: labels.name, sort: text, cell: ({ name }) => name },
    { id: "organisation", head: labels.organisation, sort: text, cell: ({ organisation }) => organisation },
    { id: "roles", head: labels.roles, cell: ({ roles }) => roles },
    { id: "seen", head: labels.seen, sort: { order: "day", by: byServer }, cell: ({ seen }) => seen },
    { id: "state", head: labels.state, sort: text, cell: ({ state }) => state },
  ];
}
