// Where words stand in a chart so that they meet neither each other nor, if there is a way, its lines: on the page as in
// its picture (`publication/typst/templates/labels.typ`).

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];
/** From x, y to x, y. */
export type Segment = readonly [number, number, number, number];
/** A left upper corner. */
export type Corner = readonly [x: number, y: number];

export interface Size {
  width: number;
  height: number;
}

/** All ranks together weigh less than a line: a place further away is better than one across it. */
const harm = { rank: 0.002, words: 20, outside: 50, line: 3 };

/**
 * The first place that meets nothing, else the one that does least harm: words out of the picture are worst, then words
 * upon words, then lines. Sidewards a place moves until it is within the picture.
 * @param places in order of preference
 */
export const bestPlace = (...asked: Parameters<typeof bestOf>): Box => bestOf(...asked).box;

/** The same with the harm that it does. */
function bestOf(
  places: readonly Corner[],
  { width, height }: Size,
  within: Box,
  boxes: readonly Box[],
  segments: readonly Segment[] = [],
): { box: Box; cost: number } {
  const costs = places.map(([wanted, y], rank) => {
    const x = Math.max(Math.min(wanted, within[2] - width), within[0]);
    const box: Box = [x, y, x + width, y + height];
    const near: Box = [x - 1.2, y - 0.6, x + width + 1.2, y + height + 0.6];
    const isOutside = box[1] < within[1] || box[3] > within[3];
    const cost =
      rank * harm.rank +
      boxes.filter((other) => meet(box, other)).length * harm.words +
      (isOutside ? harm.outside : 0) +
      segments.filter((segment) => crosses(segment, near)).length * harm.line;
    return { box, cost };
  });
  return costs.reduce((best, each) => (each.cost < best.cost ? each : best));
}

/** Where the first of several ways to set the same words stands clear, or the one that does least harm. */
export function bestWay<W extends { size: Size; places: readonly Corner[] }>(
  ways: readonly W[],
  within: Box,
  boxes: readonly Box[],
  segments: readonly Segment[],
): W & { box: Box } {
  const tried = ways.map((way) => ({ ...way, ...bestOf(way.places, way.size, within, boxes, segments) }));
  return tried.find(({ cost }) => cost < 1) ?? tried.reduce((best, each) => (each.cost < best.cost ? each : best));
}

export const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Whether a segment runs through a box: what is left of it when all four sides have cut their part off. */
export function crosses([x, y, endX, endY]: Segment, [left, top, right, bottom]: Box): boolean {
  const [dx, dy] = [endX - x, endY - y];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, x - left],
    [dx, right - x],
    [-dy, y - top],
    [dy, bottom - y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from < to;
}

/**
 * Above or below a point first, then beside it, then further away.
 * @param steps how many of them away at most: a figure belongs to its point, words in place of one to their moment only
 * @param step from one place to the next
 */
export function around(
  x: number,
  y: number,
  { width: w, height: h }: Size,
  gap: number,
  isBelow: boolean,
  steps: 3 | 12 | 36 = 3,
  step = h,
): Corner[] {
  const row = (top: number): Corner[] => [0.5, 0.8, 0.2, 1, 0].map((share) => [x - w * share, top]);
  const [above, below] = [row(y - gap - h), row(y + gap)];
  const far = Array.from({ length: steps }, (_, index) => (index + 1) * 1.1 * step).flatMap((away): Corner[] => {
    const [top, bottom] = [y - gap - h - away, y + gap + away];
    return [...row(top), ...row(bottom), [x - w - 0.8 * h, top], [x + 0.8 * h, bottom]];
  });
  return [
    ...(isBelow ? [...below, ...above] : [...above, ...below]),
    [x + gap, y - h / 2],
    [x - gap - w, y - h / 2],
    // Clear of a line that runs up and down close to the point.
    [x - w - 0.8 * h, y - gap - h],
    [x + 0.8 * h, y + gap],
    [x + 0.8 * h, y - gap - h],
    [x - w - 0.8 * h, y + gap],
    ...far,
  ];
}

/** At the end of a line: beside it first. */
export function rightOf(x: number, y: number, size: Size, gap: number): Corner[] {
  const h = size.height;
  const beside = [0.5, 1, 0, 1.6, -0.6].map((share): Corner => [x + gap, y - share * h]);
  return [...beside, ...around(x, y, size, gap, false)];
}

/** Beside the upper end of a line that runs up and down. */
export function besideTop(x: number, top: number, { width, height }: Size, gap: number): Corner[] {
  const tops = [top, top + height * 1.3];
  return [...tops.map((y): Corner => [x + gap, y]), ...tops.map((y): Corner => [x - gap - width, y])];
}
