"use client";

import { type ReactNode, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { mailColumns } from "./mail-columns";

/** A mail, each of its cells as the server drew it. */
interface MailLine {
  id: string;
  mail: ReactNode;
  to: ReactNode;
  about: string;
  at: string;
  state: ReactNode;
}

type Labels = Record<"caption" | Exclude<keyof MailLine, "id">, string> & { table: TableLabels };

export function MailRows({
  mails,
  total,
  found,
  locale,
  asked,
  labels,
}: {
  mails: readonly MailLine[];
  total: number;
  found: number;
  locale: string;
  asked: TableView;
  labels: Labels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="mail"
      place={mailColumns}
      rows={mails}
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

/** As `mail-columns.ts` names them; the server orders them. */
function columnsOf(labels: Labels): DataColumn<MailLine>[] {
  const by = () => undefined;
  return [
    { id: "mail", head: labels.mail, cell: ({ mail }) => mail },
    { id: "to", head: labels.to, sort: { order: "text", by }, cell: ({ to }) => to },
    { id: "about", head: labels.about, cell: ({ about }) => about },
    { id: "at", head: labels.at, sort: { order: "day", by }, cell: ({ at }) => at },
    { id: "state", head: labels.state, sort: { order: "text", by }, cell: ({ state }) => state },
  ];
}
