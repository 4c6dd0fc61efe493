import { type Tick, tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { AssignmentView, MatrixRow } from "@/lib/views/assignment-view";
import { hasWords } from "@/lib/views/found-text";

/** What the address asks of the matrix. */
export interface MatrixFilter {
  find: string;
  /** A goal's code; empty: all. */
  goal: string;
  /** `unassigned`, or the id of a column; empty: all. */
  show: string;
}

export const wholeMatrix: MatrixFilter = { find: "", goal: "", show: "" };

/** Ticks that are not as they were shown: whether each is set now. */
export type Unsaved = ReadonlyMap<Tick, boolean>;

/** The ids of the columns that each row is assigned to, with what isn't saved yet. */
export function ticksNow({ rows, ticks, columns }: AssignmentView, unsaved: Unsaved): number[][] {
  if (unsaved.size === 0) return ticks;
  return rows.map(([code], at) =>
    columns.flatMap(({ id }) => ((unsaved.get(tickOf(code, id)) ?? ticks[at]!.includes(id)) ? [id] : [])),
  );
}

/** Sets or takes away a tick; one that is as it was shown has nothing to be saved. */
export function withTick(unsaved: Unsaved, shown: ReadonlySet<Tick>, ticks: readonly Tick[], isSet: boolean): Unsaved {
  const next = new Map(unsaved);
  for (const tick of ticks) {
    if (shown.has(tick) === isSet) next.delete(tick);
    else next.set(tick, isSet);
  }
  return next;
}

export const ticksShown = ({ rows, ticks }: Pick<AssignmentView, "rows" | "ticks">): Set<Tick> =>
  new Set(rows.flatMap(([code], at) => ticks[at]!.map((id) => tickOf(code, id))));

/** Which rows the filter shows, as the ticks are saved: none vanishes under the hand that ticks it. */
export function rowsShown(
  { rows, ticks, through, goals }: Pick<AssignmentView, "rows" | "ticks" | "through" | "goals">,
  { find, goal, show }: MatrixFilter,
  locale: string,
): boolean[] {
  const isFound = hasWords(find, locale);
  return rows.map((row: MatrixRow, at) => {
    const [code, title, goalAt] = row;
    if (goal !== "" && goals[goalAt]?.code !== goal) return false;
    const to = [...ticks[at]!, ...(through[at] ?? [])];
    if (show === "unassigned" ? to.length > 0 : show !== "" && !to.includes(Number(show))) return false;
    return isFound(`${code} ${title}`);
  });
}
