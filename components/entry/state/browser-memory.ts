import { type LargePlace, LastingMemory, type Told } from "./lasting-memory";
import type { Memory } from "./unsent-cells";

const name = "spaiv-kept";
const texts = "texts";
/** A database that doesn't answer for so long counts as none, for as long as the page stands: nothing comes after it was missed. */
const PATIENCE_MS = 20_000;

let memory: LastingMemory | null = null;
let ready: Promise<void> | null = null;
let isReady = false;

/** Null on the server, and where the browser keeps nothing. What it had before is known once `browserMemoryReady` says so. */
export function browserMemory(): Memory | null {
  try {
    if (typeof window === "undefined" || !window.localStorage) return null;
    // A browser without a database is as full as its first place, and in one without channels windows couldn't tell each other.
    if (typeof indexedDB === "undefined" || typeof BroadcastChannel === "undefined") return window.localStorage;
    memory ??= openMemory(window.localStorage);
    return memory;
  } catch {
    return null;
  }
}

/** Once all is known that the browser keeps. */
export async function browserMemoryReady(): Promise<void> {
  browserMemory();
  ready ??= Promise.resolve(memory?.ready).then(() => {
    isReady = true;
  });
  await ready;
}

/** Whether that is so now. */
export const isMemoryReady = (): boolean => isReady;

/**
 * Called when another window of the browser keeps or forgets something, with what was kept under that name before; and
 * without a name once more is known.
 */
export function onKeptChange(heard: (key: string | null, before: string | null) => void): () => void {
  browserMemory();
  if (memory) return memory.onChange((change) => heard(change?.key ?? null, change?.before ?? null));
  const hear = ({ key, oldValue }: StorageEvent) => heard(key, oldValue);
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

function openMemory(journal: Storage): LastingMemory {
  const place = largePlace();
  const windows = new BroadcastChannel(name);
  const opened = new LastingMemory(journal, place, (told) => windows.postMessage(told));
  windows.addEventListener("message", ({ data }: MessageEvent<Told>) => opened.heard(data));
  // A page that was put aside heard nothing.
  window.addEventListener("pageshow", ({ persisted }) => persisted && void opened.look());
  return opened;
}

/** IndexedDB. Where it doesn't open, each use of it says so. */
function largePlace(): LargePlace {
  const opened = openDatabase();
  opened.catch(() => {});
  return {
    all: async () => {
      const store = (await opened).transaction(texts).objectStore(texts);
      const [keys, values] = await inTime(Promise.all([result(store.getAllKeys()), result(store.getAll())]));
      return keys.map((key, at) => [String(key), String(values[at])] as const);
    },
    write: async (changes) => {
      const transaction = (await opened).transaction(texts, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(texts);
      for (const [key, text] of changes) {
        if (text === null) store.delete(key);
        else store.put(text, key);
      }
      // Other windows wait for it, and this one may be about to print.
      transaction.commit();
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    },
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(texts);
  const opening = result(request);
  // A later build's database isn't kept waiting by this page.
  opening.then(
    (opened) => {
      opened.onversionchange = () => opened.close();
    },
    () => {},
  );
  return inTime(opening);
}

/** Fails where the database hasn't answered in time. */
function inTime<T>(asked: Promise<T>): Promise<T> {
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("the database doesn't answer")), PATIENCE_MS),
  );
  return Promise.race([asked, tooLate]);
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
