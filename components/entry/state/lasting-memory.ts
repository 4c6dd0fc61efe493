import type { Memory } from "./unsent-cells";

/** A larger place, which answers later. */
export interface Overflow {
  all: () => Promise<readonly (readonly [key: string, text: string])[]>;
  put: (key: string, text: string) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** Other windows of the browser hear it. */
  tell?: (key: string, text: string | null) => void;
}

/**
 * What a browser keeps of values and words that aren't stored yet. `localStorage` comes first, for it has a text the moment
 * that it is written: IndexedDB drops what a closing window hasn't committed yet. It holds few megabytes, so that what it
 * refuses, as after a large paste without a line, goes to IndexedDB.
 */
export class LastingMemory implements Memory {
  private readonly over = new Map<string, string>();
  /** Written or removed before the larger place had answered: what it says of them is older. */
  private readonly touched = new Set<string>();
  private keys: readonly string[] | null = null;
  /** Once what the larger place has is known: whether it has anything. */
  readonly ready: Promise<boolean>;

  constructor(
    private readonly first: Memory,
    private readonly overflow: Overflow | null,
  ) {
    this.ready = overflow ? this.load(overflow).catch(() => false) : Promise.resolve(false);
  }

  get length(): number {
    return this.first.length + this.ownKeys().length;
  }

  key(index: number): string | null {
    const { length } = this.first;
    return index < length ? this.first.key(index) : (this.ownKeys()[index - length] ?? null);
  }

  getItem(key: string): string | null {
    return this.over.get(key) ?? this.first.getItem(key);
  }

  /** Throws where no place takes it. */
  setItem(key: string, text: string): void {
    this.touched.add(key);
    try {
      this.first.setItem(key, text);
    } catch (error) {
      if (!this.overflow) throw error;
      this.note(key, text);
      this.overflow.put(key, text).then(
        () => this.over.get(key) === text && this.first.removeItem(key),
        () => {},
      );
      this.overflow.tell?.(key, text);
      return;
    }
    this.drop(key);
  }

  removeItem(key: string): void {
    this.touched.add(key);
    this.first.removeItem(key);
    this.drop(key);
  }

  /** Another window wrote or removed it. */
  heard(key: string, text: string | null): void {
    this.touched.add(key);
    this.note(key, text);
  }

  private async load(overflow: Overflow): Promise<boolean> {
    let isMore = false;
    for (const [key, text] of await overflow.all()) {
      if (this.touched.has(key)) {
        // Removed, or in the first place by now: what stays here would come back with the next page.
        if (!this.over.has(key)) void overflow.remove(key).catch(() => {});
      } else if (this.first.getItem(key) === null) {
        this.note(key, text);
        isMore = true;
      } else void overflow.remove(key).catch(() => {});
    }
    return isMore;
  }

  private drop(key: string): void {
    if (!this.over.has(key)) return;
    this.note(key, null);
    void this.overflow?.remove(key).catch(() => {});
    this.overflow?.tell?.(key, null);
  }

  private note(key: string, text: string | null): void {
    if (text === null) this.over.delete(key);
    else this.over.set(key, text);
    this.keys = null;
  }

  /** Those that only the larger place has: an older text of one may stand in the first. */
  private ownKeys(): readonly string[] {
    this.keys ??= [...this.over.keys()];
    return this.keys.filter((key) => this.first.getItem(key) === null);
  }
}
