import "server-only";
import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type PreviewStep, type PublicationSettings, previewSteps } from "@/lib/domain/publication";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { log } from "@/lib/server/log/log";
import { latestVersion } from "@/lib/server/results/read/latest-version";
import { readDocument } from "./read-content";
import { renderWebPage } from "./render";

// Previews take as long as publications, but nobody hands them to a minister: they live in this process, one person's
// apart from another's, are forgotten soon, and end when nobody waits for them. Another server of the same database makes
// its own.

/** A web page, with the policy under which it is shown. */
export interface PreviewPage {
  bytes: Uint8Array<ArrayBuffer>;
  policy: string;
}

export type PreviewAnswer =
  | { state: "making"; step: PreviewStep }
  | { state: "ready"; page: PreviewPage }
  | { state: "stopped" | "failed" };

/** What somebody wants to see. The caller has asked whether they may. */
interface PreviewWish {
  plan: string;
  settings: PublicationSettings;
  /** Person. */
  by: number;
}

/** One that nobody asked for so long is stopped while it is made (soon, if all went away), and forgotten when it is over. */
const UNASKED_MS = { left: 2_000, making: 15_000, over: 5 * 60_000 };

/** How many are kept when they are ready: five megabytes each, of a whole regional report. */
const MOST_READY = 8;

/** How many may wait or be made; whoever comes then waits for their turn to wait. */
const MOST_MAKING = 24;

interface Preview {
  step: PreviewStep;
  page: PreviewPage | null;
  isFailed: boolean;
  stop: AbortController;
  /** Says `change` at each step, and at the end. */
  heard: EventEmitter;
  /** Requests that wait for a change. */
  waiting: number;
  forget: NodeJS.Timeout | null;
}

/** The one asked for last stands last. */
const previews = new Map<string, Preview>();
/** Results are read for one at a time, as everybody else's pages are made of the same process's time. */
let reading: Promise<unknown> = Promise.resolve();

/**
 * The web page of a publication as it would be made now, or how far it is. Waits a moment: for it to be ready, or for a
 * step after the one that was seen.
 * @param patience milliseconds to wait at most
 * @param gone when nobody waits for the answer any more
 */
export async function previewOf(
  wish: PreviewWish,
  seen: PreviewStep | null,
  patience: number,
  gone: AbortSignal,
): Promise<PreviewAnswer> {
  const key = await keyOf(wish);
  const preview = previews.get(key) ?? begin(key, wish);
  if (!preview) {
    await setTimeout(patience, undefined, { signal: gone }).catch(() => {});
    return { state: "making", step: "waiting" };
  }
  preview.waiting++;
  await changeIn(preview, seen, patience, gone);
  preview.waiting--;
  if (isOver(preview)) keepFor(key, preview, "over");
  else if (!gone.aborted) keepFor(key, preview, "making");
  else if (preview.waiting === 0) keepFor(key, preview, "left");
  if (preview.page) return { state: "ready", page: preview.page };
  // Asked again, it is tried again.
  if (isOver(preview)) drop(key, preview);
  return preview.isFailed
    ? { state: "failed" }
    : preview.stop.signal.aborted
      ? { state: "stopped" }
      : { state: "making", step: preview.step };
}

/** Stops what the person began, if it isn't ready; whoever waits for it in another window hears of it. */
export async function stopPreview(wish: PreviewWish): Promise<void> {
  const key = await keyOf(wish);
  const preview = previews.get(key);
  if (preview && !preview.page) drop(key, preview);
}

/** The files that somebody chose make no difference, and a newer results version makes all of it. */
async function keyOf({ plan, settings: { formats: _, ...settings }, by }: PreviewWish): Promise<string> {
  const version = await latestVersion(plan);
  return JSON.stringify([by, plan, version?.number ?? null, settings]);
}

function begin(key: string, { plan, settings }: PreviewWish): Preview | null {
  const all = [...previews];
  if (all.filter(([, other]) => !isOver(other)).length >= MOST_MAKING) return null;
  const ready = all.filter(([, { page, waiting }]) => page && waiting === 0);
  for (const [other, old] of ready.slice(0, Math.max(0, ready.length - MOST_READY + 1))) drop(other, old);
  const preview: Preview = {
    ...{ step: "waiting", page: null, isFailed: false, waiting: 0, forget: null },
    stop: new AbortController(),
    heard: new EventEmitter(),
  };
  previews.set(key, preview);
  make(preview, plan, settings)
    .catch((error: unknown) => {
      if (preview.stop.signal.aborted) return;
      log.error({ err: error, plan }, "A preview failed.");
      preview.isFailed = true;
    })
    .finally(() => preview.heard.emit("change"));
  return preview;
}

async function make(preview: Preview, plan: string, settings: PublicationSettings): Promise<void> {
  const { signal } = preview.stop;
  const read = reading.then(() => {
    signal.throwIfAborted();
    goOn(preview, "reading");
    return readDocument(plan, settings);
  });
  reading = read.catch(() => {});
  const document = await read;
  signal.throwIfAborted();
  goOn(preview, "html");
  const bytes = await renderWebPage(document, signal);
  preview.page = { bytes, policy: htmlPolicy(new TextDecoder().decode(bytes)) };
}

function goOn(preview: Preview, step: PreviewStep): void {
  preview.step = step;
  preview.heard.emit("change");
}

const isOver = ({ page, isFailed, stop }: Preview) => page !== null || isFailed || stop.signal.aborted;

/** Comes back when it is over, or at a step after the one seen (the first time no step counts), or after a while. */
async function changeIn(
  preview: Preview,
  seen: PreviewStep | null,
  patience: number,
  gone: AbortSignal,
): Promise<void> {
  const isNew = () => seen !== null && previewSteps.indexOf(preview.step) > previewSteps.indexOf(seen);
  const enough = new AbortController();
  const end = () => enough.abort();
  const timer = globalThis.setTimeout(end, patience);
  gone.addEventListener("abort", end);
  try {
    while (!isOver(preview) && !isNew() && !gone.aborted) {
      await once(preview.heard, "change", { signal: enough.signal });
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    gone.removeEventListener("abort", end);
  }
}

/** Begins to count anew how long nobody asked. */
function keepFor(key: string, preview: Preview, until: keyof typeof UNASKED_MS): void {
  if (previews.get(key) !== preview) return;
  previews.delete(key);
  previews.set(key, preview);
  if (preview.forget) clearTimeout(preview.forget);
  preview.forget = globalThis.setTimeout(() => {
    if (preview.waiting === 0) drop(key, preview);
  }, UNASKED_MS[until]);
  preview.forget.unref();
}

function drop(key: string, preview: Preview): void {
  if (previews.get(key) === preview) previews.delete(key);
  if (preview.forget) clearTimeout(preview.forget);
  preview.stop.abort();
  preview.heard.emit("change");
}
