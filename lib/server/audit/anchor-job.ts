import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";
import { makeAnchor } from "./anchor";

/** An anchor a day: it is asked for every hour, for a server may have been away. */
export const anchorJob = defineJob({
  name: "anchorAudit",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  // Nobody waits for an anchor while a server has just started.
  schedule: { everyMs: 3_600_000, firstMs: 5 * 60_000 },
  async run() {
    await makeAnchor();
  },
});
