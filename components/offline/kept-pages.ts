// The pages of opened reports that this browser keeps for when there is no line. What keeps them is a service worker
// (public/app/offline-worker.js); what any page may do with them stands here.

import type { MendFields } from "@/components/report/check/mend-answer";
import { serverAnswers } from "@/components/ui/forms/server-answers";

const worker = "/app/offline-worker.js";

export const keepsPages = (): boolean =>
  typeof window !== "undefined" && "serviceWorker" in navigator && "caches" in window;

/**
 * The worker of this build, once it runs.
 * @param build another one begins with nothing kept
 */
export async function offlineWorker(build: string): Promise<ServiceWorker> {
  const address = `${worker}?build=${build}`;
  const registration = await navigator.serviceWorker.register(address, { scope: "/", updateViaCache: "none" });
  const { installing, waiting, active } = registration;
  const own = [installing, waiting, active].find((each) => each?.scriptURL.endsWith(address));
  if (!own) throw new Error("another build registers its worker");
  if (own.state === "activated") return own;
  return new Promise((resolve, reject) => {
    own.addEventListener("statechange", () => {
      if (own.state === "activated") resolve(own);
      if (own.state === "redundant") reject(new Error("the worker was replaced"));
    });
  });
}

/** Whether the browser can show a page of this path without a line. */
export async function isKeptPage(pathname: string): Promise<boolean> {
  if (!keepsPages()) return false;
  try {
    const until = await (await caches.match("/~until"))?.text();
    return Date.now() < Number(until ?? 0) && (await caches.match(pathname)) !== undefined;
  } catch {
    return false;
  }
}

/** What the check makes fields of, as it was when the report was kept; null where it isn't. */
export async function keptFields(base: string): Promise<MendFields | null> {
  const path = `${base}/~fields`;
  try {
    return (await isKeptPage(path)) ? await (await caches.match(path))?.json() : null;
  } catch {
    return null;
  }
}

/** Forgets all pages, and what keeps them: nobody is signed in here any more, or is about to be. Values and words stay. */
export async function forgetKeptPages(): Promise<void> {
  if (!keepsPages()) return;
  try {
    const registration = await navigator.serviceWorker.getRegistration("/");
    for (const each of [registration?.installing, registration?.waiting, registration?.active])
      each?.postMessage({ type: "forget" });
    const names = (await caches.keys()).filter((name) => name.startsWith("spaiv-"));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration?.unregister();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * As `forgetKeptPages`, on the way out: without a server nobody is signed out, and goes on with the pages that are kept.
 * @returns whether the server answers
 */
export async function forgetOnLeaving(): Promise<boolean> {
  const answers = await serverAnswers();
  if (answers) await forgetKeptPages();
  return answers;
}

/** When this very page was kept, in a page that is shown without the server; else null. */
export const keptSince = (): string | null => document.documentElement.dataset.keptAt ?? null;
