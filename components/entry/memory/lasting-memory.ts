import type { Memory } from "@/components/entry/state/unsent-cells";
import {
  isNewer,
  type Kept,
  type LargePlace,
  markOfWindow,
  type Named,
  read,
  removalBefore,
  removalOf,
  written,
} from "./kept-text";

/** What one window tells the others of the browser. */
export interface Told extends Kept {
  key: string;
}

/** @param change null: more is known than before */
type Listener = (change: { key: string; before: string | null } | null) => void;

/** After so many changes it isn't known any more that something was removed: the journal won't come back as it was before. */
const mostChanges = 5000;

/** Of the names in it these are ours. */
const isOurs = (key: string) => key.startsWith("spaiv-unsent/") || key.startsWith("spaiv-words/");
/** Holds space, which others who use the same place would fill. */
const reserve = "spaiv-reserve";
const reserved = 50_000;

/** What `localStorage` has until the large place confirms it: with its number, and with what is to be removed. */
class Journal {
  constructor(private readonly place: Memory) {}

  keys(): string[] {
    return Array.from({ length: this.place.length }, (_, at) => this.place.key(at) ?? "").filter(isOurs);
  }

  at(key: string): Kept | undefined {
    const item = this.place.getItem(key);
    return item === null ? undefined : read(item);
  }

  /** Notes it in the place of what is older. @returns false where there is no space */
  isNoted(key: string, kept: Kept): boolean {
    try {
      if (isNewer(kept, this.at(key))) this.place.setItem(key, written(kept));
      return true;
    } catch {
      return false;
    }
  }

  /** The same, with the space that is held for it. */
  hasSpace(key: string, kept: Kept): boolean {
    if (this.isNoted(key, kept)) return true;
    this.place.removeItem(reserve);
    return this.isNoted(key, kept);
  }

  /** @param kept nothing newer than that */
  remove(key: string, kept?: Kept): void {
    const noted = this.at(key);
    if (noted && !(kept && isNewer(noted, kept))) this.place.removeItem(key);
  }

  holdSpace(): void {
    try {
      if (this.place.getItem(reserve) === null) this.place.setItem(reserve, "x".repeat(reserved));
    } catch {
      // It is full already.
    }
  }
}

/**
 * What a browser keeps of values and words that aren't stored yet. The large place has them; the journal (`localStorage`)
 * has each write until the large place confirms it, for a closing window commits nothing, and a text that was typed right
 * before must be safe by a write that waits for nobody. Of what both have the newer counts: a window that closed may have
 * left it in the journal, and a power cut may have left there what had long been removed.
 */
export class LastingMemory implements Memory {
  private readonly journal: Journal;
  private readonly texts = new Map<string, Kept>();
  /** The highest number that was given in this browser, as far as it is known. */
  private counted = 0;
  private readonly mark = markOfWindow();
  private readonly due = new Set<string>();
  private writing: ReadonlyMap<string, Kept> = new Map();
  /** Not confirmed, though it was tried: they stay in the journal, and are tried again with the next change. */
  private readonly failed = new Set<string>();
  /** Changed here since the large place was asked last: whatever it answers was written before. */
  private readonly meanwhile = new Set<string>();
  private isDue = false;
  /** There is nothing but the journal. */
  private isClosed = false;
  private keys: readonly string[] | null = null;
  private readonly listeners = new Set<Listener>();
  /** Comes to an end once it is known what the large place has. Nothing of before is known until then. */
  readonly ready: Promise<void>;

  constructor(
    journal: Memory,
    private readonly place: LargePlace,
    private readonly tellOthers: (told: Told) => void = () => {},
  ) {
    this.journal = new Journal(journal);
    this.ready = this.look();
  }

  get length(): number {
    return this.allKeys().length;
  }

  key(index: number): string | null {
    return this.allKeys()[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.texts.get(key)?.text || null;
  }

  /** Throws where no place takes it. */
  setItem(key: string, text: string): void {
    if (text === this.getItem(key) && !this.failed.has(key)) return;
    // A window that closed may have left a newer one there than is known.
    this.count(this.journal.at(key));
    const kept = this.next(text);
    if (!this.journal.hasSpace(key, kept)) {
      if (this.isClosed) throw new Error("no place has room");
      // The large place has it a moment later. What stands here is older.
      this.journal.remove(key);
    }
    this.change(key, kept);
  }

  removeItem(key: string): void {
    const known = this.texts.get(key);
    // Before the large place has answered, nobody means what they can't know of.
    if (!known?.text) return;
    const removed = removalOf(known);
    if (!this.journal.hasSpace(key, removed)) this.journal.remove(key);
    this.change(key, removed);
  }

  /** Called with what another window changed, and once more is known. */
  onChange(heard: Listener): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /** Another window wrote or removed it. */
  heard({ key, ...kept }: Told): void {
    this.count(kept);
    if (!isNewer(kept, this.texts.get(key))) return;
    const before = this.getItem(key);
    this.keep(key, kept);
    // What this window wrote at the same time is older, though it may have come later into the journal.
    const isUnderWay = this.due.has(key) || this.writing.has(key) || this.failed.has(key);
    if (isUnderWay && !this.journal.isNoted(key, kept)) this.journal.remove(key);
    this.say({ key, before });
  }

  /** Looks again what there is: a page that was put aside heard nothing. */
  async look(): Promise<void> {
    this.meanwhile.clear();
    let found: readonly Named[] = [];
    try {
      found = await this.place.all();
    } catch {
      // Then the journal is all that there is.
      this.isClosed = true;
    }
    for (const [key, kept] of found) this.find(key, kept);
    for (const key of this.journal.keys()) {
      const kept = this.journal.at(key);
      if (kept) this.find(key, kept);
      this.due.add(key);
    }
    this.writeSoon();
    if (this.failed.size === 0) this.journal.holdSpace();
    this.say(null);
    const gone = found.filter(
      ([key, kept]) => isNewer(this.texts.get(key)!, kept) || (!kept.text && kept.at < this.counted - mostChanges),
    );
    if (gone.length > 0) this.place.forget(gone).catch(() => {});
  }

  private find(key: string, kept: Kept): void {
    this.count(kept);
    const known = this.texts.get(key);
    if (!isNewer(kept, known)) return;
    if (!known || !this.meanwhile.has(key)) this.keep(key, kept);
    else {
      // It was changed here before this was known.
      const again = this.next(known.text);
      this.journal.isNoted(key, again);
      this.change(key, again);
    }
  }

  private count(kept: Kept | undefined): void {
    this.counted = Math.max(this.counted, Math.floor(kept?.at ?? 0));
  }

  private next(text: string): Kept {
    this.counted += 1;
    return { text, at: this.counted + this.mark };
  }

  private change(key: string, kept: Kept): void {
    this.meanwhile.add(key);
    this.keep(key, kept);
    this.tellOthers({ key, ...kept });
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
      if (this.failed.size === 0) this.journal.holdSpace();
    });
  }

  private async write(): Promise<void> {
    const due = [...this.due].flatMap((key) => {
      const kept = this.texts.get(key);
      return kept ? [[key, kept] as const] : [];
    });
    this.writing = new Map(due);
    this.due.clear();
    const confirmed = (some: ReadonlyMap<string, Kept>) =>
      this.place.write(some).then(
        () => true,
        () => false,
      );
    const isWhole = await confirmed(this.writing);
    for (const [key, kept] of this.writing) {
      // One that doesn't fit keeps no other one out.
      const isSafe = isWhole || (this.writing.size > 1 && (await confirmed(new Map([[key, kept]]))));
      if (this.texts.get(key) !== kept) this.due.add(key);
      else if (!isSafe) {
        this.failed.add(key);
        // Where the journal has no room either, at least no older text stands in its place; without that there may be room.
        const isKept = this.journal.isNoted(key, kept) || kept.text === "";
        const isAlone = () => confirmed(new Map([[key, removalBefore(kept)]]));
        if (!isKept && (await isAlone()) && (await confirmed(new Map([[key, kept]])))) this.failed.delete(key);
      } else this.journal.remove(key, kept);
    }
    this.writing = new Map();
  }

  private keep(key: string, kept: Kept): void {
    this.texts.set(key, kept);
    this.keys = null;
  }

  private allKeys(): readonly string[] {
    this.keys ??= [...this.texts].flatMap(([key, { text }]) => (text ? [key] : []));
    return this.keys;
  }

  private say(change: Parameters<Listener>[0]): void {
    for (const listen of this.listeners) listen(change);
  }
}
