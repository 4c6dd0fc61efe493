import { LastingMemory, type Overflow } from "./lasting-memory";
import type { Memory } from "./unsent-cells";

const name = "spaiv-kept";
const texts = "texts";

let memory: LastingMemory | null = null;

/** Null on the server, and where the browser keeps nothing. */
export function browserMemory(): Memory | null {
  try {
    if (typeof window === "undefined" || !window.localStorage) return null;
    memory ??= openMemory(window.localStorage);
    return memory;
  } catch {
    return null;
  }
}

function openMemory(first: Storage): LastingMemory {
  const opened = new LastingMemory(first, overflow());
  // Whoever looked already looks again.
  void opened.ready.then((isMore) => isMore && window.dispatchEvent(new StorageEvent("storage")));
  return opened;
}

/** Once all is known that the browser keeps; never where its database doesn't open. */
export async function browserMemoryReady(): Promise<void> {
  browserMemory();
  await memory?.ready;
}

/** IndexedDB; null where there is none. */
function overflow(): Overflow | null {
  if (typeof indexedDB === "undefined") return null;
  const opened = openDatabase();
  // Without it nothing is kept beyond the first place, as each use of it says.
  opened.catch(() => {});
  const write = async (change: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await opened).transaction(texts, "readwrite", { durability: "strict" });
    change(transaction.objectStore(texts));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  };
  const windows = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  windows?.addEventListener("message", ({ data: { key, text } }) => {
    const oldValue = memory?.getItem(key) ?? null;
    memory?.heard(key, text);
    // As the browser itself says of the first place.
    window.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue: text }));
  });
  return {
    all: async () => {
      const store = (await opened).transaction(texts).objectStore(texts);
      const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
      return keys.map((key, at) => [String(key), String(values[at])] as const);
    },
    put: (key, text) => write((store) => void store.put(text, key)),
    remove: (key) => write((store) => void store.delete(key)),
    tell: (key, text) => windows?.postMessage({ key, text }),
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
