import { memo } from "react";
import { inWords } from "@/components/results/status/in-words";
import { StatusBar } from "@/components/results/status/status-bar";
import { distributionOf } from "@/lib/charts/distribution";
import { explanationOf } from "@/lib/charts/explanation-address";
import { carriedSign, type HeatRow, type HeatValues, noCell } from "@/lib/charts/prepare/prepare-heat";
import { indicatorPath } from "@/lib/i18n/paths";
import { countedAs, type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";
import type { HeatLabels } from "./heat-labels";

export interface HeatPlace {
  /** `/en/spaiv` */
  root: string;
  /** What the page is about, between the plan and the period of its address: `/goals/G5`; none for the region. */
  about?: string;
  period: string;
  /** It is the latest with results, which an indicator's address needn't name. */
  isLatest: boolean;
  countries: readonly (readonly [code: string, name: string])[];
  /** Codes of the countries without an approved report: their column's head says so, once. */
  unreported: readonly string[];
}

/** An indicator's page in the period that shows; a country's status is explained on it. */
export const indicatorOf = ({ root, period, isLatest }: HeatPlace, indicator: string) =>
  indicatorPath(root, indicator, isLatest ? undefined : period);
export const explanationIn = ({ root, period }: HeatPlace, indicator: string, unit: string) =>
  `${indicatorPath(root, indicator, period)}${explanationOf(unit)}`;

/**
 * A goal's heading and the rows of its indicators. Closed, it shows how often each status occurs, country by country.
 * What stays the same in a goal isn't drawn again when another one opens, closes or becomes live.
 */
export const HeatGoal = memo(function HeatGoal({
  goal,
  pillar,
  rows,
  open,
  onToggle,
  place,
  labels,
  values,
  only,
  live,
}: {
  goal: { code: string; title: string };
  rows: readonly HeatRow[];
  /** The pillar's code and title, before its first goal. */
  pillar: { code: string; title: string; isFirst: boolean };
  open: boolean;
  onToggle: (goal: string) => void;
  place: HeatPlace;
  labels: HeatLabels;
  /** By code; null while statuses show. */
  values: Record<string, HeatValues> | null;
  only: ShownStatus | null;
  /** Headings become buttons and cells links in the browser: 600 addresses would more than double the page, and each row has its own link. */
  live: boolean;
}) {
  const columns = [...place.countries.map(([code]) => code), null];
  const heading = (
    <>
      <span>{goal.code}</span>
      <span>{goal.title}</span>
    </>
  );
  return (
    <tbody className={`${pillar.code.toLowerCase()} ${open ? "open" : "shut"}`}>
      {pillar.isFirst && (
        <tr className="pillar">
          <th colSpan={columns.length + 1} scope="rowgroup">
            <span>{`${pillar.code} ${pillar.title}`}</span>
          </th>
        </tr>
      )}
      <tr className="goal">
        <th scope="rowgroup">
          {live ? (
            <button type="button" aria-expanded={open} onClick={() => onToggle(goal.code)}>
              <i />
              {heading}
            </button>
          ) : (
            <span className="still">
              <i />
              {heading}
            </span>
          )}
        </th>
        {open ? (
          <td colSpan={columns.length} />
        ) : (
          columns.map((code, index) => (
            <td key={code}>
              <GoalBar rows={rows} column={index} place={place} labels={labels} />
            </td>
          ))
        )}
      </tr>
      {open &&
        rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <i>{row.code}</i>
              <a href={indicatorOf(place, row.code)}>{row.title}</a>
              {values?.[row.code]?.unit && <span className="u"> ({values[row.code]?.unit})</span>}
            </th>
            {columns.map((code, index) => (
              <HeatCell key={code} {...{ row, index, code, place, labels, values, only, live }} />
            ))}
          </tr>
        ))}
    </tbody>
  );
});

function HeatCell({
  row,
  index,
  code,
  place,
  labels,
  values,
  only,
  live,
}: {
  row: HeatRow;
  index: number;
  code: string | null;
  place: HeatPlace;
  labels: HeatLabels;
  values: Record<string, HeatValues> | null;
  only: ShownStatus | null;
  live: boolean;
}) {
  const letter = row.letters[index]!;
  if (letter === noCell) return <td />;
  const isDim = only !== null && !isOneOf(letter, only);
  if (code !== null && place.unreported.includes(code)) return <td className={isDim ? `${letter} dim` : letter} />;
  const word = labels.words[statusOfLetter(letter)];
  const extra = values ? values[row.code]?.values[index] : code === null && row.of;
  const over = (code === null && values?.[row.code]?.over) || [];
  const carried = code === null ? row.carried : "";
  const content =
    extra || carried ? (
      <>
        {word}
        <b>
          {extra}
          {carried && <span aria-hidden="true">{carriedSign}</span>}
        </b>
        {over.map((each) => (
          <span key={each} className="over">
            {each}
          </span>
        ))}
        {carried && <span className="vh"> {labels.carried.replace("{countries}", carried)}</span>}
      </>
    ) : (
      word
    );
  return (
    <td className={isDim ? `${letter} dim` : letter}>
      {live ? <a href={explanationIn(place, row.code, code ?? "REGION")}>{content}</a> : content}
    </td>
  );
}

/** "Not assessed" includes its reasons, and "achieved" and "missed" what became of them after the plan's end. */
function isOneOf(letter: string, only: ShownStatus): boolean {
  const status = statusOfLetter(letter);
  return status === only || countedAs(status) === only;
}

function GoalBar({
  rows,
  column,
  place,
  labels,
}: {
  rows: readonly HeatRow[];
  column: number;
  place: HeatPlace;
  labels: HeatLabels;
}) {
  const shown = rows.flatMap(({ letters }) => (letters[column] === noCell ? [] : [statusOfLetter(letters[column]!)]));
  if (shown.length === 0 || place.unreported.includes(place.countries[column]?.[0] ?? "")) return null;
  const counts = distributionOf(shown);
  const name = place.countries[column]?.[1] ?? labels.region;
  return <StatusBar small counts={counts} label={`${name}: ${inWords(counts, labels.counted)}`} />;
}
