import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";
import { discardOutdated } from "./waiting-files";

const HOUR_MS = 3_600_000;

/** For those who send a file and never come back. */
export const discardJob = defineJob({
  name: "discardFiles",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: HOUR_MS, firstMs: 0 },
  run: () => discardOutdated(new Date()),
});
