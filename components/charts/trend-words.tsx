import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { type BlankSpan, spansOf } from "@/lib/charts/axes/spans-of";
import {
  around,
  type Box,
  besideTop,
  bestWay,
  type Corner,
  type Home,
  homeOf,
  over,
  reachOver,
  rightOf,
  type Segment,
  type Size,
} from "@/lib/charts/place-words";
import type { Panel, Spot, TrendModel } from "@/lib/charts/trend-model";
import { measureWords } from "./measure-words";
import { placesOfLabels, type ValueLabels } from "./value-labels";

/** Words in one line or in two, with the places where they may stand. */
interface Way {
  lines: readonly string[];
  size: Size;
  places: Corner[];
  home?: Home;
}

interface Word {
  text: string;
  look: "val" | "tgt" | "blank" | undefined;
  ways: Way[];
}

/** Between the ends of the plot and those of the axis of time, in px. */
export const sidePadding = 8;

/** Written at the markers themselves, where a wide panel has room; else a key explains them. */
export type WordsAtMarkers = { target: string; redefined: string } | null;

/** What stands at the end of the planned path. The axis names the step that is the target of steps or of yes and no. */
export function targetWords({ target }: Panel, { values }: TrendModel, atMarkers: WordsAtMarkers): string {
  if (!target) return "";
  const isNamed = values.ticks.some(({ label }) => label === target.text && !/\d/.test(label));
  return [atMarkers?.target, isNamed ? "" : target.text].filter(Boolean).join(" ");
}

/**
 * The words of a panel: at the target, the last value, what has no number, and a change of the definition. The weightiest
 * first, each keeps clear of those before it.
 */
export function TrendWords({
  panel,
  model,
  axis,
  atMarkers,
}: {
  panel: Panel;
  model: TrendModel;
  /** Of the values. */
  axis: ValueLabels;
  atMarkers: WordsAtMarkers;
}) {
  const [plot, scaleX, scaleY] = [usePlotArea(), useXAxisScale(), useYAxisScale()];
  if (!plot || !scaleX || !scaleY) return null;
  const x = (at: number) => Number(scaleX(at));
  const y = (value: number) => Number(scaleY(value));
  const bottom = plot.y + plot.height;
  // Words may stand before the axis where none of its labels does.
  const within: Box = [plot.x - 16, 0, plot.x + plot.width + spaceOfTarget(model, atMarkers), bottom - 1];
  const changes = model.breaks.filter(({ at }) => at > model.time.min);
  const path = panel.planned;
  const labels = placesOfLabels(axis, plot.x, y);
  const segments: Segment[] = [
    ...labels.spaces,
    ...[path, ...panel.gaps, ...panel.runs].flatMap((line) =>
      line.slice(1).map((to, index): Segment => [x(line[index]!.at), y(line[index]!.y), x(to.at), y(to.y)]),
    ),
    ...changes.map(({ at }): Segment => [x(at), plot.y, x(at), bottom]),
  ];
  const boxes = [
    ...labels.boxes,
    ...panel.markers.map((spot): Box => {
      // With another of its moment, one of them is a ring.
      const half = panel.markers.some((other) => other !== spot && other.at === spot.at) ? 8 : 5;
      return [x(spot.at) - half, y(spot.y) - half, x(spot.at) + half, y(spot.y) + half];
    }),
    ...(panel.said ?? []).map(({ at, y: said }): Box => [x(at) - 6, y(said) - 6, x(at) + 6, y(said) + 6]),
  ];
  const moments = model.time.ticks.map(({ at }) => x(at));
  const waysOf = (span: BlankSpan): Way[] => {
    const ends: Home = [x(span.from), x(span.to)];
    const home = homeOf(ends, moments);
    const isBelow = isUnderPath(path, { at: (span.from + span.to) / 2, y: span.y });
    const ways = linesOf(span).map((lines) => {
      const size = sizeOf(lines);
      return { lines, size, home, places: over(ends, home, y(span.y), size, lines.length, 3, isBelow, within) };
    });
    return reachOver(ends, ways[0]!.size.width, moments) ? ways.reverse() : ways;
  };
  const target = targetWords(panel, model, atMarkers);
  const words: Word[] = [
    ...(panel.target && target
      ? [
          {
            text: target,
            look: "tgt" as const,
            ways: [one(target, rightOf(x(panel.target.at), y(panel.target.y), measureWords(target), 7))],
          },
        ]
      : []),
    ...panel.markers.flatMap((marker, index) => {
      const isLast = index === panel.markers.length - 1;
      if (!isLast && marker.kind !== "censored") return [];
      const { text } = marker;
      const size = measureWords(text, isLast);
      const places = around(x(marker.at), y(marker.y), size, 7, isUnderPath(path, marker));
      return [{ text, look: isLast ? ("val" as const) : undefined, ways: [{ lines: [text], size, places }] }];
    }),
    ...spansOf(panel.blanks, model.time).map((span): Word => ({ text: span.text, look: "blank", ways: waysOf(span) })),
    ...(atMarkers ? changes : []).map(({ at }): Word => {
      const text = atMarkers!.redefined;
      return { text, look: undefined, ways: [one(text, besideTop(x(at), plot.y + 2, measureWords(text), 5))] };
    }),
  ];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {words.map(({ text, look, ways }) => {
        const { box, lines, size } = bestWay(ways, within, boxes, segments);
        // Two words beside each other are read as one unless there is a space between them.
        boxes.push([box[0] - 5, box[1], box[2] + 5, box[3]]);
        return (
          <text key={`${text} ${box}`} className={look}>
            {lines.map((line, index) => {
              const { width, ascent } = measureWords(line, look === "val");
              return (
                <tspan
                  key={line}
                  x={box[0] + (size.width - width) / 2}
                  y={box[1] + ascent + (index * size.height) / lines.length}
                >
                  {text.includes(`${line} `) ? `${line} ` : line}
                </tspan>
              );
            })}
          </text>
        );
      })}
    </ZIndexLayer>
  );
}

const one = (text: string, places: Corner[]): Way => ({ lines: [text], size: measureWords(text), places });

/** Two lines stand as far apart as they are high, with a little between them. */
function sizeOf(lines: readonly string[]): Size {
  const sizes = lines.map((line) => measureWords(line));
  const height = Math.max(...sizes.map(({ height }) => height)) + (lines.length > 1 ? 2 : 0);
  return { width: Math.max(...sizes.map(({ width }) => width)), height: height * lines.length };
}

/** Right of the plot, the same in every panel, so that the same moment stands at the same place. */
export function spaceOfTarget(model: TrendModel, atMarkers: WordsAtMarkers): number {
  const widest = Math.max(...model.panels.map((panel) => measureWords(targetWords(panel, model, atMarkers)).width));
  const space = widest > 0 ? 10 + Math.min(widest, atMarkers ? 150 : 86) : 14;
  // Words in place of the last value stand over its moment, half of them beyond it.
  const last = model.panels
    .flatMap(({ blanks }) => spansOf(blanks, model.time))
    .filter(({ from }) => from === model.time.max);
  const halves = last.map((span) => Math.min(...linesOf(span).map((lines) => sizeOf(lines).width)) / 2);
  return Math.max(space, ...halves.map((half) => half - sidePadding + 1));
}

const linesOf = ({ text, halves }: BlankSpan): (readonly string[])[] => [[text], ...(halves ? [halves] : [])];

/** Whether the planned path runs above a place between two of its corners. */
function isUnderPath(path: readonly Spot[], { at, y }: Spot): boolean {
  const next = path.find((spot) => spot.at >= at);
  const last = path.findLast((spot) => spot.at <= at);
  if (!next || !last) return false;
  if (next.at === last.at) return last.y > y;
  return last.y + ((next.y - last.y) * (at - last.at)) / (next.at - last.at) > y;
}
