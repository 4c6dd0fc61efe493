import "server-only";
import { Worker } from "node:worker_threads";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import { log } from "@/lib/server/log/log";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";
import type { WorkOutRequest } from "@/lib/threads/work-out-thread";

/**
 * What works indicators out, one after another in a thread of its own, so that everybody else is served meanwhile.
 * @param limits what an indicator may take at most; beyond it, all that could be subtracted from one another is hidden
 */
export function indicatorThread(limits: Pick<ThreadProgram, "longestMs" | "resourceLimits">) {
  const thread = new WorkerThread<WorkOutRequest, WorkedOut>({
    name: "The thread that works results out",
    open: (resourceLimits) =>
      new Worker(new URL("../../../threads/work-out-thread.ts", import.meta.url), { resourceLimits }),
    source: "lib/threads/work-out-thread.ts",
    ...limits,
  });
  return async (request: WorkOutRequest): Promise<WorkedOut> => {
    try {
      return await thread.ask(request);
    } catch (error) {
      if (!(error instanceof ThreadFailed)) throw error;
      log.warn(
        { err: error, indicator: request.indicator.code },
        "An indicator's results couldn't be worked out as usual.",
      );
      // What died of something else may live; what was too much is hidden without a search.
      const hiding = error.reason === "ended" ? request.hiding : { ...request.hiding, isBlanket: true };
      return thread.ask({ ...request, hiding });
    }
  };
}

export const workOutInThread = indicatorThread({
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
});
