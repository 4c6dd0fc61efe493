import { createPortal } from "react-dom";
import type { Panel } from "@/lib/charts/trend-model";
import type { TrendRow } from "./trend-rows";

/** What stands at the point that the pointer or the arrow keys are at; to screen readers it is said. */
export function TrendTip({
  active,
  payload,
  target,
  word,
  said: place,
}: {
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
  target: Panel["target"];
  /** "Target" */
  word: string;
  /** The chart's live region. */
  said: HTMLElement | null;
}) {
  const row = payload?.[0]?.payload;
  const point = row?.marker ?? row?.blank;
  if (!active || !row) return null;
  const lines = (
    <>
      {point && (
        <p>
          {point.when}: <b>{point.text}</b>
        </p>
      )}
      {target && target.at === row.at && (
        <p>
          {word} {target.when}: <b>{target.text}</b>
        </p>
      )}
    </>
  );
  return (
    <div className="plot-tip">
      {lines}
      {place && createPortal(lines, place)}
    </div>
  );
}
