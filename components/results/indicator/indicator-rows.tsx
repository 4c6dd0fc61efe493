"use client";

import { useDeferredValue, useEffect, useState } from "react";
import { StatusMark } from "@/components/results/status/status-mark";
import { Table } from "@/components/ui/table";
import { goalPath, indicatorPath } from "@/lib/i18n/paths";
import { type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

type IndicatorListRow = readonly [
  code: string,
  title: string,
  /** What is reported, and the aim, in words. */
  measure: string,
  aim: string,
  /** Letter of the region's status; empty where there is no figure for the region. */
  region: string,
];

interface IndicatorListGoal {
  code: string;
  title: string;
  pillar: string;
  rows: IndicatorListRow[];
}

interface IndicatorListLabels {
  find: string;
  /** With `{shown}` and `{total}` to be put in. */
  found: string;
  foundNone: string;
  /** With `{goal}`. */
  caption: string;
  indicator: string;
  measure: string;
  aim: string;
  region: string;
  notForRegion: string;
  words: Partial<Record<ShownStatus, string>>;
}

/** Every indicator, goal by goal; the browser can narrow the list by words. */
export function IndicatorRows({
  goals,
  root,
  labels,
}: {
  goals: readonly IndicatorListGoal[];
  /** `/en/spaiv` */
  root: string;
  labels: IndicatorListLabels;
}) {
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed).toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ([code, title, measure, aim]: IndicatorListRow) => {
    const text = `${code} ${title} ${measure} ${aim}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = goals
    .map((goal) => ({ ...goal, rows: goal.rows.filter(isFound) }))
    .filter(({ rows }) => rows.length > 0);
  const count = (of: readonly IndicatorListGoal[]) => of.reduce((sum, { rows }) => sum + rows.length, 0);
  const shown = count(found);
  return (
    <>
      {/* It keeps its place before scripts run, so that nothing moves. */}
      <div className={live ? "find" : "find invisible"}>
        <div className="field">
          <label htmlFor="find-indicator">{labels.find}</label>
          <input
            id="find-indicator"
            type="text"
            inputMode="search"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <p className="hint" role="status">
          {words.length > 0 &&
            (shown === 0
              ? labels.foundNone
              : labels.found.replace("{shown}", String(shown)).replace("{total}", String(count(goals))))}
        </p>
      </div>
      {found.map((goal) => (
        <Goal key={goal.code} {...{ goal, root, labels }} />
      ))}
    </>
  );
}

function Goal({ goal, root, labels }: { goal: IndicatorListGoal; root: string; labels: IndicatorListLabels }) {
  return (
    <div className="country-goal" id={goal.code}>
      <h2 className={`pill-title ${goal.pillar.toLowerCase()}`}>
        <a href={goalPath(root, goal.code)}>
          {goal.code} {goal.title}
        </a>
      </h2>
      <Table
        caption={labels.caption.replace("{goal}", goal.code)}
        stack
        head={
          <>
            <th scope="col">{labels.indicator}</th>
            <th scope="col">{labels.measure}</th>
            <th scope="col">{labels.aim}</th>
            <th scope="col">{labels.region}</th>
          </>
        }
      >
        {goal.rows.map(([code, title, measure, aim, letter]) => (
          <tr key={code}>
            <th scope="row">
              <span className="code">{code}</span> <a href={indicatorPath(root, code)}>{title}</a>
            </th>
            <td data-name={labels.measure}>{measure}</td>
            <td data-name={labels.aim}>{aim}</td>
            <td data-name={labels.region}>
              {letter ? (
                <StatusMark status={statusOfLetter(letter)} word={labels.words[statusOfLetter(letter)] ?? ""} />
              ) : (
                <span className="unit">{labels.notForRegion}</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
