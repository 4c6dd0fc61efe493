import "server-only";
import { z } from "zod";
import { FileRefusal } from "@/lib/exchange/import/file-refusal";
import { defineAwaited } from "@/lib/server/jobs/job-kind";

/** Reads a file that a person would import and matches it with the report. */
export const readFileJob = defineAwaited({
  name: "readFile",
  payload: z.object({ unit: z.int(), period: z.int(), person: z.int() }),
  // More than all that may wait for the thread take together (`match-in-thread`).
  longestMs: 15 * 60_000,
  isOutcome: (error) => error instanceof FileRefusal,
});
