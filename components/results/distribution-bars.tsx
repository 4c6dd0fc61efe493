"use client";

// A client component for its size only: its rows cross once, as texts and numbers.

import { ChartLinks } from "./chart-links";
import { inWords } from "./status/in-words";
import { StatusBar } from "./status/status-bar";

type DistributionBar = readonly [
  code: string,
  title: string,
  /** Class of the pillar's hue; `plain` for none. */
  hue: string,
  /** One number a status. */
  counts: readonly number[],
  total: string,
];

/** One bar of statuses a row. `counted` are "{count} achieved" and so on, in the order of the statuses. */
export function DistributionBars({
  rows,
  links: [before, after],
  counted,
  files: [download, chart, csv],
}: {
  rows: readonly DistributionBar[];
  /** Of the addresses that rows lead to: their codes stand between. */
  links: readonly [before: string, after: string];
  counted: readonly string[];
  /** What `ChartLinks` takes. */
  files: readonly [label: string, chart: string, csv: string];
}) {
  return (
    <>
      <ul className="dist">
        {rows.map(([code, title, hue, counts, total]) => (
          <li key={code}>
            <div className={`name ${hue}`}>
              <b>{code}</b>
              <a href={`${before}${code}${after}`}>{title}</a>
            </div>
            <StatusBar counts={counts} label={`${code}: ${inWords(counts, counted)}`} />
            <div className="tot">{total}</div>
          </li>
        ))}
      </ul>
      <ChartLinks label={download} chart={chart} csv={csv} />
    </>
  );
}
