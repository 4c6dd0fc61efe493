import { browserMemory, browserMemoryReady } from "@/components/entry/memory/browser-memory";
import { keepsPages, keptSince } from "@/components/offline/kept-pages";
import { type StoredMeanwhile, storedMeanwhile } from "@/lib/schemas/values/tab-memory";
import type { IsoMoment } from "@/lib/views/report-view";
import type { CellEvent } from "./cell-state";
import type { EntryStore, Place } from "./entry-store";
import { type Owner, type UnsentCell, unsentCells } from "./unsent-cells";

// A page that the browser keeps is as old as it is: what was stored from this browser since then is noted beside it, and
// wiped with it. Without that, whoever reloads without a line would see values gone that were stored, and overtake themselves.

/** So many answers of the server are noted; by then the page was kept anew. */
const mostNotes = 200;

const placeOf = ({ plan, unit, period }: Owner) => `/~stored/${plan}/${unit}/${period}/`;

/** Where pages are kept; undefined while none is. */
async function besidePages(): Promise<Cache | undefined> {
  const name = (await caches.keys()).find((each) => each.startsWith("spaiv-pages "));
  return name === undefined ? undefined : caches.open(name);
}

/** Notes what the server stored of some cells. */
export async function noteStoredCells(
  owner: Owner,
  cells: readonly (readonly [UnsentCell, CellEvent])[],
): Promise<void> {
  const stored = cells.flatMap(([{ indicator, cell, entered }, event]): StoredMeanwhile[] =>
    event.type === "acknowledged" && event.savedAt !== null
      ? [{ indicator, cell, entered, revision: event.revision, savedAt: event.savedAt }]
      : [],
  );
  if (stored.length === 0 || !keepsPages()) return;
  try {
    const cache = await besidePages();
    if (!cache) return;
    const place = placeOf(owner);
    const notes = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(place));
    for (const old of notes.slice(0, Math.max(0, notes.length - mostNotes + 1))) await cache.delete(old);
    const { indicator, revision } = stored[0]!;
    await cache.put(`${place}${Date.now()}-${indicator}-${revision}`, Response.json(stored));
  } catch {
    // The browser keeps nothing: then it keeps no page either.
  }
}

/**
 * In a kept page: takes what was stored after it was made into cells that nobody is typing in. It waits for all that isn't
 * stored yet: that is newer, and taking an older value would let go of it.
 */
export async function recallStoredCells(store: EntryStore, owner: Owner, made: IsoMoment): Promise<void> {
  if (keptSince() === null || !keepsPages()) return;
  try {
    const cache = await besidePages();
    if (!cache) return;
    const notes = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(placeOf(owner)));
    const read = await Promise.allSettled(
      notes.map(async (note) => storedMeanwhile(await (await cache.match(note))?.json())),
    );
    // What another version of the product noted is left alone.
    const stored = read.flatMap((note) => (note.status === "fulfilled" ? note.value : []));
    await browserMemoryReady();
    const memory = browserMemory();
    takeStored(
      store,
      stored.filter(({ savedAt }) => Date.parse(savedAt) > Date.parse(made)),
      memory ? unsentCells(memory, owner) : [],
    );
  } catch {
    // The page is as old as it says.
  }
}

/**
 * Takes them in the order of their revisions, as if the server had just said so.
 * @param unsent what isn't stored yet stays, whether or not it stands in its field by now
 */
export function takeStored(store: EntryStore, stored: readonly StoredMeanwhile[], unsent: readonly Place[] = []): void {
  for (const { indicator, cell, entered, revision, savedAt } of [...stored].sort(
    (one, other) => one.revision - other.revision,
  )) {
    const place = { indicator, cell };
    const isUnsent = unsent.some((each) => each.indicator === indicator && each.cell === cell);
    if (isUnsent || !store.knows(indicator)) continue;
    const now = store.cellAt(place);
    if (now.phase.at !== "rest" || now.revision >= revision) continue;
    store.dispatch(place, { type: "restored", entered, expectedRevision: now.revision });
    store.dispatch(place, { type: "sent" });
    store.dispatch(place, { type: "acknowledged", revision, savedAt });
  }
}
