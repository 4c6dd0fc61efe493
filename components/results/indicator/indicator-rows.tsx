"use client";

import { useMemo } from "react";
import { StatusMark } from "@/components/results/status/status-mark";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { TableLabels } from "@/components/tables/table-labels";
import { goalPath, indicatorPath } from "@/lib/i18n/paths";
import { rankOf, type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

type IndicatorListRow = readonly [
  code: string,
  title: string,
  /** What is reported, and the aim, in words. */
  measure: string,
  aim: string,
  /** Letter of the region's status; empty where there is no value for the region. */
  region: string,
];

interface IndicatorListGoal {
  code: string;
  title: string;
  pillar: string;
  rows: IndicatorListRow[];
}

interface IndicatorListLabels {
  caption: string;
  indicator: string;
  measure: string;
  aim: string;
  region: string;
  notForRegion: string;
  words: Partial<Record<ShownStatus, string>>;
  table: TableLabels;
}

/** Every indicator, goal by goal until the reader orders them otherwise. */
export function IndicatorRows({
  goals,
  root,
  locale,
  labels,
}: {
  goals: readonly IndicatorListGoal[];
  /** `/en/spaiv` */
  root: string;
  locale: string;
  labels: IndicatorListLabels;
}) {
  const rows = useMemo(() => goals.flatMap(({ rows }) => rows), [goals]);
  const columns = useMemo(() => columnsOf(root, labels), [root, labels]);
  const goalOf = useMemo(
    () => new Map(goals.flatMap(({ code, rows }) => rows.map(([indicator]) => [indicator, code]))),
    [goals],
  );
  return (
    <DataTable
      id="indicator"
      rows={rows}
      columns={columns}
      keyOf={([code]) => code}
      textOf={([code, title, measure, aim, letter]) =>
        `${code} ${title} ${measure} ${aim} ${wordOf(letter, labels) ?? labels.notForRegion}`
      }
      groups={{
        of: ([code]) => goalOf.get(code) ?? "",
        head: (group) => {
          const goal = goals.find(({ code }) => code === group);
          return (
            goal && (
              <h2 className={`pill-title ${goal.pillar.toLowerCase()}`}>
                <a href={goalPath(root, goal.code)}>
                  {goal.code} {goal.title}
                </a>
              </h2>
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

const wordOf = (letter: string, labels: IndicatorListLabels) => letter && labels.words[statusOfLetter(letter)];

function columnsOf(root: string, labels: IndicatorListLabels): DataColumn<IndicatorListRow>[] {
  return [
    {
      id: "title",
      head: labels.indicator,
      sort: { order: "text", by: ([, title]) => title },
      cell: ([code, title]) => (
        <>
          <span className="code">{code}</span> <a href={indicatorPath(root, code)}>{title}</a>
        </>
      ),
    },
    {
      id: "measure",
      head: labels.measure,
      sort: { order: "text", by: ([, , measure]) => measure },
      cell: ([, , measure]) => measure,
    },
    {
      id: "aim",
      head: labels.aim,
      sort: { order: "text", by: ([, , , aim]) => aim },
      cell: ([, , , aim]) => aim,
    },
    {
      id: "region",
      head: labels.region,
      sort: { order: "status", by: ([, , , , letter]) => (letter ? rankOf(statusOfLetter(letter)) : undefined) },
      cell: ([, , , , letter]) =>
        letter ? (
          <StatusMark status={statusOfLetter(letter)} word={wordOf(letter, labels) ?? ""} />
        ) : (
          <span className="unit">{labels.notForRegion}</span>
        ),
    },
  ];
}
