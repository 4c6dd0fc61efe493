"use client";

import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Bar as BarModel, BarsModel } from "@/lib/charts/prepare-bars";

/** Share of the axis that a hidden figure's bar takes: it is there, and stands for no size. */
const hiddenShare = 0.12;

/** The library writes the colour of ticks into their style, where no sheet reaches it. */
const tick = { fill: "var(--text-muted)" };

type Row = { name: string } & { [series: string]: number | string | BarModel | null };

/** Grouped bars, which begin at zero, or under each other on a phone. Arrow keys move from group to group. */
export default function BarsChart({ model, title, narrow }: { model: BarsModel; title: string; narrow: boolean }) {
  const { series, groups, values } = model;
  const rows = groups.map(({ name, bars }): Row => {
    const row: Row = { name };
    for (const [index, bar] of bars.entries()) {
      row[`bar${index}`] = bar;
      row[`y${index}`] = bar.isHidden ? values.max * hiddenShare : bar.y;
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
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={rows}
        layout={narrow ? "vertical" : "horizontal"}
        margin={{ top: 22, right: narrow ? 72 : 0, bottom: 0, left: 0 }}
        barGap={2}
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
            shape={(place: BarPlace) => <BarShape {...place} bar={place.payload?.[`bar${index}`]} index={index} />}
          >
            <LabelList
              dataKey={(row: Row) => labelOf(row[`bar${index}`] as BarModel)}
              position={narrow ? "right" : "top"}
              fill="var(--text-secondary)"
            />
          </Bar>
        ))}
        <Tooltip content={<BarsTip series={series} />} cursor={false} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** "Suppressed" is too long a word to stand above a bar; the key explains the hatch. */
const labelOf = ({ isSuppressed, text }: BarModel) => (isSuppressed ? "" : text);

interface BarPlace {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: Row;
}

function BarShape({ x, y, width, height, bar, index }: BarPlace & { bar: Row[string] | undefined; index: number }) {
  const isHidden = typeof bar === "object" && bar?.isHidden;
  return <rect {...{ x, y, width, height }} className={isHidden ? "bar-hidden" : `bar-${index}`} />;
}

function BarsTip({
  active,
  payload,
  series,
}: {
  active?: boolean;
  payload?: readonly { payload?: Row }[];
  series: readonly string[];
}) {
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  return (
    <div className="plot-tip">
      <p>{row.name}</p>
      {series.map((name, index) => (
        <p key={name}>
          {name}: <b>{(row[`bar${index}`] as BarModel).text}</b>
        </p>
      ))}
    </div>
  );
}
