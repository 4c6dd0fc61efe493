import "server-only";
import { Worker } from "node:worker_threads";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import type { FileToMatch, MatchedFile } from "@/lib/exchange/import/match-file";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";
import type { ReadSoFar } from "@/lib/views/import-view";

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
  return async (
    file: FileToMatch,
    stop?: AbortSignal,
    read?: (soFar: ReadSoFar) => void,
  ): Promise<Exclude<MatchedFile, { refused: unknown }>> => {
    if (files >= MOST_FILES) throw new FileRefusal("busy", {});
    files++;
    try {
      const matched = await thread.ask(file, stop, read && ((soFar) => read(soFar as ReadSoFar)));
      if ("refused" in matched) throw refusalOf(matched.refused);
      return matched;
    } catch (error) {
      if (!(error instanceof ThreadFailed) || error.reason === "ended") throw error;
      throw new FileRefusal("tooDemanding", {});
    } finally {
      files--;
    }
  };
}

function refusalOf({ code, args, file }: Extract<MatchedFile, { refused: unknown }>["refused"]): FileRefusal {
  const refusal = new FileRefusal(code, args);
  refusal.file = file;
  return refusal;
}

/**
 * Reads the file and matches it with the report, so that everybody else is served meanwhile. Bytes are counted before a
 * file comes here, rows and lines while it is read; the limits are for what none of them foresaw.
 * @param stop ends it where whoever asked has gone
 * @param read told how far it is
 * @throws FileRefusal for a file that can't be read; `tooDemanding` for one that exhausts the thread, `busy` where many wait
 */
export const matchInThread = fileMatcher({
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 },
});
