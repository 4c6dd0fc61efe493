import { useId } from "react";
import { statusClass } from "@/components/results/status/status-look";
import type { Distribution } from "@/lib/charts/distribution";
import { type ShownReason, type ShownStatus, shownReasons, shownStatuses } from "@/lib/views/shown-status";
import type { HeatLabels } from "./heat-labels";

/** Colour, icon and word of every status with how often it occurs; choosing one dims the other cells. */
export function HeatLegend({
  counts,
  reasons,
  chosen,
  onChoose,
  labels,
  live,
  standsOverValues,
}: {
  counts: Distribution;
  reasons: Record<ShownReason, number>;
  chosen: ShownStatus | null;
  onChoose: (status: ShownStatus | null) => void;
  labels: HeatLabels;
  /** Nothing can be chosen before the page's script runs. */
  live: boolean;
  /** Below it stand values, of which more may be suppressed than statuses are. */
  standsOverValues: boolean;
}) {
  const note = useId();
  const item = (status: ShownStatus, count: number) => {
    const content = (
      <>
        <span className={`square s ${statusClass[status]}`}></span>
        {`${labels.words[status]} `}
        <b>{count}</b>
      </>
    );
    return (
      <li key={status}>
        {live ? (
          <button
            type="button"
            aria-describedby={status === "suppressed" && count > 0 ? note : undefined}
            aria-pressed={chosen === status}
            onClick={() => onChoose(chosen === status ? null : status)}
          >
            {content}
          </button>
        ) : (
          <span className="still">{content}</span>
        )}
      </li>
    );
  };
  return (
    <>
      <ul className="legend" aria-label={labels.legend}>
        {counts.map((count, index) => item(shownStatuses[index]!, count))}
        <li className="gap" aria-hidden="true" />
        <li className="hint reasons">{labels.ofWhich}</li>
        {shownReasons
          .filter((reason) => !["noReport", "notApplicable"].includes(reason) || reasons[reason] > 0)
          .map((reason) => item(reason, reasons[reason]))}
      </ul>
      <p className={`hint mt-2 ${standsOverValues ? "" : "of-values"}`}>{labels.countsStatuses}</p>
      {reasons.suppressed > 0 && (
        <p className="hint mt-2" id={note}>
          {labels.suppressedMeans}
        </p>
      )}
    </>
  );
}
