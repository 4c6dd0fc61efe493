"use client";

import type { ReactNode } from "react";
import { KeptQuery } from "@/components/layout/kept-query";
import { SegmentedButtons } from "@/components/ui/switches/segmented";
import { useChoiceInQuery } from "@/components/ui/switches/use-choice-in-query";

const views = ["chart", "table"] as const;

/**
 * A chart's heading with the switch between its two views. Without scripts the table alone shows.
 * @param query name in the address's query under which the choice stands
 */
export function ChartOrTable({
  query,
  head,
  labels,
  chart,
  table,
  under,
}: {
  query: string;
  head: ReactNode;
  labels: { view: string; chart: string; table: string };
  chart: ReactNode;
  table: ReactNode;
  /** Stands under the table; its links lead elsewhere, and take none of the reader's choices along. */
  under?: ReactNode;
}) {
  const [view, setView] = useChoiceInQuery(query, views);
  return (
    <>
      <div className="fig-head">
        <div>{head}</div>
        <SegmentedButtons
          label={labels.view}
          choices={views.map((each) => [each, labels[each]] as const)}
          chosen={view}
          onChoose={setView}
        />
      </div>
      <div className={`two-views in-${view}`}>
        <div className="as-chart">{chart}</div>
        <div className="as-table">
          <KeptQuery>{table}</KeptQuery>
          {under}
        </div>
      </div>
    </>
  );
}
