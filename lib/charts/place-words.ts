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

/** Between which places sidewards the middle of words lies. */
export type Home = readonly [from: number, to: number];
const anywhere: Home = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * The first place that meets nothing, else the one that does least harm: words out of the picture are worst, then words
 * upon words, then lines. Sidewards a place moves until it is within the picture, or at home.
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
  home = anywhere,
): { box: Box; cost: number } {
  const left = Math.min(within[0], home[1] - width / 2);
  const right = Math.max(within[2], home[0] + width / 2);
  const costs = places.map(([wanted, y], rank) => {
    const x = Math.max(Math.min(wanted, right - width), left);
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
export function bestWay<W extends { size: Size; places: readonly Corner[]; home?: Home }>(
  ways: readonly W[],
  within: Box,
  boxes: readonly Box[],
  segments: readonly Segment[],
): W & { box: Box } {
  const tried = ways.map((way) => ({ ...way, ...bestOf(way.places, way.size, within, boxes, segments, way.home) }));
  return tried.find(({ cost }) => cost < 1) ?? tried.reduce((best, each) => (each.cost < best.cost ? each : best));
}

export const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Whether a segment runs through a box: what is left of it when all four sides have cut their part off. */
export function crosses([x, y, endX, endY]: Segment, [left, top, right, bottom]: Box): boolean {
  const [dx, dy] = [endX - x, endY - y];
  let [from, to] = [0, 1];
  for (const [step, space] of [
    [-dx, x - left],
    [dx, right - x],
    [-dy, y - top],
    [dy, bottom - y],
  ] as const) {
    if (step === 0 && space < 0) return false;
    if (step < 0) from = Math.max(from, space / step);
    if (step > 0) to = Math.min(to, space / step);
  }
  return from < to;
}

/** Above or below a point first, then beside it, then further away. */
export function around(x: number, y: number, { width: w, height: h }: Size, gap: number, isBelow: boolean): Corner[] {
  const row = (top: number): Corner[] => [0.5, 0.8, 0.2, 1, 0].map((share) => [x - w * share, top]);
  const [above, below] = [row(y - gap - h), row(y + gap)];
  const far = [1.1, 2.2, 3.3].flatMap((share): Corner[] => {
    const [top, bottom] = [y - gap - (1 + share) * h, y + gap + share * h];
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

/** Of the way to the next moment: clearly less than half of it, where words would stand for either. */
const ownShare = 0.3;

/**
 * Where the middle of words lies: within the span of the moments that they stand for, or nearer to their one moment than to
 * any other.
 * @param moments all that the axis has, in order
 */
export function homeOf([from, to]: Home, moments: readonly number[]): Home {
  if (from < to) return [from, to];
  const before = moments.findLast((each) => each < from) ?? Number.NEGATIVE_INFINITY;
  const after = moments.find((each) => each > to) ?? Number.POSITIVE_INFINITY;
  return [from - ownShare * (from - before), to + ownShare * (after - to)];
}

/** Whether words in the middle of a span reach over another moment, as if they stood for it too. */
export const reachOver = ([from, to]: Home, width: number, moments: readonly number[]): boolean =>
  moments.some((each) => (each < from || each > to) && Math.abs(each - (from + to) / 2) < width / 2);

/**
 * Over or under the middle of a span, at any height: words in place of values belong to their moments only. A place
 * further up or down comes before one that is further from the middle.
 * @param lines how many the words are set in
 */
export function over(
  [from, to]: Home,
  home: Home,
  y: number,
  { width, height }: Size,
  lines: number,
  gap: number,
  isBelow: boolean,
  [, highest, , lowest]: Box,
): Corner[] {
  const middle = (from + to) / 2;
  const reach = Math.min(middle - home[0], home[1] - middle);
  const step = Math.max(height / lines / 4, 1);
  const places = [-1, 1].flatMap((side) => {
    const first = side < 0 ? y - gap - height : y + gap;
    const space = side < 0 ? first - highest : lowest - height - first;
    return Array.from({ length: Math.max(0, Math.floor(space / step)) + 1 }, (_, away) =>
      [0, -0.5, 0.5, -1, 1].map((share) => ({
        rank: away + Math.abs(share) * 8 + (side > 0 === isBelow ? 0 : 0.5),
        corner: [middle - width / 2 + (share === 0 ? 0 : share * reach), first + side * away * step] as const,
      })),
    ).flat();
  });
  return places
    .filter(({ corner }) => Number.isFinite(corner[0]))
    .sort((one, other) => one.rank - other.rank)
    .map(({ corner }) => corner);
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
