"use client";

import { type ReactNode, useState } from "react";
import { SegmentedButtons } from "@/components/ui/segmented";

/** A figure's heading with the switch between its two views. Without scripts the table alone shows. */
export function ChartOrTable({
  head,
  labels,
  chart,
  table,
}: {
  head: ReactNode;
  labels: { view: string; chart: string; table: string };
  chart: ReactNode;
  table: ReactNode;
}) {
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <>
      <div className="fig-head">
        <div>{head}</div>
        <SegmentedButtons
          label={labels.view}
          choices={[
            ["chart", labels.chart],
            ["table", labels.table],
          ]}
          chosen={view}
          onChoose={setView}
        />
      </div>
      <div className={`two-views in-${view}`}>
        <div className="as-chart">{chart}</div>
        <div className="as-table">{table}</div>
      </div>
    </>
  );
}
