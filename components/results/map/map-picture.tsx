import { useState } from "react";
import { explanationIn, type HeatPlace } from "@/components/results/heat/heat-goal";
import type { HeatLabels } from "@/components/results/heat/heat-labels";
import { statusClass } from "@/components/results/status/status-look";
import { isOnMap, type MapPlace, mapPlaces, mapShapes, mapSize, otherLand } from "@/lib/charts/map-places";
import { type HeatRow, noCell } from "@/lib/charts/prepare/prepare-heat";
import { countedAs, type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

/**
 * The drawing: each country a link with its status as fill, icon and name over it. Names are HTML above the picture, so
 * that they keep their size on a phone.
 * @param summary says the same in a sentence
 */
export function MapPicture({
  row,
  only,
  place,
  labels,
  summary,
}: {
  row: HeatRow;
  only: ShownStatus | null;
  place: HeatPlace;
  labels: HeatLabels;
  summary: string;
}) {
  const [active, setActive] = useState<string | null>(null);
  const countries = place.countries.flatMap(([code, name], index) => {
    if (!isOnMap(code)) return [];
    const letter = row.letters[index]!;
    const status = letter === noCell ? null : statusOfLetter(letter);
    const isPlain = status === null || (only !== null && status !== only && countedAs(status) !== only);
    return [{ code, name, status, look: isPlain ? "plain" : statusClass[status], at: mapPlaces[code] }];
  });
  // Neighbours draw a border twice; whose edge is dashed comes last.
  const drawn = [...countries].sort((a, b) => Number(isDashed(a.look)) - Number(isDashed(b.look)));
  const ringed = countries.find(({ code }) => code === active);
  return (
    <div className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of links, not a form's fields */}
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="group" aria-label={summary}>
        <pattern id="map-hatch" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V16" />
        </pattern>
        <path className="other" d={otherLand} />
        {drawn.map(({ code, name, status, look, at }) => {
          const shape = <path className="land" d={mapShapes[code]} />;
          if (status === null)
            return (
              <g key={code} className={look}>
                {shape}
              </g>
            );
          return (
            <a
              key={code}
              className={look}
              href={explanationIn(place, row.code, code)}
              aria-label={`${name}: ${labels.words[status]}`}
              onFocus={() => setActive(code)}
              onBlur={() => setActive(null)}
              onMouseEnter={() => setActive(code)}
              onMouseLeave={() => setActive(null)}
            >
              {shape}
              {look === "s-suppressed" && <path fill="url(#map-hatch)" d={mapShapes[code]} />}
              {at.isBeside && <rect {...reachOf(at)} fillOpacity={0} />}
              {isDashed(look) && <path className="dashed" d={mapShapes[code]} />}
            </a>
          );
        })}
        {ringed && <path className="ring" d={mapShapes[ringed.code]} />}
      </svg>
      <div className="map-names" aria-hidden="true">
        {countries.map(({ code, name, look, at }) => (
          <span
            key={code}
            className={`${look}${at.isBeside ? " beside" : ""}`}
            style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
          >
            <i className="status-icon" />
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Nothing is there, be it a value or a report. */
const isDashed = (look: string) => [statusClass.noValue, statusClass.noReport].includes(look);

/** A name in the sea is no part of its country's shape; a click on it counts all the same. In the steps of the paths. */
function reachOf({ x, y }: MapPlace) {
  const [width, height] = [220, 110];
  return { x: x * mapSize.width - 10, y: y * mapSize.height - height / 2, width, height };
}
