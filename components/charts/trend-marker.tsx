import type { Blank, Panel } from "@/lib/charts/trend-model";
import type { TrendRow } from "./trend-rows";

/**
 * The mark of one point: filled for a value, open for the baseline, dashed for a count that isn't told, words alone
 * where there is no figure. Labels stand at the last value, at what has no number, and at the target.
 */
export function TrendMarker({
  cx,
  cy,
  payload,
  panel,
  edges,
  bottom,
}: {
  cx?: number;
  cy?: number;
  payload?: TrendRow;
  panel: Panel;
  /** The first and the last moment of the axis: words there stand inside it. */
  edges: { min: number; max: number };
  /** Where the time axis runs; a label under it would stand among its ticks. */
  bottom: number;
}) {
  if (cx === undefined || cy === undefined || !payload) return null;
  const { marker, blank, at } = payload;
  if (blank) {
    return (
      <text x={cx} y={cy - 6 - lift(panel, blank)} textAnchor={anchorAt(at, edges)} className="blank">
        {blank.text}
      </text>
    );
  }
  if (!marker) return null;
  const isLast = panel.markers.at(-1)?.at === at;
  const look = { baseline: "open", value: "pt", censored: "cens" }[marker.kind];
  // Below the line where the planned path runs above it, so that the two don't cross the figure.
  const planned = payload.planned;
  const isBelow = typeof planned === "number" ? planned > marker.y : below(panel, at, marker.y);
  const y = isBelow && cy + 21 < bottom ? cy + 19 : cy - 9;
  return (
    <g>
      <circle cx={cx} cy={cy} r={4} className={look} />
      {(isLast || marker.kind === "censored") && (
        <text x={cx} y={y} textAnchor="middle" className={isLast ? "val" : undefined}>
          {marker.text}
        </text>
      )}
    </g>
  );
}

function anchorAt(at: number, { min, max }: { min: number; max: number }): "start" | "middle" | "end" {
  if (at === min) return "start";
  return at === max ? "end" : "middle";
}

/** Words beside each other would run into each other, so that some stand a line higher. */
function lift({ blanks, markers }: Panel, blank: Blank): number {
  const labelled = markers.at(-1);
  const reaches = (labelled?.text.length ?? 0) > 5 || blank.text.length > 10;
  const isBesideWord = labelled?.y === blank.y && labelled.at < blank.at && reaches;
  // What hangs under Thai and Khmer letters needs room above a figure, too.
  return (blanks.indexOf(blank) % 2) * 14 + (isBesideWord ? 17 : 0);
}

/** Whether the planned path runs above a place between two of its corners. */
function below({ planned }: Panel, at: number, y: number): boolean {
  const next = planned.find((spot) => spot.at >= at);
  const last = planned.findLast((spot) => spot.at <= at);
  if (!next || !last || next.at === last.at) return false;
  return last.y + ((next.y - last.y) * (at - last.at)) / (next.at - last.at) > y;
}

/** The value of the target, at the end of the planned path. */
export function TargetText({
  cx,
  cy,
  payload,
  panel,
  word,
}: {
  cx?: number;
  cy?: number;
  payload?: TrendRow;
  panel: Panel;
  /** Stands before the value where there is room. */
  word: string;
}) {
  if (cx === undefined || cy === undefined || !panel.target || payload?.at !== panel.target.at) return null;
  return (
    <text x={cx + 7} y={cy + 4} className="tgt">
      {word && `${word} `}
      {panel.target.text}
    </text>
  );
}
