import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Asks whoever spoke of values that an approval or a correction has changed or filled whether what they said still holds. */
export const askIfValidJob = defineJob({
  name: "askIfStillValid",
  payload: z.object({ planId: z.int(), version: z.int() }),
  longestMs: 10 * 60_000,
  retries: 3,
  retryMs: 60_000,
  logged: (payload) => payload,
  run: async ({ payload }) => {
    const { askIfStillValid } = await import("@/lib/server/commands/commitments/ask-if-still-valid");
    await askIfStillValid(payload, new Date());
  },
});
