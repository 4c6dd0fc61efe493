import "server-only";
import { EventEmitter, once } from "node:events";
import type { PreviewStep, PublicationSettings } from "@/lib/domain/publication";
import { latestVersion } from "@/lib/server/published/latest-version";
import { readDocument } from "./read-content";
import { renderWebPage } from "./render";

// Previews take as long as publications, but nobody hands them to a minister: they live in this process, are forgotten
// soon, and end when nobody waits for them. Another server of the same database makes its own.

export type PreviewAnswer = { state: "making"; step: PreviewStep } | { state: "ready"; html: string };

/** One that nobody asked for so long is stopped while it is made (soon, if they went away), and forgotten when it is ready. */
const UNASKED_MS = { left: 2_000, making: 15_000, ready: 5 * 60_000 };

/** How many are kept at most: five megabytes each, of a whole regional report. */
const MOST = 8;

interface Preview {
  /** Person who asked for it first. */
  askedBy: number;
  step: PreviewStep;
  html: string | null;
  failed: { error: unknown } | null;
  stop: AbortController;
  /** Says `change` at each step, and at the end. */
  heard: EventEmitter;
  forget: NodeJS.Timeout | null;
}

const previews = new Map<string, Preview>();

/**
 * The web page of a publication as it would be made now, or how far it is. Waits a moment: for it to be ready, or for
 * another step than the one that was seen. The caller has asked whether the person may see it.
 * @param patience milliseconds to wait at most
 * @throws what kept it from being made; asked again, it is tried again
 */
export async function previewOf(
  asked: { plan: string; settings: PublicationSettings; by: number },
  seen: PreviewStep | null,
  patience: number,
  gone: AbortSignal,
): Promise<PreviewAnswer> {
  const key = await keyOf(asked.plan, asked.settings);
  const preview = previews.get(key) ?? begin(key, asked);
  await changeIn(preview, seen, patience, gone);
  keepFor(key, preview, preview.html !== null ? "ready" : gone.aborted ? "left" : "making");
  if (preview.failed) {
    previews.delete(key);
    throw preview.failed.error;
  }
  return preview.html === null ? { state: "making", step: preview.step } : { state: "ready", html: preview.html };
}

/** Stops what the person began, if it isn't ready. */
export async function stopPreview(asked: { plan: string; settings: PublicationSettings; by: number }): Promise<void> {
  const key = await keyOf(asked.plan, asked.settings);
  const preview = previews.get(key);
  if (preview?.askedBy === asked.by && preview.html === null) drop(key, preview);
}

/** The files that somebody chose make no difference, and a newer publication version makes all of it. */
async function keyOf(plan: string, { formats: _, ...settings }: PublicationSettings): Promise<string> {
  const version = await latestVersion(plan);
  return JSON.stringify([plan, version?.number ?? null, settings]);
}

function begin(key: string, { plan, settings, by }: { plan: string; settings: PublicationSettings; by: number }) {
  const [longestUnasked] = previews.entries();
  if (previews.size >= MOST && longestUnasked) drop(...longestUnasked);
  const preview: Preview = {
    ...{ askedBy: by, step: "reading", html: null, failed: null, forget: null },
    stop: new AbortController(),
    heard: new EventEmitter(),
  };
  previews.set(key, preview);
  make(preview, plan, settings)
    .catch((error: unknown) => {
      preview.failed = { error };
    })
    .finally(() => preview.heard.emit("change"));
  return preview;
}

async function make(preview: Preview, plan: string, settings: PublicationSettings): Promise<void> {
  const document = await readDocument(plan, settings);
  preview.stop.signal.throwIfAborted();
  preview.step = "html";
  preview.heard.emit("change");
  const bytes = await renderWebPage(document, preview.stop.signal);
  preview.html = new TextDecoder().decode(bytes);
}

const isOver = ({ html, failed, stop }: Preview) => html !== null || failed !== null || stop.signal.aborted;

/** Comes back when it is over, or at another step than the one seen (the first time no step counts), or after a while. */
async function changeIn(
  preview: Preview,
  seen: PreviewStep | null,
  patience: number,
  gone: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  const end = () => enough.abort();
  const timer = setTimeout(end, patience);
  gone.addEventListener("abort", end);
  try {
    while (!isOver(preview) && (seen === null || preview.step === seen) && !gone.aborted) {
      await once(preview.heard, "change", { signal: enough.signal });
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    gone.removeEventListener("abort", end);
  }
}

/** Begins to count anew how long nobody asked; the last asked for stands last. */
function keepFor(key: string, preview: Preview, until: keyof typeof UNASKED_MS): void {
  if (previews.get(key) !== preview) return;
  previews.delete(key);
  previews.set(key, preview);
  if (preview.forget) clearTimeout(preview.forget);
  preview.forget = setTimeout(() => drop(key, preview), UNASKED_MS[until]);
  preview.forget.unref();
}

function drop(key: string, preview: Preview): void {
  if (previews.get(key) === preview) previews.delete(key);
  if (preview.forget) clearTimeout(preview.forget);
  preview.stop.abort();
}
