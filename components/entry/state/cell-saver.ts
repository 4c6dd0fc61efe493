import { isAboutSession } from "@/lib/domain/refusal";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { CellEvent, CellState } from "./cell-state";
import { isSameEntered } from "./entered";
import type { EntryStore, Place } from "./entry-store";
import {
  forgetUnsent,
  isKept,
  keepUnsent,
  type Memory,
  type Owner,
  type UnsentCell,
  unsentCells,
} from "./unsent-cells";

/** So many saves are on their way at once. Where more wait, as after a paste, they go together in one request. */
const atOnce = 4;
/** So many cells go in one request. */
const together = 2500;

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
  /** Many at once, stored together; what became of each, in their order. */
  sendMany: (unsent: readonly UnsentCell[]) => Promise<CellEvent[]>;
  /** Calls back when there is time to send; as soon as what is being done is done unless that is given. */
  whenFree?: (drive: () => void) => void;
}

/**
 * Brings what was typed to the server. A change is kept in the browser's memory before it is sent and forgotten when it
 * is acknowledged; nothing else removes it but the person who typed it.
 */
export class CellSaver {
  private readonly running = new Set<string>();
  /** Cells that wait to be sent. */
  private readonly waiting = new Map<string, Place>();
  private elsewhereNow: readonly Elsewhere[] = [];
  private readonly listeners = new Set<() => void>();
  private isSendingElsewhere = false;
  private isDue = false;
  private readonly answered = new Set<Answered>();
  /** What this window keeps of each cell that isn't stored. */
  private readonly own = new Map<string, UnsentCell>();

  constructor(private readonly parts: Parts) {
    parts.store.watch((place, state, { event }) => {
      // What others stored settles nothing here: another window may keep a text for the same cell.
      if (event.type !== "learned") this.remember(place, state);
      if (state.phase.at === "waiting") this.waiting.set(keyOf(place), place);
      else this.waiting.delete(keyOf(place));
      this.driveSoon();
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

  /**
   * Takes up what an earlier visit left unsent; once more when the memory knows more. What is typed meanwhile, or is on its
   * way, stays as it is.
   */
  restore(): void {
    const { memory, owner, store } = this.parts;
    if (!memory) return;
    const unsent = unsentCells(memory, owner);
    const known = new Set(this.elsewhereNow.map((each) => keyOf(each.unsent)));
    const elsewhere = unsent.filter((each) => !store.knows(each.indicator) && !known.has(keyOf(each)));
    this.tell([...this.elsewhereNow, ...elsewhere.map(asElsewhere)]);
    for (const { indicator, cell, entered, expectedRevision, refused } of unsent) {
      if (!store.knows(indicator) || store.cellAt({ indicator, cell }).phase.at !== "rest") continue;
      store.dispatch({ indicator, cell }, { type: "restored", entered, expectedRevision, refused });
    }
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

  /** Changes of an indicator that has its fields here by now go on in them. */
  takeUp(indicator: string): void {
    const { store } = this.parts;
    const own = this.elsewhereNow.filter(({ unsent }) => unsent.indicator === indicator);
    if (own.length === 0) return;
    this.tell(this.elsewhereNow.filter((each) => !own.includes(each)));
    for (const { unsent } of own) {
      const { cell, entered, expectedRevision, refused } = unsent;
      store.dispatch({ indicator, cell }, { type: "restored", entered, expectedRevision, refused });
    }
  }

  /** The page is about to go, or to be put aside: what is being typed counts as left. */
  leaveAll(): void {
    for (const [place, { phase }] of [...this.parts.store.places()])
      if (phase.at === "typing") this.parts.store.dispatch(place, { type: "left" });
    // Later there may be no page any more.
    this.drive();
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
    const key = keyOf({ indicator, cell });
    const known = this.own.get(key);
    if (phase.at !== "rest") {
      const refused = phase.at === "refused" && !phase.again ? { refused: phase.problem } : {};
      const overtaken = phase.at === "overtaken" || undefined;
      const unsent = { indicator, cell, expectedRevision: revision, entered: typed, ...refused, overtaken };
      // What another window was given since stays: only what is typed here after that is newer.
      const isOlder = known && isSameEntered(known.entered, typed) && isKept(memory, owner, known) === false;
      if (!isOlder && keepUnsent(memory, owner, unsent)) this.own.set(key, unsent);
    } else if (known) {
      this.own.delete(key);
      forgetUnsent(memory, owner, known);
    }
  }

  /** Once what is being done is done: a paste commits its cells one after another. */
  private driveSoon() {
    if (this.isDue) return;
    this.isDue = true;
    const { whenFree = queueMicrotask } = this.parts;
    whenFree(() => this.drive());
  }

  private drive() {
    this.isDue = false;
    const waiting = [...this.waiting].filter(([key]) => !this.running.has(key)).map(([, place]) => place);
    if (waiting.length > atOnce) {
      if (this.running.size === 0) void this.sendAll(waiting.slice(0, together));
      return;
    }
    for (const place of waiting.slice(0, Math.max(0, atOnce - this.running.size))) void this.sendAll([place]);
  }

  private async sendAll(places: readonly Place[]) {
    const { store, send, sendMany } = this.parts;
    const unsent = places.map((place): UnsentCell => {
      const { typed, revision } = store.cellAt(place);
      this.running.add(keyOf(place));
      store.dispatch(place, { type: "sent" });
      return { ...place, expectedRevision: revision, entered: typed };
    });
    const [first] = unsent;
    const events = unsent.length === 1 && first ? [await send(first)] : await sendMany(unsent);
    for (const place of places) this.running.delete(keyOf(place));
    unsent.forEach((cell, at) => {
      const event = events[at] ?? { type: "unreachable" };
      store.dispatch({ indicator: cell.indicator, cell: cell.cell }, event);
      for (const heard of this.answered) heard(cell, event);
    });
    this.driveSoon();
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
    const isOvertaken = event.type === "overtaken";
    const kept = isForGood ? { ...unsent, refused: problem } : isOvertaken ? { ...unsent, overtaken: true } : unsent;
    // What another window keeps meanwhile is newer.
    if (memory && kept !== unsent && isKept(memory, owner, unsent) !== false) keepUnsent(memory, owner, kept);
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

const keyOf = ({ indicator, cell }: Place) => `${indicator} ${cell}`;
const asElsewhere = (unsent: UnsentCell): Elsewhere => ({ unsent, problem: unsent.refused ?? null });

function problemOf(event: CellEvent): Message {
  if (event.type === "refused") return event.problem;
  if (event.type === "rejected") return event.problems[0]!;
  return { key: "valueOvertaken" };
}
