"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { Tag } from "@/components/ui/tag";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { organisationColumns } from "./organisation-columns";

/** An organisation in words, as its row says them. */
export interface OrganisationLine {
  id: number;
  href: string;
  name: string;
  acronym: string | null;
  /** Says that it is archived, where it is. */
  archived: string | null;
  kind: string;
  units: string;
  website: { href: string; host: string } | null;
}

type Labels = Record<"caption" | "name" | "kind" | "units" | "website", string> & { table: TableLabels };

export function OrganisationRows({
  organisations,
  total,
  found,
  locale,
  asked,
  beside,
  labels,
}: {
  organisations: readonly OrganisationLine[];
  total: number;
  found: number;
  locale: string;
  asked: TableView;
  beside: string;
  labels: Labels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="organisation"
      place={organisationColumns}
      rows={organisations}
      columns={columns}
      keyOf={({ id }) => String(id)}
      textOf={() => ""}
      caption={labels.caption}
      labels={labels.table}
      served={{ total, found }}
      {...{ locale, asked, beside }}
    />
  );
}

/** As `organisation-columns.ts` names them; the server orders them. */
function columnsOf(labels: Labels): DataColumn<OrganisationLine>[] {
  const sort = { order: "text", by: () => undefined } as const;
  return [
    {
      id: "name",
      head: labels.name,
      sort,
      cell: ({ href, name, acronym, archived }) => (
        <>
          <a href={href}>{name}</a>
          {acronym && <span className="unit block">{acronym}</span>}
          {archived && (
            <span className="block">
              <Tag>{archived}</Tag>
            </span>
          )}
        </>
      ),
    },
    { id: "kind", head: labels.kind, sort, cell: ({ kind }) => kind },
    { id: "units", head: labels.units, cell: ({ units }) => units },
    {
      id: "website",
      head: labels.website,
      cell: ({ website }) =>
        website && (
          <a href={website.href} rel="noopener noreferrer" className="wrap-anywhere">
            {website.host}
          </a>
        ),
    },
  ];
}
