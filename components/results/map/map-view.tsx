import { useId } from "react";
import { ChartLinks } from "@/components/results/chart-links";
import { explanationIn, type HeatPlace, indicatorOf } from "@/components/results/heat/heat-goal";
import type { HeatLabels } from "@/components/results/heat/heat-labels";
import { statusClass } from "@/components/results/status/status-look";
import { byStatus, rowOnMap, rowsForMap } from "@/lib/charts/map-choice";
import { type HeatRow, noCell } from "@/lib/charts/prepare/prepare-heat";
import { chartPath, csvPath, indicatorPath } from "@/lib/i18n/paths";
import { type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";
import { MapPicture } from "./map-picture";
import type { MapWords } from "./map-words";

/** The map's facts in words, under the indicator's full name. */
function MapTable({
  row,
  place,
  labels,
  words,
}: {
  row: HeatRow;
  place: HeatPlace;
  labels: HeatLabels;
  words: MapWords;
}) {
  return (
    <table className="data map-table">
      <caption className="shown">
        <span className="code">{row.code}</span> <a href={indicatorOf(place, row.code)}>{row.title}</a>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.country}</th>
          <th scope="col">{labels.status}</th>
        </tr>
      </thead>
      <tbody>
        {place.countries.map(([code, name], index) => {
          const letter = row.letters[index]!;
          const status = letter === noCell ? null : statusOfLetter(letter);
          return (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>
                {status ? (
                  <a className={`chip s ${statusClass[status]}`} href={explanationIn(place, row.code, code)}>
                    {labels.words[status]}
                  </a>
                ) : (
                  <span className="note">{words.notReported}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The countries by their status of one indicator, as a map and as a table. Loaded on demand (`useMap`). */
export function MapView({
  groups,
  code,
  onChoose,
  only,
  place,
  labels,
  words,
}: {
  /** Rows under their headings; at least one that a country reports. */
  groups: readonly { goal: { code: string; title: string }; rows: readonly HeatRow[] }[];
  /** Of the chosen indicator; any other text stands for no choice yet. */
  code: string;
  onChoose: (code: string) => void;
  /** The one status to show; null for all. */
  only: ShownStatus | null;
  place: HeatPlace;
  labels: HeatLabels;
  words: MapWords;
}) {
  const id = useId();
  const names = place.countries.map(([, name]) => name);
  const offered = groups
    .map(({ goal, rows }) => ({ goal, rows: rowsForMap(rows, names.length) }))
    .filter(({ rows }) => rows.length > 0);
  const row = rowOnMap(
    offered.flatMap(({ rows }) => rows),
    code,
    names.length,
  );
  const named = (each: HeatRow) => `${each.code} ${each.title}`;
  const asked = groups.flatMap(({ rows }) => rows).find((each) => each.code === code);
  const ofIndicator = indicatorPath(place.root, row.code, place.period);
  const statuses = byStatus(row, names).map(([status, found]) => `${labels.words[status]}: ${found.join(", ")}`);
  const summary = words.summary.replace("{indicator}", row.title).replace("{statuses}", statuses.join("; "));
  return (
    <div className="map-view">
      <div className="map-choice">
        <label className="note" htmlFor={id}>
          {words.choose}
        </label>
        <select id={id} value={row.code} onChange={(event) => onChoose(event.target.value)}>
          {offered.map(({ goal, rows }) => (
            <optgroup key={goal.code} label={`${goal.code} ${goal.title}`}>
              {rows.map((each) => (
                <option key={each.code} value={each.code}>
                  {named(each)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {code !== "" && code !== row.code && (
          <p className="note">
            {(asked ? words.notOnMap.replace("{asked}", named(asked)) : words.notHere).replace("{shown}", named(row))}
          </p>
        )}
        <p className="vh" role="status">
          {summary}
        </p>
      </div>
      <figure>
        <MapPicture {...{ row, only, place, labels, summary }} />
        <figcaption className="src">{words.note}</figcaption>
        <ChartLinks label={labels.download} chart={chartPath(ofIndicator, "map")} csv={csvPath(ofIndicator)} />
      </figure>
      <MapTable {...{ row, place, labels, words }} />
    </div>
  );
}
