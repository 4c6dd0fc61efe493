import { keepInTab, recall } from "@/components/entry/memory/session-memory";
import type { CellSaver } from "@/components/entry/state/cell-saver";
import type { CellEvent } from "@/components/entry/state/cell-state";
import type { EntryStore, Place } from "@/components/entry/state/entry-store";
import type { Owner, UnsentCell } from "@/components/entry/state/unsent-cells";
import { tabMemory } from "@/components/layout/tab-memory";
import { keptChanges } from "@/lib/schemas/values/tab-memory";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { ChangeLog } from "./change-log";
import { type ChangeStack, noChanges } from "./change-stack";

const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;

/** The changes of a report as this tab remembers them, on whichever goal's sheet they were made. */
export class SessionChanges {
  private readonly memory = tabMemory();
  private readonly revisions: Map<string, number>;
  private stack: ChangeStack;

  constructor(private readonly owner: Owner) {
    const recalled = recall(this.memory, owner, "changes", keptChanges);
    this.revisions = new Map(Object.entries(recalled?.revisions ?? {}));
    this.stack = recalled?.stack ?? noChanges;
  }

  /** What the server answered to a save, wherever the cell stands. */
  heard(place: Place, event: CellEvent): void {
    if (event.type !== "acknowledged") return;
    this.revisions.set(keyOf(place), event.revision);
    this.keep();
  }

  log(store: EntryStore, saver: CellSaver): ChangeLog {
    return new ChangeLog({
      store,
      stack: this.stack,
      keep: (stack) => {
        this.stack = stack;
        this.keep();
      },
      saveElsewhere: (place, entered) => this.saveElsewhere(saver, place, entered),
    });
  }

  private keep() {
    const { past, future } = this.stack;
    const known = new Set([...past, ...future].flat().map(keyOf));
    const revisions = Object.fromEntries([...this.revisions].filter(([key]) => known.has(key)));
    keepInTab(this.memory, this.owner, "changes", { stack: this.stack, revisions });
  }

  private saveElsewhere(saver: CellSaver, place: Place, entered: EnteredValue): boolean {
    const expectedRevision = this.revisions.get(keyOf(place));
    const waits = saver.elsewhere().some(({ unsent }) => keyOf(unsent) === keyOf(place));
    if (expectedRevision === undefined || waits) return false;
    const unsent: UnsentCell = { ...place, expectedRevision, entered };
    saver.saveElsewhere(unsent);
    return true;
  }
}
