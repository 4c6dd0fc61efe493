import type { Memory } from "@/components/entry/state/unsent-cells";
import type { LargePlace, Named } from "./kept-text";
import { LastingMemory, type Told } from "./lasting-memory";

const name = "spaiv-kept";
const texts = "texts";
/** In `localStorage`: the browser was asked to keep all of it. */
const wanted = "spaiv-persist";
/** A database that doesn't answer for so long counts as none, for as long as the page stands: nothing comes after it was missed. */
const PATIENCE_MS = 20_000;

let memory: LastingMemory | null = null;
let ready: Promise<void> | null = null;
let isReady = false;

/** Null on the server, and where the browser keeps nothing. What it had before is known once `browserMemoryReady` says so. */
export function browserMemory(): Memory | null {
  try {
    if (typeof window === "undefined" || !window.localStorage) return null;
    // Without a database there is nothing to wait for.
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
  return memory?.onChange((change) => heard(change?.key ?? null, change?.before ?? null)) ?? (() => {});
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

/** IndexedDB. Where it doesn't open, each use of it says so; a connection that the browser closed is opened once more. */
function largePlace(): LargePlace {
  let opened = openDatabase();
  opened.catch(() => {});
  const using = async <T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> => {
    const first = opened;
    try {
      return await use(await first);
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== "InvalidStateError") throw problem;
      if (opened === first) opened = openDatabase();
      return use(await opened);
    }
  };
  const change = (make: (store: IDBObjectStore) => void) =>
    using((database) => {
      const transaction = database.transaction(texts, "readwrite", { durability: "strict" });
      make(transaction.objectStore(texts));
      // Other windows wait for it, and this one may be about to print.
      transaction.commit();
      return new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    });
  return {
    all: () =>
      using(async (database) => {
        const store = database.transaction(texts).objectStore(texts);
        const [keys, values] = await inTime(Promise.all([result(store.getAllKeys()), result(store.getAll())]));
        return keys.map((key, index): Named => {
          // An earlier version gave no numbers.
          const [name, at] = Array.isArray(key) ? key : [key, 0];
          return [String(name), { text: String(values[index]), at: Number(at) }];
        });
      }),
    // The number is a part of the key, so that what is older goes, and nothing newer, without being read first.
    write: (changes) => {
      askToStay();
      return change((store) => {
        for (const [key, { text, at }] of changes) {
          store.delete(IDBKeyRange.bound([key], [key, at]));
          store.put(text, [key, at]);
        }
      });
    },
    forget: (some) =>
      change((store) => {
        for (const [key, { at }] of some) store.delete(at === 0 ? key : [key, at]);
      }),
  };
}

/** What waits for a line isn't to make room for what others keep. Some browsers ask their person: so it is wanted once. */
function askToStay(): void {
  try {
    if (navigator.onLine || localStorage.getItem(wanted) !== null) return;
    localStorage.setItem(wanted, "1");
    navigator.storage.persist().catch(() => {});
  } catch {
    // A browser without that keeps it as long as it likes.
  }
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
