import type { Panel } from "@/lib/charts/trend-model";
import type { TrendRow } from "./trend-rows";

/** What stands at the point that the pointer or the arrow keys are at. */
export function TrendTip({
  active,
  payload,
  target,
  word,
}: {
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
  target: Panel["target"];
  /** "Target" */
  word: string;
}) {
  const row = payload?.[0]?.payload;
  const said = row?.marker ?? row?.blank;
  if (!active || !row) return null;
  return (
    <div className="plot-tip">
      {said && (
        <p>
          {said.when}: <b>{said.text}</b>
        </p>
      )}
      {target && target.at === row.at && (
        <p>
          {word} {target.when}: <b>{target.text}</b>
        </p>
      )}
    </div>
  );
}
