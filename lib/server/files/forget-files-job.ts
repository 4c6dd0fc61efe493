import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";
import { forgetFiles } from "./stored-files";

const HOUR_MS = 3_600_000;

/** Of what was removed, withdrawn or taken down, the bytes go too. */
export const forgetFilesJob = defineJob({
  name: "forgetFiles",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: HOUR_MS, firstMs: HOUR_MS },
  run: () => forgetFiles(new Date()),
});
