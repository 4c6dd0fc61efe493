import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Looks once a day for publications with words that were taken down for safety since: earlier versions left such files. */
export const dropSpoiltJob = defineJob({
  name: "dropSpoiltPublications",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: 24 * 3_600_000, firstMs: 75_000 },
  run: async () => (await import("./drop-spoilt")).dropSpoilt(),
});
