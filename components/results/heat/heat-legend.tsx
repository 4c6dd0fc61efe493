import { useId } from "react";
import { statusClass } from "@/components/results/status/status-look";
import type { Distribution } from "@/lib/charts/distribution";
import { type AfterEnd, afterEnds } from "@/lib/domain/progress/after-end";
import { type ShownReason, type ShownStatus, shownReasons, shownStatuses } from "@/lib/views/shown-status";
import type { HeatLabels } from "./heat-labels";

/** Colour, icon and word of every status with how often it occurs; choosing one dims the other cells. */
export function HeatLegend({
  counts,
  within,
  chosen,
  onChoose,
  labels,
  live,
  standsOverValues,
}: {
  counts: Distribution;
  /** Of the reasons within "not assessed", and of what stands after the plan's end. */
  within: Record<ShownReason | AfterEnd, number>;
  chosen: ShownStatus | null;
  onChoose: (status: ShownStatus | null) => void;
  labels: HeatLabels;
  /** Nothing can be chosen before the page's script runs. */
  live: boolean;
  /** Below it stand values, of which more may be suppressed than statuses are. */
  standsOverValues: boolean;
}) {
  const note = useId();
  const after = afterEnds.filter((each) => within[each] > 0);
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
          .filter((reason) => !["noReport", "notApplicable"].includes(reason) || within[reason] > 0)
          .map((reason) => item(reason, within[reason]))}
        {after.length > 0 && <li className="hint reasons">{labels.afterEnd}</li>}
        {after.map((each) => item(each, within[each]))}
      </ul>
      <p className={`hint mt-2 ${standsOverValues ? "" : "of-values"}`}>{labels.countsStatuses}</p>
      {within.suppressed > 0 && (
        <p className="hint mt-2" id={note}>
          {labels.suppressedMeans}
        </p>
      )}
    </>
  );
}
