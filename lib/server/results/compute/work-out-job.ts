import "server-only";
import { z } from "zod";
import { Refusal } from "@/lib/domain/refusal";
import { defineAwaited } from "@/lib/server/jobs/job-kind";

/** Works out what a change would make of a plan's results. Of an approval it says of which report: a review asks how far it is. */
export const workOutJob = defineAwaited({
  name: "workOutResults",
  payload: z.object({ plan: z.int(), approval: z.int().nullable() }),
  // Each indicator has its own limit, of a minute; no plan has so many that take it.
  longestMs: 3 * 3_600_000,
  isOutcome: (error) => error instanceof Refusal,
});
