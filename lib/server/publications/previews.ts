import "server-only";
import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { type PreviewStep, type PublicationSettings, previewSteps } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { type FileKey, fileKey } from "@/lib/server/files/file-key";
import { log } from "@/lib/server/log/log";
import { keepPage, keptPage, type PreviewPage } from "./kept-previews";
import { readDocument } from "./read-content";
import { renderWebPage } from "./render";

// Previews take as long as publications, but nobody hands them to a minister: they are made in the process that is asked, one
// person's apart from another's, are forgotten soon, and end when nobody waits for them. What is ready stands among the files,
// where every server finds it: one that is asked while another makes it makes its own, unless that is ready first.

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

/** One that nobody asked for so long is stopped while it is made (soon, if all went away), and forgotten when it has failed. */
const UNASKED_MS = { left: 2_000, making: 15_000, over: 5 * 60_000 };

/** How many may wait or be made; whoever comes then waits for their turn to wait. */
const MOST_MAKING = 24;

interface Preview {
  step: PreviewStep;
  isReady: boolean;
  isFailed: boolean;
  stop: AbortController;
  /** Says `change` at each step, and at the end. */
  heard: EventEmitter;
  /** Requests that wait for a change. */
  waiting: number;
  forget: NodeJS.Timeout | null;
}

/** What is made here, or ended unseen. */
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
  const kept = await keptPage(key);
  if (kept) return { state: "ready", page: kept };
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
  if (!isOver(preview)) return { state: "making", step: preview.step };
  // Asked again, it is tried again.
  drop(key, preview);
  const page = await keptPage(key);
  if (page) return { state: "ready", page };
  return { state: preview.isFailed ? "failed" : "stopped" };
}

/** Stops what the person began, if it isn't ready; whoever waits for it in another window hears of it. */
export async function stopPreview(wish: PreviewWish): Promise<void> {
  const key = await keyOf(wish);
  const preview = previews.get(key);
  if (preview) drop(key, preview);
}

/** The files that somebody chose make no difference, and a newer results version makes all of it. */
async function keyOf({ plan, settings: { formats: _, ...settings }, by }: PreviewWish): Promise<FileKey> {
  const client = await db();
  const latest = await client.resultsVersion.findFirst({
    where: { plan: { code: plan } },
    orderBy: { version: "desc" },
    // Another database that stood here before had other results of that number.
    select: { version: true, createdAt: true },
  });
  const wished = JSON.stringify([by, plan, latest, settings]);
  return fileKey("preview", createHash("sha256").update(wished).digest("hex"));
}

function begin(key: FileKey, { plan, settings }: PreviewWish): Preview | null {
  if ([...previews.values()].filter((other) => !isOver(other)).length >= MOST_MAKING) return null;
  const preview: Preview = {
    ...{ step: "waiting", isReady: false, isFailed: false, waiting: 0, forget: null },
    stop: new AbortController(),
    heard: new EventEmitter(),
  };
  previews.set(key, preview);
  make(key, preview, plan, settings)
    .catch((error: unknown) => {
      if (preview.stop.signal.aborted) return;
      log.error({ err: error, plan }, "A preview failed.");
      preview.isFailed = true;
    })
    .finally(() => preview.heard.emit("change"));
  return preview;
}

async function make(key: FileKey, preview: Preview, plan: string, settings: PublicationSettings): Promise<void> {
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
  signal.throwIfAborted();
  await keepPage(key, bytes);
  preview.isReady = true;
  // From now on it is found among the files.
  previews.delete(key);
}

function goOn(preview: Preview, step: PreviewStep): void {
  preview.step = step;
  preview.heard.emit("change");
}

const isOver = ({ isReady, isFailed, stop }: Preview) => isReady || isFailed || stop.signal.aborted;

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
