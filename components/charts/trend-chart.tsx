"use client";

import { useState } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Axis } from "@/lib/charts/axis";
import { isInSteps, type Panel, type TrendModel } from "@/lib/charts/trend-model";
import { oneStop } from "./one-stop";
import { TargetText, TrendMarker } from "./trend-marker";
import { type TrendRow, trendRows } from "./trend-rows";
import { TrendTip } from "./trend-tip";

/** How wide the labels of the value axis get, roughly, at 12 px. */
const labelWidth = ({ ticks }: Axis) => 8 + Math.max(...ticks.map(({ label }) => label.length)) * 7;

const timeHeight = 24;
/** The library writes the colour of ticks into their style, where no sheet reaches it. */
const tick = { fill: "var(--text-muted)" };

/** A unit's line against its planned path. It is one stop for the Tab key; arrow keys move from point to point. */
export default function TrendChart({
  panel,
  model,
  height,
  title,
  labels,
}: {
  panel: Panel;
  model: TrendModel;
  height: number;
  title: string;
  labels: {
    target: string;
    /** Written at the marks themselves, where a wide panel has room; else a key explains them. */
    atMarks: { target: string; redefined: string } | null;
  };
}) {
  const [said, setSaid] = useState<HTMLElement | null>(null);
  const { rows, runs, gaps } = trendRows(panel);
  const { time, values } = model;
  const line = {
    isAnimationActive: false,
    dot: false,
    activeDot: false,
    legendType: "none",
    connectNulls: true,
  } as const;
  const labelOf = (axis: Axis) => (at: number) => axis.ticks.find((tick) => tick.at === at)?.label ?? "";
  const targetText = [labels.atMarks?.target, panel.target?.text].filter(Boolean).join(" ");
  const targetRoom = panel.target ? 14 + targetText.length * 7 : 14;
  return (
    <div ref={oneStop}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart
          data={rows}
          margin={{ top: 22, right: Math.min(targetRoom, labels.atMarks ? 160 : 96), bottom: 0, left: 0 }}
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
            padding={{ left: 8, right: 8 }}
            height={timeHeight}
          />
          <YAxis
            type="number"
            domain={[values.min, values.max]}
            ticks={values.ticks.map(({ at }) => at)}
            tickFormatter={labelOf(values)}
            tickLine={false}
            tick={tick}
            axisLine={false}
            width={Math.min(labelWidth(values), 92)}
            interval={0}
          />
          {model.breaks
            .filter(({ at }) => at > time.min)
            .map(({ at }) => (
              <ReferenceLine
                key={at}
                x={at}
                stroke="var(--rule-colour)"
                strokeWidth={1.5}
                label={labels.atMarks ? { value: labels.atMarks.redefined, position: "insideTopLeft" } : undefined}
              />
            ))}
          <Line
            {...line}
            type={isInSteps(panel) ? "stepAfter" : "linear"}
            dataKey="planned"
            stroke="var(--path)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            dot={({ key, ...dot }) => (
              <TargetText key={key} {...dot} panel={panel} word={labels.atMarks?.target ?? ""} />
            )}
          />
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
            dataKey={(row: TrendRow) => row.marker?.y ?? row.blank?.y}
            stroke="none"
            dot={({ key, ...dot }) => (
              <TrendMarker key={key} {...dot} panel={panel} edges={time} bottom={height - timeHeight} />
            )}
          />
          <Tooltip
            content={<TrendTip target={panel.target} word={labels.target} said={said} />}
            cursor={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
      <div className="vh" role="status" ref={setSaid} />
    </div>
  );
}
