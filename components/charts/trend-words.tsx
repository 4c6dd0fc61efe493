import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { around, type Box, besideTop, bestPlace, type Corner, rightOf, type Segment } from "@/lib/charts/place-words";
import type { Panel, Spot, TrendModel } from "@/lib/charts/trend-model";
import { measureWords } from "./measure-words";
import { placesOfLabels, type ValueLabels } from "./value-labels";

interface Word {
  text: string;
  look: "val" | "tgt" | "blank" | undefined;
  places: Corner[];
}

/** Written at the marks themselves, where a wide panel has room; else a key explains them. */
export type WordsAtMarks = { target: string; redefined: string } | null;

/** What stands at the end of the planned path. The axis names the step that is the target of steps or of yes and no. */
export function targetWords({ target }: Panel, { values }: TrendModel, atMarks: WordsAtMarks): string {
  if (!target) return "";
  const isNamed = values.ticks.some(({ label }) => label === target.text && !/\d/.test(label));
  return [atMarks?.target, isNamed ? "" : target.text].filter(Boolean).join(" ");
}

/**
 * The words of a panel: at the target, the last value, what has no number, and a change of the definition. The weightiest
 * first, each keeps clear of those before it.
 */
export function TrendWords({
  panel,
  model,
  axis,
  atMarks,
}: {
  panel: Panel;
  model: TrendModel;
  /** Of the values. */
  axis: ValueLabels;
  atMarks: WordsAtMarks;
}) {
  const [plot, scaleX, scaleY] = [usePlotArea(), useXAxisScale(), useYAxisScale()];
  if (!plot || !scaleX || !scaleY) return null;
  const x = (at: number) => Number(scaleX(at));
  const y = (value: number) => Number(scaleY(value));
  const bottom = plot.y + plot.height;
  // Words may stand before the axis where none of its labels does.
  const within: Box = [plot.x - 16, 0, plot.x + plot.width + roomOfTarget(model, atMarks), bottom - 1];
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
  ];
  const atSpot = (spot: Spot, text: string, look: Word["look"], gap: number): Word => {
    const size = measureWords(text, look === "val");
    const lines = look === "blank" ? 12 : 3;
    return { text, look, places: around(x(spot.at), y(spot.y), size, gap, isUnderPath(path, spot), lines) };
  };
  const target = targetWords(panel, model, atMarks);
  const words: Word[] = [
    ...(panel.target && target
      ? [
          {
            ...{ text: target, look: "tgt" as const },
            places: rightOf(x(panel.target.at), y(panel.target.y), measureWords(target), 7),
          },
        ]
      : []),
    ...panel.markers.flatMap((marker, index) => {
      const isLast = index === panel.markers.length - 1;
      return isLast || marker.kind === "censored" ? [atSpot(marker, marker.text, isLast ? "val" : undefined, 7)] : [];
    }),
    ...panel.blanks.map((blank) => atSpot(blank, blank.text, "blank", 3)),
    ...(atMarks ? changes : []).map(({ at }): Word => {
      const text = atMarks!.redefined;
      return { text, look: undefined, places: besideTop(x(at), plot.y + 2, measureWords(text), 5) };
    }),
  ];
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {words.map(({ text, look, places }) => {
        const { ascent, ...size } = measureWords(text, look === "val");
        const box = bestPlace(places, size, within, boxes, segments);
        // Two words beside each other are read as one unless there is a space between them.
        boxes.push([box[0] - 5, box[1], box[2] + 5, box[3]]);
        return (
          <text key={`${text} ${box}`} x={box[0]} y={box[1] + ascent} className={look}>
            {text}
          </text>
        );
      })}
    </ZIndexLayer>
  );
}

/** Right of the plot, the same in every panel, so that the same moment stands at the same place. */
export function roomOfTarget(model: TrendModel, atMarks: WordsAtMarks): number {
  const widths = model.panels.map((panel) => measureWords(targetWords(panel, model, atMarks)).width);
  return Math.max(...widths) > 0 ? 10 + Math.min(Math.max(...widths), atMarks ? 150 : 86) : 14;
}

/** Whether the planned path runs above a place between two of its corners. */
function isUnderPath(path: readonly Spot[], { at, y }: Spot): boolean {
  const next = path.find((spot) => spot.at >= at);
  const last = path.findLast((spot) => spot.at <= at);
  if (!next || !last) return false;
  if (next.at === last.at) return last.y > y;
  return last.y + ((next.y - last.y) * (at - last.at)) / (next.at - last.at) > y;
}
