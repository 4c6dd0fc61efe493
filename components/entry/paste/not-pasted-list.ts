import { keepInTab, recall } from "@/components/entry/memory/session-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import type { TabMemory } from "@/components/layout/tab-memory";
import { type ListedNotPasted, type NotPasted, notPastedList } from "@/lib/schemas/values/tab-memory";

/** Of the list on the page. */
export const notPastedId = "not-pasted";

const none: readonly ListedNotPasted[] = [];
const shownOf = (list: readonly ListedNotPasted[]) => list.filter(({ isUndone }) => !isUndone);

/** What was pasted and didn't land, until a person dismisses it: on whichever goal's sheet they are, and over a reload. */
export class NotPastedList {
  private list: readonly ListedNotPasted[];
  private shown: readonly ListedNotPasted[] = none;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly memory: TabMemory | null,
    private readonly owner: Owner,
  ) {
    this.list = recall(memory, owner, "not-pasted", notPastedList) ?? none;
    this.shown = shownOf(this.list);
  }

  /** Without the lines of a paste that is taken back. */
  readonly now = (): readonly ListedNotPasted[] => this.shown;
  /** The server knows of no clipboard. */
  readonly atFirst = (): readonly ListedNotPasted[] => none;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  /** @param paste which one they are of */
  add(more: readonly NotPasted[], paste: number): void {
    const next = (this.list.at(-1)?.id ?? 0) + 1;
    const lines = more.map((each, index) => ({ ...each, id: next + index, paste, isUndone: false }));
    if (more.length > 0) this.set([...this.list, ...lines]);
  }

  /** A paste was taken back, and its lines with it; or done again. */
  replayed(way: "undo" | "redo", paste: number): void {
    this.set(this.list.map((each) => (each.paste === paste ? { ...each, isUndone: way === "undo" } : each)));
  }

  dismiss(): void {
    this.set(none);
  }

  private set(list: readonly ListedNotPasted[]) {
    this.list = list;
    this.shown = shownOf(list);
    keepInTab(this.memory, this.owner, "not-pasted", list);
    for (const listen of this.listeners) listen();
  }
}
