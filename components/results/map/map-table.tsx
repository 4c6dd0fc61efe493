import { explanationIn, type HeatPlace, indicatorOf } from "@/components/results/heat/heat-goal";
import type { HeatLabels } from "@/components/results/heat/heat-labels";
import { statusClass } from "@/components/results/status/status-look";
import { type HeatRow, noCell } from "@/lib/charts/prepare/prepare-heat";
import { statusOfLetter } from "@/lib/views/shown-status";
import type { MapWords } from "./map-words";

/** The map's facts in words, under the indicator's full name. */
export function MapTable({
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
