import { type Axis, valueAxis } from "@/lib/charts/axes/axis";
import { plotValue } from "@/lib/charts/axes/plot-value";
import type { Breakdown } from "@/lib/views/indicator-view";
import { type PublicValue, type Scale, shownText, type Wording } from "@/lib/views/public-value";

export interface Bar {
  text: string;
  /** What there is room for above a bar: of a percentage the whole per cent, of words nothing. */
  label: string;
  /** null unless the value is shown. */
  y: number | null;
  /** A bar, a hollow one for a small count, a hatched one of no size for what is hidden, or only a dotted line. */
  state: "shown" | "small" | "suppressed" | "missing";
}

export interface BarsModel {
  /** Names of the categories, in the order of each group's bars. */
  series: string[];
  groups: { name: string; bars: Bar[] }[];
  values: Axis;
  hasSuppressed: boolean;
  hasMissing: boolean;
  /** What stands in the place of bars, each once: "no value", "no approved report". */
  absent: string[];
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
  const groups = rows.map(({ unit, values }) => ({
    name: unit.name,
    bars: values.map((value) => barOf(value, scale, wording, number)),
  }));
  const has = (state: Bar["state"]) => groups.some(({ bars }) => bars.some((bar) => bar.state === state));
  const missing = rows.flatMap(({ values }) => values.filter(({ state }) => state === "missing"));
  const absent = [...new Set(missing.map((value) => shownText(value, scale, wording)))];
  const ys = groups.flatMap(({ bars }) => bars.flatMap(({ y }) => y ?? []));
  if (ys.length === 0) return null;
  const words = { number, yes: wording.yes, no: wording.no, steps: [] };
  return {
    series: columns.map(({ categories }) => categories[0] ?? ""),
    groups,
    hasSuppressed: has("suppressed"),
    hasMissing: absent.length > 0,
    absent,
    values: valueAxis(scale, false, ys, words),
  };
}

function barOf(value: PublicValue, scale: Scale, wording: Wording, number: (value: number) => string): Bar {
  const text = shownText(value, scale, wording);
  if (value.state !== "shown") {
    const state = value.state === "words" ? "missing" : value.state;
    return { text, label: state === "small" ? text : "", y: null, state };
  }
  const y = plotValue(value.value);
  if (y !== null) return { text, label: scale.type === "percentage" ? number(Math.round(y)) : text, y, state: "shown" };
  // 0 of 0, or a part that a source tells only as "fewer than", has no place on the axis.
  return { text, label: text, y, state: "missing" };
}
