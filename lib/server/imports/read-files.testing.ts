// For tests alone, a program of its own: reads each file of a folder in the thread that reads what people send, with a second
// and little memory for each, and says how it ended, and by how much the process grew. What isn't read in time or in memory
// ends as the thread does, with another word than any refusal has.

import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FileToMatch, MatchedFile } from "@/lib/exchange/import/match-file";
import { noReport, reportOf } from "@/lib/exchange/import/testing";
import { ThreadFailed, type ThreadProgram, WorkerThread } from "@/lib/server/threads/worker-thread";

const folder = process.argv[2] ?? "";
const program: ThreadProgram = {
  name: "The thread that reads files",
  open: () => {
    throw new Error("Nothing is bundled here.");
  },
  source: "lib/threads/match-thread.ts",
  longestMs: 60_000,
  resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
};
const thread = new WorkerThread<FileToMatch, MatchedFile>(program);

function read(bytes: Uint8Array, longestMs: number): Promise<MatchedFile> {
  program.longestMs = longestMs;
  return thread.ask({ name: "file.xlsx", bytes, targets: { glotip: reportOf("THA", 2016) }, report: noReport });
}

/** A busy machine may hold it up once or twice; what needs more than a second of its own needs it each time. */
const tries = 3;

async function endOf(bytes: Uint8Array, left = tries): Promise<string> {
  // How long the thread takes to begin is nobody's file.
  await read(new Uint8Array(), 60_000);
  try {
    const matched = await read(bytes, 1_000);
    return "refused" in matched ? matched.refused.code : "read";
  } catch (error) {
    if (!(error instanceof ThreadFailed)) throw error;
    return error.reason === "tooLong" && left > 1 ? endOf(bytes, left - 1) : error.reason;
  }
}

await read(new Uint8Array(), 60_000);
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const before = peak();
const ends: Record<string, string> = {};
for (const file of readdirSync(folder)) ends[file] = await endOf(readFileSync(path.join(folder, file)));
console.log(JSON.stringify({ ends, megabytes: peak() - before }));
// The thread would rest for a while.
process.exit(0);
