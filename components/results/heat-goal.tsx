import { Icon } from "@/components/ui/icon";
import { distributionOf } from "@/lib/charts/distribution";
import { type HeatGoal as Goal, type HeatRow, noCell } from "@/lib/charts/prepare-heat";
import { letterOf, type ShownStatus, statusOfLetter } from "@/lib/charts/shown-status";
import type { HeatLabels } from "./heat-labels";
import { StatusBar } from "./status-bar";

export interface HeatPlace {
  /** `/en/spaiv` */
  root: string;
  period: string;
  countries: readonly (readonly [code: string, name: string])[];
}

/** A goal's heading and the rows of its indicators. Closed, it shows how often each status occurs, country by country. */
export function HeatGoal({
  goal,
  pillar,
  open,
  onToggle,
  place,
  labels,
  values,
  only,
  live,
}: {
  goal: Goal;
  /** The pillar's code and title, before its first goal. */
  pillar: { code: string; title: string; isFirst: boolean };
  open: boolean;
  onToggle: () => void;
  place: HeatPlace;
  labels: HeatLabels;
  values: boolean;
  only: ShownStatus | null;
  /** Cells become links in the browser: 600 addresses would more than double the page, and each row has its own link. */
  live: boolean;
}) {
  const columns = [...place.countries.map(([code]) => code), null];
  return (
    <tbody className={`${pillar.code.toLowerCase()} ${open ? "open" : "shut"}`}>
      {pillar.isFirst && (
        <tr className="pillar">
          <th colSpan={columns.length + 1} scope="rowgroup">
            <span>
              {pillar.code} {pillar.title}
            </span>
          </th>
        </tr>
      )}
      <tr className="goal">
        <th scope="rowgroup">
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <Icon name="chevronRight" />
            <span>{goal.code}</span>
            <span>{goal.title}</span>
          </button>
        </th>
        {columns.map((code, index) => (
          <td key={code}>{!open && <GoalBar goal={goal} column={index} place={place} labels={labels} />}</td>
        ))}
      </tr>
      {open &&
        goal.rows.map((row) => (
          <tr key={row[0]}>
            <th scope="row">
              <i>{row[0]}</i>
              <a href={`${place.root}/indicators/${row[0]}/${place.period}`}>{row[1]}</a>
              {values && row[5] && <span className="u"> ({row[5]})</span>}
            </th>
            {columns.map((code, index) => (
              <HeatCell key={code} {...{ row, index, code, place, labels, values, only, live }} />
            ))}
          </tr>
        ))}
    </tbody>
  );
}

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
  values: boolean;
  only: ShownStatus | null;
  live: boolean;
}) {
  const [indicator, , letters, figures, of] = row;
  const letter = letters[index]!;
  if (letter === noCell) return <td />;
  const href = `${place.root}/indicators/${indicator}/${place.period}${code ? `?country=${code}` : "?country=REGION"}`;
  const isDim = only !== null && !isOneOf(letter, only);
  return (
    <td>
      <a className={isDim ? `${letter} dim` : letter} {...(live ? { href, tabIndex: -1 } : {})}>
        {labels.words[statusOfLetter(letter)]}
        {values && <b>{figures[index]}</b>}
        {!values && code === null && of && <b>{of}</b>}
      </a>
    </td>
  );
}

/** "Not assessed" includes its two reasons. */
function isOneOf(letter: string, only: ShownStatus): boolean {
  const also: ShownStatus[] = only === "notAssessed" ? ["suppressed", "noValue"] : [];
  return [only, ...also].map(letterOf).includes(letter);
}

function GoalBar({
  goal,
  column,
  place,
  labels,
}: {
  goal: Goal;
  column: number;
  place: HeatPlace;
  labels: HeatLabels;
}) {
  const shown = goal.rows.flatMap((row) => (row[2][column] === noCell ? [] : [statusOfLetter(row[2][column]!)]));
  if (shown.length === 0) return null;
  const counts = distributionOf(shown);
  const parts = counts.flatMap((count, index) =>
    count > 0 ? [labels.counted[index]!.replace("{count}", String(count))] : [],
  );
  const name = place.countries[column]?.[1] ?? labels.region;
  return <StatusBar small counts={counts} label={`${name}: ${parts.join(", ")}`} />;
}
