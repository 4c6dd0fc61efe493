import "server-only";
import { Worker } from "node:worker_threads";
import { Refusal } from "@/lib/domain/refusal";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import { log } from "@/lib/server/log/log";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";
import type { WorkOutRequest } from "@/lib/threads/work-out-thread";

/** What an indicator may take at most. Nobody waits longer than three times as long: see `indicatorThread`. */
export const indicatorLimits = {
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
};

/**
 * What works indicators out, one after another in a thread of its own, so that everybody else is served meanwhile. What
 * died of something else may live, and is tried once more; what was too much is hidden as a whole, which takes no search.
 * @throws Refusal `resultsTooLarge` where even that was too much
 */
export function indicatorThread(limits: Pick<ThreadProgram, "longestMs" | "resourceLimits">) {
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
  return async (request: WorkOutRequest): Promise<WorkedOut> => {
    let answer = await ask(request);
    if (answer instanceof ThreadFailed && answer.reason === "ended") answer = await ask(request);
    if (answer instanceof ThreadFailed)
      answer = await ask({ ...request, hiding: { ...request.hiding, isBlanket: true } });
    if (answer instanceof ThreadFailed) throw new Refusal("resultsTooLarge", { indicator: request.indicator.code });
    return answer;
  };
}

export const workOutInThread = indicatorThread(indicatorLimits);
