import type { Page } from "@playwright/test";

/**
 * What the browser keeps of values and words that aren't stored yet, by their names: in its database, and before that in the
 * journal of what the database hasn't confirmed.
 */
export const keptTexts = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const ended = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open("spaiv-kept", 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore("texts");
    const database = await ended(opening);
    const store = database.transaction("texts").objectStore("texts");
    const [keys, texts] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())]);
    database.close();
    const journal = Object.entries(localStorage).filter(([key]) => /^spaiv-(unsent|words)\//.test(key));
    const inDatabase = keys.map((key, at) => [String(Array.isArray(key) ? key[0] : key), String(texts[at])] as const);
    const all = [...inDatabase, ...journal.map(([key, text]) => [key, text.replace(/^~[^~]*~/, "")] as const)];
    // An empty one was removed, or is about to be.
    return Object.fromEntries(Object.entries(Object.fromEntries(all)).filter(([, text]) => text !== ""));
  });

/** Their names. */
export const keptNames = async (page: Page): Promise<string[]> => Object.keys(await keptTexts(page));

/** For a window's `evaluate`: others read nothing of what the browser keeps until this window is closed. */
export async function holdKept(): Promise<void> {
  const opening = indexedDB.open("spaiv-kept", 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore("texts");
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  await new Promise<void>((resolve) => {
    const store = opening.result.transaction("texts", "readwrite").objectStore("texts");
    const hold = () => {
      store.get("held").onsuccess = hold;
      resolve();
    };
    hold();
  });
}
