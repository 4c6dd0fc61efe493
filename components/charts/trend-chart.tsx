"use client";

import { useState } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import type { Axis } from "@/lib/charts/axes/axis";
import type { Panel, TrendModel } from "@/lib/charts/trend-model";
import { ChartBox } from "./chart-box";
import { oneStop } from "./one-stop";
import { PlannedPath } from "./planned-path";
import { SaidMarks } from "./said-marks";
import { TrendMarker } from "./trend-marker";
import { type TrendRow, trendRows } from "./trend-rows";
import { TrendTip } from "./trend-tip";
import { sidePadding, spaceOfTarget, TrendWords, type WordsAtMarkers } from "./trend-words";
import { ValueLabel, valueLabels } from "./value-labels";

const timeHeight = 24;
const top = 22;
/** In px. */
const heights = { wide: 210, small: 158 } as const;
/** The library writes the colour of ticks into their style, where no sheet reaches it. */
const tick = { fill: "var(--text-muted)" };

/** A unit's line against its planned path. It is one stop for the Tab key; arrow keys move from point to point. */
export default function TrendChart({
  panel,
  model,
  size,
  title,
  labels,
}: {
  panel: Panel;
  model: TrendModel;
  size: keyof typeof heights;
  title: string;
  labels: {
    target: string;
    baseline: string;
    said: string;
    atMarkers: WordsAtMarkers;
  };
}) {
  const [said, setSaid] = useState<HTMLElement | null>(null);
  const { rows, runs, gaps } = trendRows(panel);
  const { time, values } = model;
  const height = heights[size];
  const line = {
    isAnimationActive: false,
    dot: false,
    activeDot: false,
    legendType: "none",
    connectNulls: true,
  } as const;
  const labelOf = (axis: Axis) => (at: number) => axis.ticks.find((tick) => tick.at === at)?.label ?? "";
  const names = valueLabels(values, height - top - timeHeight);
  return (
    <div ref={oneStop}>
      <ChartBox {...{ size, height }}>
        <LineChart
          data={rows}
          margin={{ top, right: spaceOfTarget(model, labels.atMarkers), bottom: 0, left: 0 }}
          title={title}
          className="plot"
        >
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={[time.min, time.max]}
            ticks={time.ticks.map(({ at }) => at)}
            tickFormatter={labelOf(time)}
            tickLine={false}
            tick={tick}
            axisLine={{ stroke: "var(--rule-heavy)" }}
            minTickGap={12}
            padding={{ left: sidePadding, right: sidePadding }}
            height={timeHeight}
          />
          <YAxis
            type="number"
            domain={[values.min, values.max]}
            ticks={values.ticks.map(({ at }) => at)}
            tickLine={false}
            tick={({ x, y, payload }) => <ValueLabel {...{ x, y }} lines={names.lines.get(payload.value) ?? []} />}
            axisLine={false}
            width={names.width}
            interval={0}
          />
          {model.breaks
            .filter(({ at }) => at > time.min)
            .map(({ at }) => (
              <ReferenceLine key={at} x={at} stroke="var(--hatch)" strokeWidth={1.5} />
            ))}
          <PlannedPath spots={panel.planned} />
          {gaps.map((key) => (
            <Line
              {...line}
              key={key}
              type="linear"
              dataKey={key}
              stroke="var(--series-soft)"
              strokeWidth={1.5}
              strokeDasharray="1 4"
              strokeLinecap="round"
            />
          ))}
          {runs.map((key) => (
            <Line {...line} key={key} type="linear" dataKey={key} stroke="var(--series)" strokeWidth={2.25} />
          ))}
          <Line
            {...line}
            type="linear"
            dataKey={(row: TrendRow) => row.under?.y}
            stroke="none"
            dot={({ key, cx, cy, payload }) => (
              <TrendMarker key={key} {...{ cx, cy }} marker={payload?.under} over={payload?.marker} />
            )}
          />
          <Line
            {...line}
            type="linear"
            dataKey={(row: TrendRow) => (row.marker ?? row.blank ?? row.end ?? row.said[0])?.y}
            stroke="none"
            dot={({ key, cx, cy, payload }) => <TrendMarker key={key} {...{ cx, cy }} marker={payload?.marker} />}
          />
          <SaidMarks said={panel.said ?? []} />
          <TrendWords panel={panel} model={model} axis={names} atMarkers={labels.atMarkers} />
          <Tooltip content={<TrendTip words={labels} said={said} />} cursor={false} isAnimationActive={false} />
        </LineChart>
      </ChartBox>
      <div className="vh" role="status" ref={setSaid} />
    </div>
  );
}
