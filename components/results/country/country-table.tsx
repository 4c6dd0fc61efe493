"use client";

import { useMemo } from "react";
import { StatusMark } from "@/components/results/status/status-mark";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import {
  type CountryTableGoal,
  type CountryTableRow,
  statusesOfLetters,
} from "@/lib/charts/prepare/prepare-country-table";
import { indicatorPath } from "@/lib/i18n/paths";
import { rankOf, type ShownStatus } from "@/lib/views/shown-status";

interface CountryTableLabels {
  caption: string;
  indicator: string;
  /** null: no report is approved. */
  value: string | null;
  target: string;
  noTarget: string;
  /** null: there is no period before. */
  before: string | null;
  /** null: no report is approved, which the page says once. */
  status: string | null;
  /** Beside a status under a definition that can't be compared with the one before. */
  redefined: string;
  words: Record<ShownStatus, string>;
  table: TableLabels;
}

/** Every indicator of a country, goal by goal until the reader orders them otherwise; each leads to how its status was worked out. */
export function CountryTable({
  goals,
  root,
  period,
  query,
  locale,
  labels,
}: {
  goals: readonly CountryTableGoal[];
  /** `/en/spaiv` */
  root: string;
  period: string;
  /** What follows an indicator's address: `?country=THA#explanation-THA`. */
  query: string;
  locale: string;
  labels: CountryTableLabels;
}) {
  const rows = useMemo(() => goals.flatMap(({ rows }) => rows), [goals]);
  const columns = useMemo(
    () => columnsOf((code) => `${indicatorPath(root, code, period)}${query}`, labels),
    [root, period, query, labels],
  );
  const goalOf = useMemo(
    () => new Map(goals.flatMap((goal) => goal.rows.map(([indicator]) => [indicator, goal]))),
    [goals],
  );
  return (
    <DataTable
      id="result"
      rows={rows}
      columns={columns}
      keyOf={([code]) => code}
      textOf={([code, title, unit, value, target, letters]) =>
        [
          code,
          title,
          unit,
          value,
          target,
          ...statusesOfLetters(letters).statuses.map((each) => labels.words[each]),
        ].join(" ")
      }
      groups={{
        of: ([code]) => goalOf.get(code)?.code ?? "",
        head: (group) => {
          const goal = goals.find(({ code }) => code === group);
          return (
            goal && (
              <h3 className={`pill-title ${goal.pillar.toLowerCase()}`}>
                {goal.code} {goal.title}
              </h3>
            )
          );
        },
      }}
      caption={labels.caption}
      labels={labels.table}
      locale={locale}
      asked={null}
    />
  );
}

/** Values and targets are of many units: by them nothing can be ordered. */
function columnsOf(hrefOf: (code: string) => string, labels: CountryTableLabels): DataColumn<CountryTableRow>[] {
  const { indicator, value, target, before, status, words } = labels;
  const beforeOf = (letters: string) => statusesOfLetters(letters).statuses[0]!;
  const statusOf = (letters: string) => statusesOfLetters(letters).statuses.at(-1)!;
  return [
    {
      id: "title",
      head: indicator,
      sort: { order: "text", by: ([, title]) => title },
      cell: ([code, title, unit]) => (
        <>
          <span className="code">{code}</span> <a href={hrefOf(code)}>{title}</a>
          {unit && <span className="unit"> ({unit})</span>}
        </>
      ),
    },
    ...only(value, (head) => ({ id: "value", head, isNumber: true, cell: ([, , , value]) => value })),
    {
      id: "target",
      head: target,
      isNumber: true,
      cell: ([, , , , text]) => text || <span className="unit">{labels.noTarget}</span>,
    },
    ...only(before, (head) => ({
      id: "before",
      head,
      sort: { order: "status", by: ([, , , , , letters]) => rankOf(beforeOf(letters)) },
      cell: ([, , , , , letters]) => <StatusMark status={beforeOf(letters)} word={words[beforeOf(letters)]} />,
    })),
    ...only(status, (head) => ({
      id: "status",
      head,
      sort: { order: "status", by: ([, , , , , letters]) => rankOf(statusOf(letters)) },
      cell: ([, , , , , letters]) => (
        <>
          <StatusMark status={statusOf(letters)} word={words[statusOf(letters)]} />
          {statusesOfLetters(letters).isRedefined && <span className="unit block">{labels.redefined}</span>}
        </>
      ),
    })),
  ];
}

const only = (
  head: string | null,
  column: (head: string) => DataColumn<CountryTableRow>,
): DataColumn<CountryTableRow>[] => (head === null ? [] : [column(head)]);
