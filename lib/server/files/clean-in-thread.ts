import "server-only";
import { Worker } from "node:worker_threads";
import type { CleanedFile } from "@/lib/cleaning/clean-file";
import { Refusal } from "@/lib/domain/refusal";
import type { FileType } from "@/lib/domain/source-file";
import { log } from "@/lib/server/log/log";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";
import { refuseViruses } from "./virus-scan";

/** Files that wait or are cleaned: more than that take longer than a person's patience, and 20 MB each of memory. */
const MOST_FILES = 6;

/**
 * What cleans files, one after another in a thread of its own.
 * @param limits what no file needs that passes the limits of lib/cleaning
 */
export function fileCleaner(limits: Pick<ThreadProgram, "longestMs" | "resourceLimits">) {
  const thread = new WorkerThread<Uint8Array, CleanedFile>({
    name: "The thread that cleans files",
    open: (resourceLimits) => new Worker(new URL("../../threads/clean-thread.ts", import.meta.url), { resourceLimits }),
    source: "lib/threads/clean-thread.ts",
    ...limits,
  });
  let files = 0;
  return async (sent: Uint8Array, stop?: AbortSignal): Promise<{ type: FileType; bytes: Uint8Array }> => {
    if (files >= MOST_FILES) throw new Refusal("sourceBusy");
    files++;
    try {
      await refuseViruses(sent);
      const cleaned = await thread.ask(sent, stop);
      if ("fault" in cleaned) {
        if (cleaned.unforeseen)
          log.warn({ class: cleaned.unforeseen }, "A file couldn't be cleaned for an unforeseen reason.");
        throw new Refusal(cleaned.fault);
      }
      return cleaned;
    } catch (error) {
      if (!(error instanceof ThreadFailed) || error.reason === "ended") throw error;
      throw new Refusal("sourceTooDemanding");
    } finally {
      files--;
    }
  };
}

/**
 * What is left of a file that somebody sent, without who made it; so that everybody else is served meanwhile.
 * @param stop ends it where whoever asked has gone
 * @throws Refusal for a file that isn't taken, by a virus scanner among others; `sourceTooDemanding` for one that exhausts the thread, `sourceBusy` where many wait
 */
export const cleanInThread = fileCleaner({
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
});
