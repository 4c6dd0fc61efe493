import { type ListedNotPasted, type NotPasted, notPastedList } from "@/lib/schemas/tab-memory";
import { keepInTab, recall, type TabMemory } from "./session-memory";
import type { Owner } from "./unsent-cells";

const none: readonly ListedNotPasted[] = [];

/** What was pasted and didn't land, until a person dismisses it: on whichever goal's sheet they are, and over a reload. */
export class NotPastedList {
  private list: readonly ListedNotPasted[];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly memory: TabMemory | null,
    private readonly owner: Owner,
  ) {
    this.list = recall(memory, owner, "not-pasted", notPastedList) ?? none;
  }

  readonly now = (): readonly ListedNotPasted[] => this.list;
  /** The server knows of no clipboard. */
  readonly atFirst = (): readonly ListedNotPasted[] => none;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  add(more: readonly NotPasted[]): void {
    const next = (this.list.at(-1)?.id ?? 0) + 1;
    if (more.length > 0) this.set([...this.list, ...more.map((each, index) => ({ ...each, id: next + index }))]);
  }

  dismiss(): void {
    this.set(none);
  }

  private set(list: readonly ListedNotPasted[]) {
    this.list = list;
    keepInTab(this.memory, this.owner, "not-pasted", list);
    for (const listen of this.listeners) listen();
  }
}
