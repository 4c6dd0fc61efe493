"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { useSaidAbout } from "@/components/results/observations/use-said-about";
import { statusClass } from "@/components/results/status/status-look";
import type { Panel, TrendModel } from "@/lib/charts/trend-model";
import { withShadows } from "@/lib/charts/with-shadows";
import type { Scale } from "@/lib/views/public-value";
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

/** Where it is asked for what civil society says beside the values, and what it takes to draw that. */
export interface SaidBeside {
  address: string;
  scale: Pick<Scale, "type" | "decimals">;
  /** For `Intl`. */
  tag: string;
  /** "Reported by civil society, not official" */
  title: string;
}

/** Small multiples, one a country, or one wide panel for the region. */
export function TrendPanels({
  model: official,
  labels,
  beside,
  wide = false,
}: {
  model: TrendModel;
  labels: TrendLabels;
  /** Null on a release: it froze results alone. */
  beside: SaidBeside | null;
  wide?: boolean;
}) {
  const said = useSaidAbout(beside?.address ?? null);
  const model = useMemo(
    () =>
      said && beside && said.shadows.length > 0
        ? withShadows(official, said.shadows, beside.scale, new Intl.NumberFormat(beside.tag).format)
        : official,
    [official, said, beside],
  );
  const title = beside?.title ?? "";
  const summaryOf = ({ code, said: marks = [] }: Panel) =>
    [labels.summaries[code] ?? "", ...marks.map(({ when, text }) => `${title}, ${when}: ${text}.`)].join(" ").trim();
  if (wide && model.panels[0]) {
    const panel = model.panels[0];
    return (
      <Deferred size="wide" failed={labels.failed}>
        <TrendChart
          panel={panel}
          model={model}
          size="wide"
          title={summaryOf(panel)}
          labels={{ ...labels, said: title, atMarkers: labels }}
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
              title={summaryOf(panel)}
              labels={{ ...labels, said: title, atMarkers: null }}
            />
          </Deferred>
        </div>
      ))}
    </div>
  );
}
