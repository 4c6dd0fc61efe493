import { parentPort } from "node:worker_threads";

/** What a worker thread answers; `error` is for the log, never for a reader. */
export type ThreadAnswer<A> = { answer: A } | { error: string; isTooMuch: boolean };
/** How far it is with a request, before the answer. */
export interface ThreadProgress {
  progress: unknown;
}

/** What the engine says where something grows beyond what it can hold. */
const isTooMuch = (error: unknown) =>
  error instanceof RangeError && /call stack|allocation failed|invalid .*length|size exceeded/i.test(error.message);

/**
 * In the program of a thread that lib/server/threads/worker-thread.ts asks: every request is answered by `work`.
 * @param moved the memory of an answer that is handed over instead of copied
 */
export function answerRequests<R, A>(
  work: (request: R, progress: (progress: unknown) => void) => A | Promise<A>,
  moved: (answer: A) => ArrayBuffer[] = () => [],
) {
  parentPort?.on("message", async (request: R) => {
    try {
      const answer = await work(request, (progress) => parentPort?.postMessage({ progress } satisfies ThreadProgress));
      parentPort?.postMessage({ answer } satisfies ThreadAnswer<A>, moved(answer));
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ error: text, isTooMuch: isTooMuch(error) } satisfies ThreadAnswer<A>);
    }
  });
}
