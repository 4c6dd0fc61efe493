import "server-only";
import { Worker } from "node:worker_threads";
import { WorkerThread } from "@/lib/server/threads/worker-thread";
import type { ReportFileRequest } from "@/lib/threads/report-file-thread";

const thread = new WorkerThread<ReportFileRequest, Uint8Array<ArrayBuffer>>({
  name: "The thread that writes reports as files",
  open: (resourceLimits) =>
    new Worker(new URL("../../../threads/report-file-thread.ts", import.meta.url), { resourceLimits }),
  source: "lib/threads/report-file-thread.ts",
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 },
});
/** The file's bytes, written in a thread of its own, one after another, so that everybody else is served meanwhile. */
export const writeReportFile = (request: ReportFileRequest, stop?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  thread.ask(request, stop);
