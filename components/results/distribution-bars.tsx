"use client";

// A client component for its size only: its rows cross once, as texts and numbers.

import { inWords } from "./in-words";
import { StatusBar } from "./status-bar";

export type DistributionBar = readonly [
  code: string,
  title: string,
  href: string,
  /** Class of the pillar's hue; `plain` for none. */
  hue: string,
  /** One number a status. */
  counts: readonly number[],
  total: string,
];

/** One bar of statuses a row. `counted` are "{count} achieved" and so on, in the order of the statuses. */
export function DistributionBars({ rows, counted }: { rows: readonly DistributionBar[]; counted: readonly string[] }) {
  return (
    <ul className="dist">
      {rows.map(([code, title, href, hue, counts, total]) => (
        <li key={code}>
          <div className={`name ${hue}`}>
            <b>{code}</b>
            <a href={href}>{title}</a>
          </div>
          <StatusBar counts={counts} label={`${code}: ${inWords(counts, counted)}`} />
          <div className="tot">{total}</div>
        </li>
      ))}
    </ul>
  );
}
