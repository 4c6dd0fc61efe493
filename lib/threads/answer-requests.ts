import { parentPort } from "node:worker_threads";

/** What a worker thread answers; `error` is for the log, never for a reader. */
export type ThreadAnswer<A> = { answer: A } | { error: string };

/**
 * In the program of a thread that lib/server/threads/worker-thread.ts asks: every request is answered by `work`.
 * @param moved the memory of an answer that is handed over instead of copied
 */
export function answerRequests<R, A>(
  work: (request: R) => A | Promise<A>,
  moved: (answer: A) => ArrayBuffer[] = () => [],
) {
  parentPort?.on("message", async (request: R) => {
    try {
      const answer = await work(request);
      parentPort?.postMessage({ answer } satisfies ThreadAnswer<A>, moved(answer));
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ error: text } satisfies ThreadAnswer<A>);
    }
  });
}
