"use client";

// A client component for its size only: its rows cross once, as texts and letters.

import { statusClass } from "@/components/results/status/status-look";
import { Table } from "@/components/ui/table";
import { explanationOf } from "@/lib/charts/explanation-address";
import { indicatorPath } from "@/lib/i18n/paths";
import { type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

export type ChangeRow = readonly [
  code: string,
  title: string,
  /** Code and name; an empty name where the page is about one country. */
  country: string,
  countryName: string,
  /** Letters of the two statuses. */
  fromTo: string,
];

interface Labels {
  indicator: string;
  country: string;
  fromTo: string;
  next: string;
  words: Partial<Record<ShownStatus, string>>;
}

/** Indicators whose status changed, each with the two statuses, under a heading that says what became of them. */
export function ChangesTables({
  groups,
  heading: Heading,
  root,
  period,
  labels,
}: {
  groups: readonly { title: string; rows: readonly ChangeRow[] }[];
  heading: "h2" | "h3";
  root: string;
  period: string;
  labels: Labels;
}) {
  const chip = (letter: string) => {
    const status = statusOfLetter(letter);
    return <span className={`chip s ${statusClass[status]}`}>{labels.words[status]}</span>;
  };
  return groups.map(({ title, rows }) => {
    const isNamed = rows.some(([, , , name]) => name !== "");
    return (
      <div key={title} className="changed">
        <Heading>{title}</Heading>
        <Table
          caption={title}
          stack
          head={
            <>
              <th scope="col">{labels.indicator}</th>
              {isNamed && <th scope="col">{labels.country}</th>}
              <th scope="col">{labels.fromTo}</th>
            </>
          }
        >
          {rows.map(([code, name, country, countryName, fromTo]) => (
            <tr key={`${code} ${country}`}>
              <th scope="row">
                <span className="code">{code}</span>{" "}
                <a href={`${indicatorPath(root, code, period)}${explanationOf(country)}`}>{name}</a>
              </th>
              {isNamed && <td>{countryName}</td>}
              <td>
                <span className="was">
                  {chip(fromTo.charAt(0))}
                  <i className="to" />
                  <span className="vh">{labels.next}</span>
                  {chip(fromTo.charAt(1))}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      </div>
    );
  });
}
