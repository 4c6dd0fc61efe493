"use client";

// A client component for its size only: its rows cross once, as texts and letters.

import { StatusMark } from "@/components/results/status/status-mark";
import { Table } from "@/components/ui/table";
import {
  type CountryTableGoal,
  type CountryTableRow,
  statusesOfLetters,
} from "@/lib/charts/prepare/prepare-country-table";
import { indicatorPath } from "@/lib/i18n/paths";
import type { ShownStatus } from "@/lib/views/shown-status";

interface CountryTableLabels {
  /** By goal code. */
  captions: Record<string, string>;
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
}

/** Every indicator of a country, goal by goal; each leads to how its status was worked out. */
export function CountryTable({
  goals,
  root,
  period,
  query,
  labels,
}: {
  goals: readonly CountryTableGoal[];
  /** `/en/spaiv` */
  root: string;
  period: string;
  /** What follows an indicator's address: `?country=THA#explanation-THA`. */
  query: string;
  labels: CountryTableLabels;
}) {
  return goals.map(({ code, title, pillar, rows }) => (
    <div key={code} className="country-goal" id={code}>
      <h3 className={`pill-title ${pillar.toLowerCase()}`}>
        {code} {title}
      </h3>
      <Table
        caption={labels.captions[code] ?? title}
        stack
        head={
          <>
            <th scope="col">{labels.indicator}</th>
            {labels.value && (
              <th scope="col" className="n">
                {labels.value}
              </th>
            )}
            <th scope="col" className="n">
              {labels.target}
            </th>
            {labels.before && <th scope="col">{labels.before}</th>}
            {labels.status && <th scope="col">{labels.status}</th>}
          </>
        }
      >
        {rows.map((row) => (
          <Row key={row[0]} {...{ row, root, period, query, labels }} />
        ))}
      </Table>
    </div>
  ));
}

function Row({
  row,
  root,
  period,
  query,
  labels,
}: {
  row: CountryTableRow;
  root: string;
  period: string;
  query: string;
  labels: CountryTableLabels;
}) {
  const [code, title, unit, figure, target, letters] = row;
  const { statuses, isRedefined } = statusesOfLetters(letters);
  // On a phone the heads are gone, and each cell says what it is.
  return (
    <tr>
      <th scope="row">
        <span className="code">{code}</span> <a href={`${indicatorPath(root, code, period)}${query}`}>{title}</a>
        {unit && <span className="unit"> ({unit})</span>}
      </th>
      {labels.value && (
        <td className="n" data-name={labels.value}>
          {figure}
        </td>
      )}
      <td className="n" data-name={labels.target}>
        {target || <span className="unit">{labels.noTarget}</span>}
      </td>
      {statuses.map((status, index, all) => {
        const name = index < all.length - 1 ? labels.before : labels.status;
        return name === null ? null : (
          <td key={name} data-name={name}>
            <StatusMark status={status} word={labels.words[status]} />
            {isRedefined && index === all.length - 1 && (
              <span className="unit redefined block">{labels.redefined}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
