"use client";

import { useState } from "react";
import { createPortal } from "react-dom";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Axis } from "@/lib/charts/axes/axis";
import type { Marker, Panel, Said, Spot, TrendModel } from "@/lib/charts/trend-model";
import { ChartBox } from "./chart-box";
import { oneStop } from "./one-stop";
import { saidMark } from "./said-mark";
import { type TrendRow, trendRows } from "./trend-rows";
import { sidePadding, spaceOfTarget, TrendWords, type WordsAtMarkers } from "./trend-words";
import { ValueLabel, valueLabels } from "./value-labels";

const timeHeight = 24;
const top = 22;
/** In px. */
const heights = { wide: 210, small: 158 } as const;
/** The library writes the colour of ticks into their style, where no sheet reaches it. */
const tick = { fill: "var(--text-muted)" };

/** A plan from corner to corner. It isn't a line of the chart's data: its corners are no points to stop at. */
function PlannedPath({ spots }: { spots: readonly Spot[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y || spots.length === 0) return null;
  return <path className="planned" d={`M${spots.map((spot) => `${x(spot.at)} ${y(spot.y)}`).join("L")}`} />;
}

/** Open diamonds over the lines, and on none of them: what is said is joined to nothing. */
function SaidMarks({ said }: { said: readonly Said[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const marks = new Set(said.map(({ at, y: value }) => saidMark(Number(x(at)), Number(y(value)))));
  return [...marks].map((mark) => <path key={mark} className="said-mark" d={mark} />);
}

/** What stands at the point that the pointer or the arrow keys are at; to screen readers it is said. */
function TrendTip({
  active,
  payload,
  words,
  said: place,
}: {
  active?: boolean;
  payload?: readonly { payload?: TrendRow }[];
  /** "Target", "Baseline", "Reported by civil society" */
  words: { target: string; baseline: string; said: string };
  /** The chart's live region. */
  said: HTMLElement | null;
}) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const { under, marker, blank, end } = row;
  const said = [
    { name: words.baseline, what: under },
    { name: marker?.kind === "baseline" ? words.baseline : "", what: marker ?? blank },
    { name: words.target, what: end },
    ...row.said.map((what) => ({ name: words.said, what })),
  ];
  const lines = said.map(
    ({ name, what }, index) =>
      what && (
        <p key={["under", "at", "end"][index] ?? `said${index}`}>
          {[name, what.when].join(" ").trim()}: <b>{what.text}</b>
        </p>
      ),
  );
  return (
    <div className="plot-tip">
      {lines}
      {place && createPortal(lines, place)}
    </div>
  );
}

/** Looks of a marker: filled for a value, open for the baseline, dashed for a count that isn't told. */
const looks = { baseline: "open", value: "pt", censored: "cens" };

/** The marker of one point. A baseline of the same moment as a value is a ring around it, where the two are as high. */
function TrendMarker({
  cx,
  cy,
  marker,
  over,
}: {
  cx?: number;
  cy?: number;
  marker: Marker | null | undefined;
  /** What stands on it, at the same moment. */
  over?: Marker | null;
}) {
  const scale = useYAxisScale();
  if (cx === undefined || cy === undefined || !marker) return null;
  const isRing = scale && over && Math.abs(Number(scale(over.y)) - cy) < 9;
  return <circle cx={cx} cy={cy} r={isRing ? 6.5 : 4} className={looks[marker.kind]} />;
}

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
