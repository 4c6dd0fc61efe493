import { isAboutSession } from "@/lib/domain/refusal";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { CellEvent, CellState } from "./cell-state";
import type { EntryStore, Place } from "./entry-store";
import { forgetUnsent, keepUnsent, type Memory, type Owner, type UnsentCell, unsentCells } from "./unsent-cells";

/** So many saves are on their way at once; the others wait their turn. */
const atOnce = 4;

/** A change of this report that has no row on this sheet. */
export interface Elsewhere {
  unsent: UnsentCell;
  /** Null while it is only waiting for the server; else why it wasn't stored. */
  problem: Message | null;
}

/** Called with what the server answered to a save, once the cell is as it made it. */
type Answered = (unsent: UnsentCell, event: CellEvent) => void;

interface Parts {
  store: EntryStore;
  owner: Owner;
  /** Null where the browser keeps nothing. */
  memory: Memory | null;
  send: (unsent: UnsentCell) => Promise<CellEvent>;
}

/**
 * Brings what was typed to the server. A change is kept in the browser's memory before it is sent and forgotten when it
 * is acknowledged; nothing else removes it but the person who typed it.
 */
export class CellSaver {
  private readonly running = new Set<string>();
  private elsewhereNow: readonly Elsewhere[] = [];
  private readonly listeners = new Set<() => void>();
  private isRestored = false;
  private isSendingElsewhere = false;
  private readonly answered = new Set<Answered>();

  constructor(private readonly parts: Parts) {
    parts.store.watch((place, state) => {
      this.remember(place, state);
      this.drive();
    });
  }

  readonly elsewhere = (): readonly Elsewhere[] => this.elsewhereNow;
  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  onAnswer(heard: Answered): () => void {
    this.answered.add(heard);
    return () => this.answered.delete(heard);
  }

  /** Takes up what an earlier visit left unsent. */
  restore(): void {
    const { memory, owner, store } = this.parts;
    if (this.isRestored || !memory) return;
    this.isRestored = true;
    const unsent = unsentCells(memory, owner);
    this.tell(unsent.filter(({ indicator }) => !store.knows(indicator)).map(asElsewhere));
    for (const { indicator, cell, entered, expectedRevision, refused } of unsent)
      if (store.knows(indicator))
        store.dispatch({ indicator, cell }, { type: "restored", entered, expectedRevision, refused });
    void this.sendElsewhere();
  }

  /** Another window of this browser may have left changes, or sent them. */
  lookAgain(): void {
    const { memory, owner, store } = this.parts;
    if (!memory) return;
    const known = new Map(this.elsewhereNow.map((each) => [JSON.stringify(each.unsent), each]));
    const left = unsentCells(memory, owner).filter(({ indicator }) => !store.knows(indicator));
    this.tell(left.map((unsent) => known.get(JSON.stringify(unsent)) ?? asElsewhere(unsent)));
  }

  /** The page is about to go, or to be put aside: what is being typed counts as left. */
  leaveAll(): void {
    for (const [place, { phase }] of [...this.parts.store.places()])
      if (phase.at === "typing") this.parts.store.dispatch(place, { type: "left" });
  }

  /** The server may answer now. */
  retry(): void {
    for (const [place] of [...this.parts.store.places()]) this.parts.store.dispatch(place, { type: "retried" });
    void this.sendElsewhere();
  }

  /** Saves a cell that has no row here, as durably as the others. */
  saveElsewhere(unsent: UnsentCell): void {
    const { memory, owner } = this.parts;
    if (memory) keepUnsent(memory, owner, unsent);
    this.tell([...this.elsewhereNow, { unsent, problem: null }]);
    void this.sendElsewhere();
  }

  discardElsewhere(unsent: UnsentCell): void {
    const { memory, owner } = this.parts;
    if (memory) forgetUnsent(memory, owner, unsent);
    this.tell(this.elsewhereNow.filter((each) => each.unsent !== unsent));
  }

  private remember({ indicator, cell }: Place, { typed, revision, phase }: CellState) {
    const { memory, owner } = this.parts;
    if (!memory || phase.at === "typing") return;
    if (phase.at === "rest") forgetUnsent(memory, owner, { indicator, cell });
    else {
      const refused = phase.at === "refused" && !phase.again ? { refused: phase.problem } : {};
      keepUnsent(memory, owner, { indicator, cell, expectedRevision: revision, entered: typed, ...refused });
    }
  }

  private drive() {
    for (const [place, { phase }] of this.parts.store.places()) {
      if (this.running.size >= atOnce) return;
      if (phase.at === "waiting") void this.sendOne(place);
    }
  }

  private async sendOne(place: Place) {
    const { store, send } = this.parts;
    const key = `${place.indicator} ${place.cell}`;
    if (this.running.has(key)) return;
    this.running.add(key);
    const { typed, revision } = store.cellAt(place);
    store.dispatch(place, { type: "sent" });
    const unsent = { ...place, expectedRevision: revision, entered: typed };
    const event = await send(unsent);
    this.running.delete(key);
    store.dispatch(place, event);
    for (const heard of this.answered) heard(unsent, event);
    this.drive();
  }

  /** One after another, and those too that come meanwhile; it stops where the server can't be reached. */
  private async sendElsewhere() {
    if (this.isSendingElsewhere) return;
    this.isSendingElsewhere = true;
    const tried = new Set<UnsentCell>();
    for (let next = this.dueElsewhere(tried); next; next = this.dueElsewhere(tried)) {
      const { unsent } = next;
      tried.add(unsent);
      const event = await this.parts.send(unsent);
      if (event.type === "acknowledged") this.discardElsewhere(unsent);
      else if (event.type !== "unreachable") this.keepRefused(unsent, event);
      for (const heard of this.answered) heard(unsent, event);
      if (event.type === "unreachable") break;
    }
    this.isSendingElsewhere = false;
  }

  private keepRefused(unsent: UnsentCell, event: CellEvent) {
    const { memory, owner } = this.parts;
    const problem = problemOf(event);
    const isForGood = event.type === "refused" && !event.again;
    const kept = isForGood ? { ...unsent, refused: problem } : unsent;
    if (memory && isForGood) keepUnsent(memory, owner, kept);
    this.tell(this.elsewhereNow.map((each) => (each.unsent === unsent ? { unsent: kept, problem } : each)));
  }

  private dueElsewhere(tried: ReadonlySet<UnsentCell>): Elsewhere | undefined {
    return this.elsewhereNow.find(
      ({ unsent, problem }) => !tried.has(unsent) && (problem === null || isAboutSession(problem.key)),
    );
  }

  private tell(elsewhere: readonly Elsewhere[]) {
    this.elsewhereNow = elsewhere;
    for (const listen of this.listeners) listen();
  }
}

const asElsewhere = (unsent: UnsentCell): Elsewhere => ({ unsent, problem: unsent.refused ?? null });

function problemOf(event: CellEvent): Message {
  if (event.type === "refused") return event.problem;
  if (event.type === "rejected") return event.problems[0]!;
  return { key: "changedMeanwhile" };
}
