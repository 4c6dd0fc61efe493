import "server-only";
import { Worker } from "node:worker_threads";
import type { PublicationFormat } from "@/lib/domain/publication";
import type { RenderAnswer, RenderRequest } from "./render-thread";

/** A thread that nobody needed for so long is ended, and its memory given back. */
const IDLE_MS = 60_000;

interface Thread {
  worker: Worker;
  idle: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * One file of a publication, made in a thread of its own, so that everybody else is served meanwhile. One at a time.
 * @param content as `packContent` packed it
 * @throws where it can't be made, and the signal's reason where it was stopped
 */
export function renderFile(
  content: Uint8Array,
  format: PublicationFormat,
  stop?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const turn = last.then(() => renderNow({ content, format, root: process.cwd() }, stop));
  last = turn.catch(() => {});
  return turn;
}

async function renderNow(request: RenderRequest, stop?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  stop?.throwIfAborted();
  const { worker } = takeThread();
  try {
    return await new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        worker.removeAllListeners();
        stop?.removeEventListener("abort", abort);
        end();
      };
      // Nothing else stops a computation that never pauses.
      const abort = () => finish(() => endThread().then(() => reject(stop?.reason)));
      stop?.addEventListener("abort", abort);
      worker.once("message", (answer: RenderAnswer) =>
        finish(() => ("bytes" in answer ? resolve(answer.bytes) : reject(new Error(answer.error)))),
      );
      worker.once("error", (error) => finish(() => endThread().then(() => reject(error))));
      worker.once("exit", (code) =>
        finish(() => endThread().then(() => reject(new Error(`The thread ended (${code}).`)))),
      );
      worker.postMessage(request);
    });
  } finally {
    restThread();
  }
}

function takeThread(): Thread {
  thread ??= { worker: openThread(), idle: null };
  if (thread.idle) clearTimeout(thread.idle);
  thread.idle = null;
  return thread;
}

/** From the sources, as scripts and tests run them, a thread needs what reads TypeScript. */
function openThread(): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const worker = new Worker(new URL("./render-thread.ts", import.meta.url), {
    ...(isSource && { execArgv: ["--import", "tsx", "--conditions=react-server"] }),
  });
  worker.unref();
  return worker;
}

function restThread() {
  if (!thread) return;
  thread.idle = setTimeout(endThread, IDLE_MS);
  thread.idle.unref();
}

async function endThread(): Promise<void> {
  const ended = thread;
  thread = null;
  if (ended?.idle) clearTimeout(ended.idle);
  await ended?.worker.terminate();
}
