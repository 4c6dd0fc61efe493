import "server-only";
import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/domain/refusal";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import { log } from "@/lib/server/log/log";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";
import type { WorkOutRequest } from "@/lib/threads/work-out-thread";

/** What an indicator may take at most. Nobody waits longer than three times as long: see `indicatorThread`. */
export const indicatorLimits = {
  longestMs: 60_000,
  /** How long it is remembered that one was too much: a machine that was busy may have time again. */
  rememberedMs: 10 * 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
};

type Limits = Pick<ThreadProgram, "longestMs" | "resourceLimits"> & Pick<typeof indicatorLimits, "rememberedMs">;

/** Of so many indicators it is remembered that they were too much. */
const MOST_REMEMBERED = 200;

/** The same for whatever makes a search as long: which version and chance it is for changes nothing. */
const digestOf = ({ key: _, hiding: { resultsVersion: __, ...hiding }, ...request }: WorkOutRequest): string =>
  createHash("sha256")
    .update(serialize({ ...request, hiding }))
    .digest("hex");

/**
 * What works indicators out, one after another in a thread of its own, so that everybody else is served meanwhile. What
 * died of something else may live, and is tried once more; what was too much is hidden as a whole, which takes no search,
 * and at once where the same is asked again soon.
 * @throws Refusal `resultsTooLarge` where even that was too much
 */
export function indicatorThread(limits: Limits) {
  const thread = new WorkerThread<WorkOutRequest, WorkedOut>({
    name: "The thread that works results out",
    open: (resourceLimits) =>
      new Worker(new URL("../../../threads/work-out-thread.ts", import.meta.url), { resourceLimits }),
    source: "lib/threads/work-out-thread.ts",
    resourceLimits: limits.resourceLimits,
    get longestMs() {
      return limits.longestMs;
    },
  });
  const ask = (request: WorkOutRequest): Promise<WorkedOut | ThreadFailed> =>
    thread.ask(request).catch((error) => {
      if (!(error instanceof ThreadFailed)) throw error;
      const { code } = request.indicator;
      log.warn({ err: error, indicator: code }, "An indicator's results couldn't be worked out as usual.");
      return error;
    });
  /** By digest, since when. */
  const tooMuch = new Map<string, number>();
  const asWhole = (request: WorkOutRequest) => ask({ ...request, hiding: { ...request.hiding, isBlanket: true } });
  const search = async (request: WorkOutRequest) => {
    let answer = await ask(request);
    if (answer instanceof ThreadFailed && answer.reason === "ended") answer = await ask(request);
    return answer;
  };
  return async (request: WorkOutRequest): Promise<WorkedOut> => {
    // Nearly always there is nothing to compare with.
    const isKnown = tooMuch.size > 0 && Date.now() - (tooMuch.get(digestOf(request)) ?? 0) < limits.rememberedMs;
    let answer = isKnown ? await asWhole(request) : await search(request);
    if (answer instanceof ThreadFailed && !isKnown) {
      // A thread that something else ended says nothing of the search.
      const isTooMuch = answer.reason !== "ended";
      answer = await asWhole(request);
      if (isTooMuch && !(answer instanceof ThreadFailed)) tooMuch.set(digestOf(request), Date.now());
      const [oldest] = tooMuch.keys();
      if (tooMuch.size > MOST_REMEMBERED && oldest !== undefined) tooMuch.delete(oldest);
    }
    if (answer instanceof ThreadFailed) throw new Refusal("resultsTooLarge", { indicator: request.indicator.code });
    return answer;
  };
}

export const workOutInThread = indicatorThread(indicatorLimits);
