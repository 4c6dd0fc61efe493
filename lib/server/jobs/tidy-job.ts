import "server-only";
import { z } from "zod";
import { db } from "@/lib/server/db/client";
import { HERE_SECONDS } from "@/lib/server/queries/who-is-here";
import { inMs } from "./enqueue";
import { defineJob } from "./job-kind";

const HOUR_MS = 3_600_000;
/** So long somebody may ask what became of a job. */
const KEPT_MS = 7 * 24 * HOUR_MS;

/**
 * Jobs that ended long ago are forgotten. What they did is said by what they did it to. So is who had an entry form open,
 * where nobody has asked for it since.
 */
export const tidyJob = defineJob({
  name: "tidyJobs",
  payload: z.object({}),
  longestMs: 60_000,
  schedule: { everyMs: HOUR_MS, firstMs: HOUR_MS },
  async run() {
    const client = await db();
    await client.$executeRaw`DELETE FROM job WHERE finished_at < ${inMs(-KEPT_MS)}`;
    await client.$executeRaw`DELETE FROM presence WHERE seen_at < ${inMs(-HERE_SECONDS * 1000)}`;
  },
});
