import type { CellEvent } from "@/components/entry/state/cell-state";
import { isSameEntered } from "@/components/entry/state/entered";
import type { Place } from "@/components/entry/state/entry-store";
import type { UnsentCell } from "@/components/entry/state/unsent-cells";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { KeptBecause, Undone } from "./change-log";

const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;

interface Run {
  undone: Undone;
  /** The cells that the server hasn't answered for, with what they are to hold. */
  open: Map<string, EnteredValue>;
  /** Cells that nothing is told of: another value was put over them before. */
  over: Set<string>;
}

/** Undos that wait for the server's answer: until then nobody can say that they are done. */
export class UnansweredUndos {
  private runs: Run[] = [];

  /** @returns what there is to be told at once; null while the server has to answer first */
  begin(undone: Undone, waits: (place: Place) => boolean): Undone | null {
    const open = new Map(undone.cells.flatMap(({ place, to }) => (waits(place) ? [[keyOf(place), to] as const] : [])));
    if (open.size === 0) return undone;
    this.runs.push({ undone, open, over: new Set() });
    return null;
  }

  /**
   * What the server answered to a save of any cell.
   * @param isAtRest whether nothing more is on its way for the cell
   * @returns what is over by it
   */
  answer(unsent: UnsentCell, event: CellEvent, isAtRest: boolean): Undone[] {
    const key = keyOf(unsent);
    for (const run of this.runs) {
      const to = run.open.get(key);
      if (to === undefined) continue;
      const became = outcome(event, isSameEntered(to, unsent.entered), isAtRest);
      if (became === "waits") continue;
      run.open.delete(key);
      if (became === "done") continue;
      run.over.add(key);
      if (became !== "over") run.undone.kept.push({ place: unsent, because: became });
    }
    const ended = this.runs.filter(({ open }) => open.size === 0);
    this.runs = this.runs.filter(({ open }) => open.size > 0);
    return ended.map(({ undone, over }) => ({
      ...undone,
      cells: undone.cells.filter(({ place }) => !over.has(keyOf(place))),
    }));
  }
}

function outcome(event: CellEvent, isOwn: boolean, isAtRest: boolean): "done" | "waits" | "over" | KeptBecause {
  switch (event.type) {
    case "acknowledged":
      if (isOwn) return "done";
      // An older text of the cell was on its way before; or a newer one went in its place.
      return isAtRest ? "over" : "waits";
    case "overtaken":
      return "overtaken";
    case "rejected":
      return "refused";
    case "refused":
      // Whoever signs in again finds it sent.
      return event.again ? "waits" : "refused";
    default:
      return "waits";
  }
}
