import "server-only";
import { Worker } from "node:worker_threads";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import type { FileToMatch, MatchedFile } from "@/lib/exchange/import/match-file";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";

/** Files that wait or are read: more than that take longer than a person's patience. */
const MOST_FILES = 8;

/**
 * What reads files and matches them with reports, one after another in a thread of its own.
 * @param limits what no file needs that passes the limits of lib/exchange/import
 */
export function fileMatcher(limits: Pick<ThreadProgram, "longestMs" | "resourceLimits">) {
  const thread = new WorkerThread<FileToMatch, MatchedFile>({
    name: "The thread that reads files",
    open: (resourceLimits) => new Worker(new URL("../../threads/match-thread.ts", import.meta.url), { resourceLimits }),
    source: "lib/threads/match-thread.ts",
    ...limits,
  });
  let files = 0;
  return async (file: FileToMatch, stop?: AbortSignal): Promise<Exclude<MatchedFile, { refused: unknown }>> => {
    if (files >= MOST_FILES) throw new FileRefusal("busy", {});
    files++;
    try {
      const matched = await thread.ask(file, stop);
      if ("refused" in matched) throw new FileRefusal(matched.refused.code, matched.refused.args);
      return matched;
    } catch (error) {
      if (!(error instanceof ThreadFailed) || error.reason === "ended") throw error;
      throw new FileRefusal("tooDemanding", {});
    } finally {
      files--;
    }
  };
}

/**
 * Reads the file and matches it with the report, so that everybody else is served meanwhile. Bytes are counted before a
 * file comes here, rows and lines while it is read; the limits are for what none of them foresaw.
 * @param stop ends it where whoever asked has gone
 * @throws FileRefusal for a file that can't be read; `tooDemanding` for one that exhausts the thread, `busy` where many wait
 */
export const matchInThread = fileMatcher({
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 },
});
