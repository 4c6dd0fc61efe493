"use client";

import dynamic from "next/dynamic";
import { statusClass } from "@/components/results/status/status-look";
import type { TrendModel } from "@/lib/charts/trend-model";
import type { ShownStatus } from "@/lib/views/shown-status";
import { Deferred } from "./deferred";

const TrendChart = dynamic(() => import("./trend-chart"), { ssr: false });

interface TrendLabels {
  /** "Target", "Baseline", "Definition changed" */
  target: string;
  baseline: string;
  redefined: string;
  /** In the place of a chart that can't be loaded. */
  failed: string;
  /** Statuses by name; empty where the panel's name and status stand elsewhere. */
  words: Partial<Record<ShownStatus, string>>;
  /** What each panel says, in words, for who doesn't see it. */
  summaries: Record<string, string>;
}

/** Small multiples, one a country, or one wide panel for the region. */
export function TrendPanels({
  model,
  labels,
  wide = false,
}: {
  model: TrendModel;
  labels: TrendLabels;
  wide?: boolean;
}) {
  if (wide && model.panels[0]) {
    const panel = model.panels[0];
    return (
      <Deferred size="wide" failed={labels.failed}>
        <TrendChart
          panel={panel}
          model={model}
          size="wide"
          title={labels.summaries[panel.code] ?? ""}
          labels={{ ...labels, atMarkers: labels }}
        />
      </Deferred>
    );
  }
  return (
    <div className="smalls">
      {model.panels.map((panel) => (
        <div key={panel.code} className="small">
          <h3>
            {panel.name}
            <span className={`chip s ${statusClass[panel.status]}`}>{labels.words[panel.status]}</span>
          </h3>
          <Deferred size="small" failed={labels.failed}>
            <TrendChart
              panel={panel}
              model={model}
              size="small"
              title={labels.summaries[panel.code] ?? ""}
              labels={{ ...labels, atMarkers: null }}
            />
          </Deferred>
        </div>
      ))}
    </div>
  );
}
