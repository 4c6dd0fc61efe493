"use client";

// A client component for its size only: its rows cross once, as texts and letters.

import { Table } from "@/components/ui/table";
import { type ShownStatus, statusOfLetter } from "@/lib/charts/shown-status";
import { statusClass } from "./status-look";

export type ChangeRow = readonly [
  code: string,
  title: string,
  /** Code and name; an empty name where the page is about one country. */
  country: string,
  countryName: string,
  /** Letters of the two statuses. */
  fromTo: string,
  meaning: string,
];

/** Indicators whose status changed, each with the two statuses. */
export function ChangesTable({
  rows,
  root,
  period,
  labels,
}: {
  rows: readonly ChangeRow[];
  root: string;
  period: string;
  labels: {
    caption: string;
    indicator: string;
    country: string;
    fromTo: string;
    next: string;
    words: Partial<Record<ShownStatus, string>>;
  };
}) {
  const chip = (letter: string) => {
    const status = statusOfLetter(letter);
    return <span className={`chip s ${statusClass[status]}`}>{labels.words[status]}</span>;
  };
  const isNamed = rows.some(([, , , name]) => name !== "");
  return (
    <Table
      caption={labels.caption}
      stack
      head={
        <>
          <th scope="col">{labels.indicator}</th>
          {isNamed && <th scope="col">{labels.country}</th>}
          <th scope="col">{labels.fromTo}</th>
        </>
      }
    >
      {rows.map(([code, title, country, name, fromTo, meaning]) => (
        <tr key={`${code} ${country}`}>
          <th scope="row">
            <span className="code">{code}</span>{" "}
            <a href={`${root}/indicators/${code}/${period}?country=${country}`}>{title}</a>
          </th>
          {isNamed && <td>{name}</td>}
          <td>
            <span className="was">
              {chip(fromTo.charAt(0))}
              <i className="to" />
              <span className="vh">{labels.next}</span>
              {chip(fromTo.charAt(1))}
              <span className="hint">{meaning}</span>
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
