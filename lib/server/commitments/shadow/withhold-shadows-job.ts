import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Looks once a day for values that a raised threshold would withhold: earlier versions raised it and left them shown. */
export const withholdShadowsJob = defineJob({
  name: "withholdShadows",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: 24 * 3_600_000, firstMs: 30_000 },
  run: async () => (await import("./withhold-shadows")).withholdShadows(),
});
