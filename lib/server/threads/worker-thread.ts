import "server-only";
import { on, once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { log } from "@/lib/server/log/log";
import type { ThreadAnswer, ThreadProgress } from "@/lib/threads/answer-requests";

/** A thread that nobody needed for so long is ended, and its memory given back. */
const IDLE_MS = 60_000;

/** How a thread ended without an answer. */
export class ThreadFailed extends Error {
  override readonly name = "ThreadFailed";

  constructor(
    readonly reason: "tooLong" | "outOfMemory" | "ended",
    message: string,
  ) {
    super(message);
  }
}

export interface ThreadProgram {
  /** What the log calls it. */
  name: string;
  /**
   * Opens the bundled program. The bundler finds it by these very words and no others:
   * `new Worker(new URL("./x.ts", import.meta.url), { resourceLimits })`.
   */
  open(resourceLimits?: ResourceLimits): Worker;
  /** The same program's source, from the project's folder. */
  source: string;
  /** Whatever takes longer will never end; 0 lets nothing begin. */
  longestMs: number;
  resourceLimits?: ResourceLimits;
}

/**
 * A thread that works requests off one after another, so that everybody else is served meanwhile. It begins with the
 * first request, ends when it has rested for a minute, and is replaced when a request was stopped or exhausted it.
 */
export class WorkerThread<R, A> {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly program: ThreadProgram) {}

  /**
   * Whoever is stopped while they wait hears of it at once; their turn is passed over when it comes.
   * @param progress told how far it is, by a program that says so
   * @throws ThreadFailed, what the program threw, and the signal's reason where it was stopped
   */
  async ask(request: R, stop?: AbortSignal, progress?: (progress: unknown) => void): Promise<A> {
    stop?.throwIfAborted();
    const turn = this.#last.then(() => this.#askNow(request, stop, progress));
    this.#last = turn.catch(() => {});
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

  async #askNow(request: R, stop?: AbortSignal, progress: (progress: unknown) => void = () => {}): Promise<A> {
    stop?.throwIfAborted();
    const { longestMs } = this.program;
    const late = new ThreadFailed("tooLong", `${this.program.name}: no answer within ${longestMs / 1000} seconds.`);
    // A timer of no time would still let through what is quick.
    if (longestMs === 0) throw late;
    const worker = this.#take();
    const answered = new AbortController();
    const { signal } = answered;
    // A timer of its own: nothing else holds on to a signal that times out, and Node 20 forgets it.
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late), longestMs);
    });
    try {
      worker.postMessage(request);
      const message = await Promise.race([
        answerOf<A>(worker, signal, progress),
        once(worker, "exit", { signal }).then(([code]) => {
          throw new ThreadFailed("ended", `${this.program.name}: the thread ended (${code}).`);
        }),
        // Nothing else stops a computation that never pauses.
        ...(stop ? [once(stop, "abort", { signal }).then(() => Promise.reject(stop.reason))] : []),
        deadline,
      ]);
      if ("error" in message)
        throw message.isTooMuch ? new ThreadFailed("outOfMemory", message.error) : new Error(message.error);
      this.#rest();
      return message.answer;
    } catch (error) {
      await this.#end();
      throw isOutOfMemory(error) ? new ThreadFailed("outOfMemory", `${this.program.name}: ${error.message}`) : error;
    } finally {
      clearTimeout(timer);
      answered.abort();
    }
  }

  #take(): Worker {
    this.#worker ??= this.#open();
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#worker.ref();
    return this.#worker;
  }

  #open(): Worker {
    const { name, open, source, resourceLimits } = this.program;
    const isBundled = process.env.NEXT_RUNTIME === "nodejs";
    const worker = isBundled ? open(resourceLimits) : threadOfSource(source, resourceLimits);
    // One that ends while it rests is replaced by the next request.
    worker.on("error", (error) => log.error({ err: error }, `${name} failed.`));
    worker.once("exit", () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  #rest() {
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.#end(), IDLE_MS);
    this.#idle.unref();
  }

  async #end(): Promise<void> {
    const ended = this.#worker;
    this.#worker = null;
    if (this.#idle) clearTimeout(this.#idle);
    await ended?.terminate();
  }
}

/** The first message that is no progress. */
async function answerOf<A>(
  worker: Worker,
  signal: AbortSignal,
  progress: (progress: unknown) => void,
): Promise<ThreadAnswer<A>> {
  for await (const [message] of on(worker, "message", { signal }) as AsyncIterable<
    [ThreadAnswer<A> | ThreadProgress]
  >) {
    if (!("progress" in message)) return message;
    progress(message.progress);
  }
  throw new Error("The thread is asked no more.");
}

const isOutOfMemory = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Where tests and scripts run the sources as they are, the thread needs what reads TypeScript. An installation has none, and
 * its commands have the thread's program beside them (scripts/bundle.mjs).
 */
function threadOfSource(source: string, resourceLimits?: ResourceLimits): Worker {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), source);
  const beside = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "commands",
    `${path.basename(source, ".ts")}.mjs`,
  );
  if (!existsSync(file)) return new Worker(pathToFileURL(beside), { resourceLimits });
  const program = pathToFileURL(file).href;
  return new Worker(
    `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(program)}); });`,
    { eval: true, resourceLimits },
  );
}
