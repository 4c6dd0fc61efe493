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
  if (!active || !row) return null;
  const lines = (
    <>
      {row.under && (
        <p>
          {words.baseline} {row.under.when}: <b>{row.under.text}</b>
        </p>
      )}
      {point && (
        <p>
          {point.when}: <b>{point.text}</b>
        </p>
      )}
      {target && target.at === row.at && (
        <p>
          {words.target} {target.when}: <b>{target.text}</b>
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
