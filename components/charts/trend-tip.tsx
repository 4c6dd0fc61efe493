import { createPortal } from "react-dom";
import type { Panel } from "@/lib/charts/trend-model";
import type { TrendRow } from "./trend-rows";

/** What stands at the point that the pointer or the arrow keys are at; to screen readers it is said. */
export function TrendTip({
  active,
  payload,
  target,
  words,
  said: place,
}: {
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
  target: Panel["target"];
  /** "Target", "Baseline" */
  words: { target: string; baseline: string };
  /** The chart's live region. */
  said: HTMLElement | null;
}) {
  const row = payload?.[0]?.payload;
  const point = row?.marker ?? row?.blank;
  const end = target?.at === row?.at ? target : null;
  // At a corner of the planned path there may be nothing else to say.
  if (!active || !(row?.under || point || end)) return null;
  const lines = (
    <>
      {row?.under && (
        <p>
          {words.baseline} {row.under.when}: <b>{row.under.text}</b>
        </p>
      )}
      {point && (
        <p>
          {point.when}: <b>{point.text}</b>
        </p>
      )}
      {end && (
        <p>
          {words.target} {end.when}: <b>{end.text}</b>
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
