import "server-only";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { PublicationFormat } from "@/lib/domain/publication";
import type { PublicationDocument } from "@/lib/publication/document";
import type { PictureFigure, PictureFormat, PictureFrame } from "@/lib/publication/picture";
import type { RenderAnswer, RenderRequest } from "@/lib/publication/render-thread";

/** Whatever takes longer than this will never end. */
const LONGEST_MS = 5 * 60_000;

/** A thread that nobody needed for so long is ended, and its memory given back. */
const IDLE_MS = 60_000;

interface Thread {
  worker: Worker;
  idle: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * One file of a publication, made in a thread of its own, so that everybody else is served meanwhile. One at a time in
 * each bundle: jobs have a thread, previews and pictures another, so that readers don't wait for a whole publication.
 * @param content as `packContent` packed it
 * @throws where it can't be made, and the signal's reason where it was stopped
 */
export function renderFile(
  content: Uint8Array,
  format: PublicationFormat,
  stop?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return inTurn({ kind: "file", content, format, root: process.cwd() }, stop);
}

/** The web page of a document that is kept nowhere, made in a thread and in turn as files are. */
export const renderWebPage = (document: PublicationDocument, stop: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  inTurn({ kind: "webPage", document, root: process.cwd() }, stop);

/** Pictures that wait or are drawn: more than that take longer than a reader's patience. */
const MOST_PICTURES = 40;
let pictures = 0;

/** So many readers ask for pictures that one more would wait too long. */
export class TooManyPictures extends Error {}

/**
 * A chart of a page as a picture, made in a thread and in turn as files are.
 * @throws TooManyPictures, and where it can't be made
 */
export async function renderPicture(
  figure: PictureFigure,
  frame: PictureFrame,
  language: string,
  format: PictureFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  if (pictures >= MOST_PICTURES) throw new TooManyPictures();
  pictures++;
  try {
    return await inTurn({ kind: "picture", figure, frame, language, format, root: process.cwd() });
  } finally {
    pictures--;
  }
}

/** Whoever is stopped while they wait hears of it at once; their turn is passed over when it comes. */
async function inTurn(request: RenderRequest, stop?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  stop?.throwIfAborted();
  const turn = last.then(() => renderNow(request, stop));
  last = turn.catch(() => {});
  if (!stop) return turn;
  const settled = new AbortController();
  try {
    return await Promise.race([
      turn,
      once(stop, "abort", { signal: settled.signal }).then(() => Promise.reject(stop.reason)),
    ]);
  } finally {
    settled.abort();
  }
}

async function renderNow(request: RenderRequest, stop?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  stop?.throwIfAborted();
  const { worker } = takeThread();
  const answered = new AbortController();
  const { signal } = answered;
  // A timer of its own: nothing else holds on to a signal that times out, and Node 20 forgets it.
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing was drawn within ${LONGEST_MS / 1000} seconds.`)), LONGEST_MS);
  });
  try {
    worker.postMessage(request);
    const answer = await Promise.race([
      once(worker, "message", { signal }).then(([message]) => message as RenderAnswer),
      once(worker, "exit", { signal }).then(([code]) => ({ error: `The thread ended (${code}).` })),
      // Nothing else stops a computation that never pauses.
      ...(stop ? [once(stop, "abort", { signal }).then(() => Promise.reject(stop.reason))] : []),
      deadline,
    ]);
    if ("error" in answer) throw new Error(answer.error);
    restThread();
    return answer.bytes;
  } catch (error) {
    await endThread();
    throw error;
  } finally {
    clearTimeout(timer);
    answered.abort();
  }
}

function takeThread(): Thread {
  thread ??= { worker: openThread(), idle: null };
  if (thread.idle) clearTimeout(thread.idle);
  thread.idle = null;
  thread.worker.ref();
  return thread;
}

function openThread(): Worker {
  // The bundler finds the thread's program by this very form of words.
  const worker =
    process.env.NEXT_RUNTIME === "nodejs"
      ? new Worker(new URL("../../publication/render-thread.ts", import.meta.url))
      : threadOfSources();
  // One that ends while it rests is replaced by the next request.
  worker.on("error", (error) => console.error("The thread that draws publications:", error));
  worker.once("exit", () => {
    if (thread?.worker === worker) thread = null;
  });
  return worker;
}

/** Where tests and scripts run the sources as they are, the thread needs what reads TypeScript. */
function threadOfSources(): Worker {
  const program = path.join(process.cwd(), "lib/publication/render-thread.ts");
  return new Worker(
    `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(program).href)}); });`,
    { eval: true },
  );
}

function restThread() {
  if (!thread) return;
  thread.worker.unref();
  thread.idle = setTimeout(endThread, IDLE_MS);
  thread.idle.unref();
}

async function endThread(): Promise<void> {
  const ended = thread;
  thread = null;
  if (ended?.idle) clearTimeout(ended.idle);
  await ended?.worker.terminate();
}
