import { useYAxisScale } from "recharts";
import type { Axis } from "@/lib/charts/axes/axis";
import { type Box, bestPlace, type Corner } from "@/lib/charts/place-words";
import type { Bar } from "@/lib/charts/prepare/prepare-bars";
import { measureWords } from "./measure-words";

/** Share of the axis that the bar of a value takes which isn't told: it is there, and stands for no size. */
export const untoldShare = { suppressed: 0.12, small: 0.05, missing: 0 };
/** Between the bars of a group. */
export const barGap = 2;

/** What stands above a bar: as much higher as it must, to keep clear of its neighbours and of their values. */
export function BarWord({
  place,
  bars,
  index,
  values,
}: {
  place: { viewBox?: unknown };
  /** Of the group. */
  bars: readonly Bar[];
  /** Which of them the word belongs to. */
  index: number;
  values: Axis;
}) {
  const scale = useYAxisScale();
  const { x, width } = place.viewBox as { x: number; width: number };
  if (!scale || !bars[index]?.label) return null;
  const y = (value: number) => Number(scale(value));
  // A chart that turns on its side has its names on this axis for a moment, and no place for values.
  if (!Number.isFinite(y(0))) return null;
  const shapes = bars.map((bar, each) => {
    const top = y(bar.state === "shown" ? Math.max(bar.y ?? 0, 0) : values.max * untoldShare[bar.state]);
    const left = x + (each - index) * (width + barGap);
    return { bar, box: [left, top, left + width, y(0) - 0.1] as Box };
  });
  const taken: Box[] = shapes.map(({ box }) => box);
  const within: Box = [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY, y(0)];
  // Each is placed as its own word does it, in the same order, so that all agree.
  const placed = shapes.slice(0, index + 1).map(({ bar, box: [left, top, right] }) => {
    if (!bar.label) return null;
    const { ascent, ...size } = measureWords(bar.label);
    // Over the middle of its bar, else flush with one of its sides: a neighbour may be higher than any word rises.
    const rises = [(left + right - size.width) / 2, left, right - size.width].flatMap((from) =>
      Array.from({ length: 10 }, (_, each): Corner => [from, top - 5 - size.height - each * 3]),
    );
    const box = bestPlace(rises, size, within, taken);
    taken.push([box[0] - 2, box[1], box[2] + 2, box[3]]);
    return { box, ascent };
  });
  const own = placed[index];
  if (!own) return null;
  return (
    <text x={own.box[0]} y={own.box[1] + own.ascent} fill="var(--text-secondary)">
      {bars[index].label}
    </text>
  );
}
