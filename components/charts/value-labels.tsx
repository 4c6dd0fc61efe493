import type { Axis } from "@/lib/charts/axes/axis";
import type { Box, Segment } from "@/lib/charts/place-words";
import { linesIn, measureWords } from "./measure-words";

/** Rooms for names of steps: the first in which each has as many lines as there are between it and the next. */
const spaces = [80, 100, 122];
const lineHeight = 12.5;
/** Between a label and the plot. */
const gap = 10;

export interface ValueLabels {
  width: number;
  lines: Map<number, string[]>;
}

/**
 * How wide the labels of the value axis get, and the lines of each by its place; a name that would meet the next is cut.
 * @param rise between the first tick and the last
 */
export function valueLabels({ ticks }: Axis, rise: number): ValueLabels {
  const most = Math.max(1, Math.floor(rise / Math.max(1, ticks.length - 1) / lineHeight));
  const space =
    spaces.find((each) => ticks.every(({ label }) => linesIn(label, each).length <= most)) ?? spaces.at(-1)!;
  const lines = new Map(
    ticks.map(({ at, label }) => {
      const all = linesIn(label, space);
      return [at, all.length > most ? [...all.slice(0, most - 1), `${all[most - 1]} …`] : all];
    }),
  );
  const widest = Math.max(...[...lines.values()].flat().map((line) => measureWords(line).width));
  return { width: widest + gap, lines };
}

/**
 * Where the labels stand, and the space after each that any other word of its line leaves, as it would keep clear of a line.
 * @param left where the plot begins
 */
export function placesOfLabels({ lines }: ValueLabels, left: number, y: (value: number) => number) {
  const boxes = [...lines].map(([at, { length }]): Box => {
    const half = (length * lineHeight) / 2;
    return [0, y(at) - half, left - gap, y(at) + half];
  });
  return { boxes, spaces: [...lines.keys()].map((at): Segment => [left - gap, y(at), left + gap, y(at)]) };
}

/** A tick's label, in the middle of its height. */
export function ValueLabel({ x, y, lines }: { x?: number | string; y?: number | string; lines: readonly string[] }) {
  const top = Number(y) - ((lines.length - 1) * lineHeight) / 2 + 4;
  return (
    <text textAnchor="end" fill="var(--text-muted)">
      {lines.map((line, index) => (
        <tspan key={line} x={Number(x)} y={top + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
