"use client";

import { useState } from "react";
import { createPortal } from "react-dom";
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import type { Bar as BarModel, BarsModel } from "@/lib/charts/prepare/prepare-bars";
import { BarWord, barGap, untoldShare } from "./bar-word";
import { ChartBox, usePrinting } from "./chart-box";
import { oneStop } from "./one-stop";

/** The library writes the colour of ticks into their style, where no sheet reaches it. */
const tick = { fill: "var(--text-muted)" };

type Row = { name: string } & { [series: string]: number | string | BarModel | null };

/**
 * Grouped bars, which begin at zero, or under each other on a phone. They are one stop for the Tab key; arrow keys move
 * from group to group.
 */
export default function BarsChart({ model, title, ...on }: { model: BarsModel; title: string; narrow: boolean }) {
  const narrow = !usePrinting() && on.narrow;
  const [said, setSaid] = useState<HTMLElement | null>(null);
  const { series, groups, values } = model;
  const rows = groups.map(({ name, bars }): Row => {
    const row: Row = { name };
    for (const [index, bar] of bars.entries()) {
      row[`bar${index}`] = bar;
      row[`y${index}`] = bar.state === "shown" ? bar.y : values.max * untoldShare[bar.state];
    }
    return row;
  });
  const height = narrow ? 40 + groups.length * (18 * series.length + 18) : 230;
  const ticks = values.ticks.map(({ at }) => at);
  const tickFormatter = (at: number) => values.ticks.find((tick) => tick.at === at)?.label ?? "";
  const number = {
    type: "number",
    domain: [values.min, values.max],
    ticks,
    tickFormatter,
    tickLine: false,
    tick,
  } as const;
  const names = { type: "category", dataKey: "name", tickLine: false, tick, interval: 0 } as const;
  return (
    <div ref={oneStop}>
      <ChartBox size="wide" height={height}>
        <BarChart
          data={rows}
          layout={narrow ? "vertical" : "horizontal"}
          margin={{ top: narrow ? 22 : 36, right: narrow ? 72 : 0, bottom: 0, left: 0 }}
          barGap={barGap}
          barCategoryGap={narrow ? 8 : "18%"}
          title={title}
          className="plot"
        >
          <defs>
            <pattern id="hidden-bar" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v6" stroke="var(--hatch)" strokeWidth="2" />
            </pattern>
          </defs>
          {!narrow && <CartesianGrid vertical={false} stroke="var(--grid)" />}
          {narrow ? <XAxis {...number} hide /> : <XAxis {...names} axisLine={{ stroke: "var(--rule-heavy)" }} />}
          {narrow ? (
            <YAxis {...names} width={84} axisLine={{ stroke: "var(--rule-heavy)" }} />
          ) : (
            <YAxis {...number} axisLine={false} width={56} />
          )}
          {series.map((name, index) => (
            <Bar
              key={name}
              name={name}
              dataKey={`y${index}`}
              isAnimationActive={false}
              shape={(place: BarPlace) => <BarShape {...place} {...{ index, narrow }} count={series.length} />}
            >
              <LabelList
                dataKey={(row: Row) => (row[`bar${index}`] as BarModel).label}
                position={narrow ? "right" : "top"}
                fill="var(--text-secondary)"
                content={
                  narrow
                    ? undefined
                    : (place) => <BarWord bars={groups[place.index ?? 0]?.bars ?? []} {...{ place, index, values }} />
                }
              />
            </Bar>
          ))}
          <Tooltip content={<BarsTip series={series} said={said} />} cursor={false} isAnimationActive={false} />
        </BarChart>
      </ChartBox>
      <div className="vh" role="status" ref={setSaid} />
    </div>
  );
}

interface BarPlace {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: Row;
}

const looks = { suppressed: "bar-hidden", small: "bar-small" };

function BarShape({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  payload,
  index,
  count,
  narrow,
}: BarPlace & { index: number; count: number; narrow: boolean }) {
  const bars = Array.from({ length: count }, (_, each) => payload?.[`bar${each}`] as BarModel | undefined);
  const bar = bars[index];
  if (!bar) return null;
  if (bar.state !== "missing") {
    return <rect {...{ x, y, width, height }} className={bar.state === "shown" ? `bar-${index}` : looks[bar.state]} />;
  }
  // Where a group has no value at all, its middle says so once.
  const isSaid = index === Math.floor(count / 2) && bars.every((each) => each?.state === "missing");
  const middle = count % 2 === 0 ? 0 : 0.5;
  return (
    <g>
      <path className="gapline" d={narrow ? `M${x} ${y}v${height}` : `M${x} ${y - 1}h${width}`} />
      {isSaid && (
        <text
          x={narrow ? x + 8 : x + width * middle}
          y={narrow ? y + height * middle + 4 : y - 9}
          textAnchor={narrow ? "start" : "middle"}
        >
          {bar.text}
        </text>
      )}
    </g>
  );
}

function BarsTip({
  active,
  payload,
  series,
  said,
}: {
  active?: boolean;
  payload?: readonly { payload?: Row }[];
  series: readonly string[];
  /** The chart's live region. */
  said: HTMLElement | null;
}) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const lines = (
    <>
      <p>{row.name}</p>
      {series.map((name, index) => (
        <p key={name}>
          {name}: <b>{(row[`bar${index}`] as BarModel).text}</b>
        </p>
      ))}
    </>
  );
  return (
    <div className="plot-tip">
      {lines}
      {said && createPortal(lines, said)}
    </div>
  );
}
