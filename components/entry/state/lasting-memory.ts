import type { Memory } from "./unsent-cells";

/** Where texts are kept for long (IndexedDB): it has room, and answers later. */
export interface LargePlace {
  all: () => Promise<readonly (readonly [key: string, text: string])[]>;
  /** Writes all of them, or removes those without a text; comes to an end once that is safe. */
  write: (changes: ReadonlyMap<string, string | null>) => Promise<void>;
}

/** What one window tells the others of the browser. */
export interface Told {
  key: string;
  /** Null: it was removed. */
  text: string | null;
  at: number;
}

/** @param change null: more is known than before */
type Listener = (change: { key: string; before: string | null } | null) => void;

/** Of the names in the journal these are ours. */
const isOurs = (key: string) => key.startsWith("spaiv-unsent/") || key.startsWith("spaiv-words/");
/** Stands in the journal for what is to be removed: no text that is kept is empty. */
const removed = "";
/** Holds room for the journal, which others who use the same place would fill. */
const reserve = "spaiv-reserve";
const reserved = 50_000;

/**
 * What a browser keeps of values and words that aren't stored yet. The large place has them; the journal (`localStorage`)
 * has each write until the large place confirms it, for a closing window commits nothing, and a text that was typed right
 * before must be safe by a write that waits for nobody. What stands in the journal at the start is newer than the large
 * place, whoever left it there: a window that closed, or an earlier version, which had no other place.
 */
export class LastingMemory implements Memory {
  private readonly texts = new Map<string, string>();
  /** When each was changed last, here or in another window. */
  private readonly changed = new Map<string, number>();
  private readonly due = new Set<string>();
  private writing: ReadonlyMap<string, string | null> = new Map();
  /** Not confirmed, though it was tried: they stay in the journal, and are tried again with the next change. */
  private readonly failed = new Set<string>();
  /** Changed, or found in the journal, since the large place was asked last: what it answers is older. */
  private readonly newer = new Set<string>();
  private isDue = false;
  /** There is nothing but the journal. */
  private isClosed = false;
  private keys: readonly string[] | null = null;
  private readonly listeners = new Set<Listener>();
  /** Comes to an end once it is known what the large place has. */
  readonly ready: Promise<void>;

  constructor(
    private readonly journal: Memory,
    private readonly place: LargePlace,
    private readonly tellOthers: (told: Told) => void = () => {},
  ) {
    this.ready = this.look();
    this.replay();
  }

  get length(): number {
    return this.allKeys().length;
  }

  key(index: number): string | null {
    return this.allKeys()[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  /** Throws where no place takes it. */
  setItem(key: string, text: string): void {
    this.note(key, text);
    this.change(key, text);
  }

  removeItem(key: string): void {
    // Before the large place has answered, nobody means what they can't know of.
    if (!this.texts.has(key)) return;
    try {
      this.note(key, removed);
    } catch {
      this.journal.removeItem(key);
    }
    this.change(key, null);
  }

  /** Called with what another window changed, and once more is known. */
  onChange(heard: Listener): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /** Another window wrote or removed it. */
  heard({ key, text, at }: Told): void {
    if (at <= (this.changed.get(key) ?? 0)) return;
    const before = this.getItem(key);
    this.changed.set(key, at);
    this.keepNewer(key, text);
    // What this window wrote at the same time is older, though it may have come later into the journal.
    const isUnderWay = this.due.has(key) || this.writing.has(key) || this.failed.has(key);
    if (isUnderWay && !this.isNoted(key, text ?? removed)) this.journal.removeItem(key);
    this.say({ key, before });
  }

  /** Looks again what there is: a page that was put aside heard nothing. */
  async look(): Promise<void> {
    await this.read();
    this.say(null);
  }

  /** Reads the large place. What is on its way there, or was written or heard meanwhile, is newer. */
  private async read(): Promise<void> {
    this.newer.clear();
    for (const key of [...this.due, ...this.writing.keys(), ...this.failed]) this.newer.add(key);
    try {
      const all = new Map(await this.place.all());
      this.replay();
      for (const key of new Set([...this.texts.keys(), ...all.keys()]))
        if (!this.newer.has(key)) this.keep(key, all.get(key) ?? null);
    } catch {
      // Then the journal is all that there is.
      this.isClosed = true;
    }
    this.writeSoon();
    this.reserveSpace();
  }

  private replay(): void {
    const keys = Array.from({ length: this.journal.length }, (_, index) => this.journal.key(index) ?? "");
    for (const key of keys) {
      const text = isOurs(key) && !this.newer.has(key) ? this.journal.getItem(key) : null;
      if (text === null) continue;
      this.keepNewer(key, text === removed ? null : text);
      this.due.add(key);
    }
  }

  private note(key: string, text: string): void {
    if (this.isNoted(key, text)) return;
    this.journal.removeItem(reserve);
    if (this.isNoted(key, text)) return;
    if (this.isClosed) throw new Error("no place has room");
    // The large place has it a moment later. What stands here is older, and would win.
    this.journal.removeItem(key);
  }

  private isNoted(key: string, text: string): boolean {
    try {
      this.journal.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  private change(key: string, text: string | null): void {
    // No two windows change it at the same moment.
    const at = Math.max(Date.now(), (this.changed.get(key) ?? 0) + 1) + Math.random();
    this.changed.set(key, at);
    this.keepNewer(key, text);
    this.tellOthers({ key, text, at });
    for (const each of [key, ...this.failed]) this.due.add(each);
    this.failed.clear();
    this.writeSoon();
  }

  /** Once what is being done is done: a paste keeps its cells one after another. */
  private writeSoon(): void {
    if (this.isDue || this.due.size === 0) return;
    this.isDue = true;
    queueMicrotask(async () => {
      try {
        while (this.due.size > 0) await this.write();
      } finally {
        this.isDue = false;
      }
      this.reserveSpace();
    });
  }

  private async write(): Promise<void> {
    this.writing = new Map([...this.due].map((key) => [key, this.getItem(key)]));
    this.due.clear();
    const confirmed = (some: ReadonlyMap<string, string | null>) =>
      this.place.write(some).then(
        () => true,
        () => false,
      );
    const isWhole = await confirmed(this.writing);
    for (const [key, text] of this.writing) {
      // One that doesn't fit keeps no other one out.
      const isSafe = isWhole || (this.writing.size > 1 && (await confirmed(new Map([[key, text]]))));
      if (this.getItem(key) !== text) this.due.add(key);
      else if (!isSafe) {
        this.failed.add(key);
        // Where the journal has no room either, at least no older text stands in its place; without that there may be room.
        const isKept = this.isNoted(key, text ?? removed) || text === null;
        if (!isKept && (await confirmed(new Map([[key, null]]))) && (await confirmed(new Map([[key, text]]))))
          this.failed.delete(key);
      } else if (this.journal.getItem(key) === (text ?? removed)) this.journal.removeItem(key);
    }
    this.writing = new Map();
  }

  private reserveSpace(): void {
    try {
      if (this.failed.size === 0 && this.journal.getItem(reserve) === null)
        this.journal.setItem(reserve, "x".repeat(reserved));
    } catch {
      // It is full already.
    }
  }

  private keepNewer(key: string, text: string | null): void {
    this.newer.add(key);
    this.keep(key, text);
  }

  private keep(key: string, text: string | null): void {
    if (text === null) this.texts.delete(key);
    else this.texts.set(key, text);
    this.keys = null;
  }

  private allKeys(): readonly string[] {
    this.keys ??= [...this.texts.keys()];
    return this.keys;
  }

  private say(change: Parameters<Listener>[0]): void {
    for (const listen of this.listeners) listen(change);
  }
}
