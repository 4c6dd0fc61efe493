import { type LargePlace, LastingMemory, type Told } from "./lasting-memory";
import type { Memory } from "./unsent-cells";

const name = "spaiv-kept";
const texts = "texts";
/** Whoever waits longer for the browser's database does without what only that has, until it answers. */
const PATIENCE_MS = 5_000;

let memory: LastingMemory | null = null;
let ready: Promise<void> | null = null;
let isReady = false;

/** Null on the server, and where the browser keeps nothing. What it had before is known once `browserMemoryReady` says so. */
export function browserMemory(): Memory | null {
  try {
    if (typeof window === "undefined" || !window.localStorage) return null;
    // A browser without a database is as full as its first place.
    if (typeof indexedDB === "undefined") return window.localStorage;
    memory ??= openMemory(window.localStorage);
    return memory;
  } catch {
    return null;
  }
}

/** Once all is known that the browser keeps. */
export async function browserMemoryReady(): Promise<void> {
  browserMemory();
  ready ??= allKnown().then(() => {
    isReady = true;
  });
  await ready;
}

async function allKnown(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (memory) await Promise.race([memory.ready, patience]);
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
  const windows = new BroadcastChannel(name);
  const opened = new LastingMemory(journal, largePlace(), (told) => windows.postMessage(told));
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
      const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
      return keys.map((key, at) => [String(key), String(values[at])] as const);
    },
    write: async (changes) => {
      const transaction = (await opened).transaction(texts, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(texts);
      for (const [key, text] of changes) {
        if (text === null) store.delete(key);
        else store.put(text, key);
      }
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(texts);
  return result(request);
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
