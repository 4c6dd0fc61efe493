import type { Memory } from "@/components/entry/state/unsent-cells";
import { isNewer, type Kept, read, written } from "./kept-text";

/** Of the names in it these are ours. */
const isOurs = (key: string) => key.startsWith("spaiv-unsent/") || key.startsWith("spaiv-words/");
/** Holds space, which others who use the same place would fill. */
const reserve = "spaiv-reserve";
const reserved = 50_000;

/** What `localStorage` has until the large place confirms it: with its number, and with what is to be removed. */
export class Journal {
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
