/**
 * Linear feasibility in real numbers, by the two-phase simplex method's first phase. For the attack tests only: it is
 * meant to share no line with the code under attack, which only walks from solutions that it knows already.
 */
export interface RealProblem {
  /** Every unknown is at least its low, and at most its high if that is finite. */
  low: readonly number[];
  high: readonly number[];
  equations: readonly { terms: readonly (readonly [unknown: number, factor: number])[]; equals: number }[];
}

const epsilon = 1e-7;

/** Real values that fulfil the problem, at a corner of what is possible; undefined if there are none. */
export function realSolution({ low, high, equations }: RealProblem): number[] | undefined {
  const size = low.length;
  const bounded = [...low.keys()].filter((unknown) => Number.isFinite(high[unknown]!));
  if (bounded.some((unknown) => high[unknown]! < low[unknown]!)) return undefined;
  // Unknowns are counted from their low. An upper bound is an equation with a slack.
  const width = size + bounded.length;
  const rows: Float64Array[] = [];
  const basis: number[] = [];
  for (const { terms, equals } of equations) {
    const row = new Float64Array(width + 1);
    let right = equals;
    for (const [unknown, factor] of terms) {
      row[unknown]! += factor;
      right -= factor * low[unknown]!;
    }
    row[width] = right;
    rows.push(right < 0 ? row.map((value) => -value) : row);
    basis.push(-1);
  }
  for (const [index, unknown] of bounded.entries()) {
    const row = new Float64Array(width + 1);
    row[unknown] = 1;
    row[size + index] = 1;
    row[width] = high[unknown]! - low[unknown]!;
    rows.push(row);
    basis.push(size + index);
  }
  // Rows without a basic unknown hold an artificial one; the goal is to bring their sum to 0.
  const goal = new Float64Array(width + 1);
  for (const [index, row] of rows.entries()) if (basis[index] === -1) subtract(goal, row, -1);
  for (let round = 0; goal[width]! > epsilon; round++) {
    const entering = choose(goal, width, round);
    if (entering === -1) return undefined;
    let leaving = -1;
    for (const [index, row] of rows.entries()) {
      if (row[entering]! <= epsilon) continue;
      const better =
        leaving === -1 ? -1 : row[width]! / row[entering]! - rows[leaving]![width]! / rows[leaving]![entering]!;
      if (better < -epsilon || (better < epsilon && (leaving === -1 || basis[index]! < basis[leaving]!)))
        leaving = index;
    }
    if (leaving === -1) throw new Error("the sum of artificial unknowns can't fall without end");
    const row = rows[leaving]!;
    const factor = row[entering]!;
    for (let at = 0; at <= width; at++) row[at]! /= factor;
    for (const other of [...rows, goal]) if (other !== row) subtract(other, row, other[entering]!);
    basis[leaving] = entering;
  }
  const values = [...low];
  for (const [index, unknown] of basis.entries()) {
    if (unknown >= 0 && unknown < size) values[unknown]! += rows[index]![width]!;
  }
  return values;
}

/** The steepest column; after many rounds the first one, which can't go in circles (Bland's rule). */
function choose(goal: Float64Array, width: number, round: number): number {
  let chosen = -1;
  for (let at = 0; at < width; at++) {
    if (goal[at]! <= epsilon) continue;
    if (round > 300) return at;
    if (chosen === -1 || goal[at]! > goal[chosen]!) chosen = at;
  }
  return chosen;
}

function subtract(row: Float64Array, other: Float64Array, factor: number) {
  if (factor === 0) return;
  for (let at = 0; at < row.length; at++) row[at]! -= factor * other[at]!;
}
