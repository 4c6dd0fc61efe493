"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { type Told, ToldLine } from "./told-line";

/** An observation in words, as its row says them. */
export interface ObservationLine {
  href: string;
  /** `Observation 3`. */
  name: string;
  /** What it is about: the unit and period, and what of them. */
  place: string;
  subject: string;
  kind: string;
  organisation: string;
  state: string;
  tone: TagTone;
  /** That its value was corrected since; none where it wasn't. */
  corrected: readonly Told[];
  /** The day by which somebody is to act, and the same in words; empty where nobody is. */
  dueOn: string;
  due: string;
  group: "waiting" | "others";
}

type Labels = Record<"caption" | "about" | "kind" | "organisation" | "state" | "due" | "waiting" | "others", string> & {
  table: TableLabels;
};

export function ObservationRows({
  observations,
  locale,
  asked,
  labels,
}: {
  observations: readonly ObservationLine[];
  locale: string;
  asked: TableView;
  labels: Labels;
}) {
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <DataTable
      id="observation"
      rows={observations}
      columns={columns}
      keyOf={({ href }) => href}
      textOf={({ name, place, subject, kind, organisation, state }) =>
        `${name} ${place} ${subject} ${kind} ${organisation} ${state}`
      }
      groups={{ of: ({ group }) => group, head: (group) => labels[group as ObservationLine["group"]] }}
      caption={labels.caption}
      labels={labels.table}
      {...{ locale, asked }}
    />
  );
}

/** As `observation-columns.ts` names them. */
function columnsOf(labels: Labels): DataColumn<ObservationLine>[] {
  return [
    {
      id: "about",
      head: labels.about,
      sort: { order: "text", by: ({ place, subject }) => `${place} ${subject}` },
      cell: ({ href, name, place, subject }) => (
        <>
          <a href={href}>
            {name}: {place}
          </a>
          <span className="unit block">{subject}</span>
        </>
      ),
    },
    { id: "kind", head: labels.kind, sort: { order: "text", by: ({ kind }) => kind }, cell: ({ kind }) => kind },
    {
      id: "organisation",
      head: labels.organisation,
      sort: { order: "text", by: ({ organisation }) => organisation },
      cell: ({ organisation }) => organisation,
    },
    {
      id: "state",
      head: labels.state,
      sort: { order: "text", by: ({ state }) => state },
      cell: ({ tone, state, corrected }) => (
        <>
          <Tag tone={tone}>{state}</Tag>
          {corrected.length > 0 && (
            <span className="unit block">
              <ToldLine parts={corrected} />
            </span>
          )}
        </>
      ),
    },
    {
      id: "due",
      head: labels.due,
      sort: { order: "day", by: ({ dueOn }) => dueOn || undefined },
      cell: ({ due }) => due,
    },
  ];
}
