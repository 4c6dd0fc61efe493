import { type Axis, valueAxis } from "./axis";
import type { Breakdown } from "./indicator-view";
import { plotValue } from "./plot-value";
import { figureText, type PublicFigure, type Scale, type Wording } from "./public-figure";

export interface Bar {
  text: string;
  /** null: there is no bar to draw, only the text. */
  y: number | null;
  /** Hidden: drawn as a short hatched bar that stands for no size. */
  isHidden: boolean;
  isSuppressed: boolean;
}

export interface BarsModel {
  /** Names of the categories, in the order of each group's bars. */
  series: string[];
  groups: { name: string; bars: Bar[] }[];
  values: Axis;
  hasSuppressed: boolean;
}

/** More bars than this in a group can't be told apart. */
const mostBars = 4;

/** Grouped bars of one dimension by country; null where there are too many categories to compare, or nothing to draw. */
export function prepareBars(
  { dimensions, columns, rows }: Breakdown,
  scale: Scale,
  wording: Wording,
  number: (value: number) => string,
): BarsModel | null {
  if (
    dimensions.length !== 1 ||
    columns.length > mostBars ||
    (scale.type !== "number" && scale.type !== "percentage")
  ) {
    return null;
  }
  const groups = rows
    .map(({ unit, figures }) => ({ name: unit.name, bars: figures.map((figure) => barOf(figure, scale, wording)) }))
    .filter(({ bars }) => bars.some((bar) => bar.y !== null || bar.isHidden));
  const ys = groups.flatMap(({ bars }) => bars.flatMap(({ y }) => y ?? []));
  if (ys.length === 0) return null;
  const words = { number, yes: wording.yes, no: wording.no, steps: [] };
  return {
    series: columns.map(({ categories }) => categories[0] ?? ""),
    groups,
    hasSuppressed: groups.some(({ bars }) => bars.some(({ isSuppressed }) => isSuppressed)),
    values: valueAxis(scale.type, false, ys, words),
  };
}

function barOf(figure: PublicFigure, scale: Scale, wording: Wording): Bar {
  const text = figureText(figure, scale, wording);
  const isHidden = figure.mark === "suppressed" || figure.mark === "small";
  return {
    text,
    y: figure.mark === "shown" ? plotValue(figure.figure) : null,
    isHidden,
    isSuppressed: figure.mark === "suppressed",
  };
}
