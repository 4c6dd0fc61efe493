import { createPortal } from "react-dom";
import type { TrendRow } from "./trend-rows";

/** What stands at the point that the pointer or the arrow keys are at; to screen readers it is said. */
export function TrendTip({
  active,
  payload,
  words,
  said: place,
}: {
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
  /** "Target", "Baseline", "Reported by civil society" */
  words: { target: string; baseline: string; said: string };
  /** The chart's live region. */
  said: HTMLElement | null;
}) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const { under, marker, blank, end } = row;
  const said = [
    { name: words.baseline, what: under },
    { name: marker?.kind === "baseline" ? words.baseline : "", what: marker ?? blank },
    { name: words.target, what: end },
    ...row.said.map((what) => ({ name: words.said, what })),
  ];
  const lines = said.map(
    ({ name, what }, index) =>
      what && (
        <p key={["under", "at", "end"][index] ?? `said${index}`}>
          {[name, what.when].join(" ").trim()}: <b>{what.text}</b>
        </p>
      ),
  );
  return (
    <div className="plot-tip">
      {lines}
      {place && createPortal(lines, place)}
    </div>
  );
}
