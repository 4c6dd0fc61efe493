import type { Distribution } from "@/lib/charts/distribution";
import { type ShownStatus, shownStatuses } from "@/lib/charts/shown-status";
import type { HeatLabels } from "./heat-labels";
import { statusClass } from "./status-look";

/** Colour, icon and word of every status with how often it occurs; choosing one dims the other cells. */
export function HeatLegend({
  counts,
  reasons,
  chosen,
  onChoose,
  labels,
}: {
  counts: Distribution;
  reasons: { suppressed: number; noValue: number };
  chosen: ShownStatus | null;
  onChoose: (status: ShownStatus | null) => void;
  labels: HeatLabels;
}) {
  const item = (status: ShownStatus, count: number) => (
    <li key={status}>
      <button
        type="button"
        aria-pressed={chosen === status}
        onClick={() => onChoose(chosen === status ? null : status)}
      >
        <span className={`square s ${statusClass[status]}`}></span>
        {`${labels.words[status]} `}
        <b>{count}</b>
      </button>
    </li>
  );
  return (
    <ul className="legend" aria-label={labels.legend}>
      {counts.map((count, index) => item(shownStatuses[index]!, count))}
      <li className="gap" aria-hidden="true" />
      <li className="hint reasons">{labels.ofWhich}</li>
      {item("suppressed", reasons.suppressed)}
      {item("noValue", reasons.noValue)}
    </ul>
  );
}
