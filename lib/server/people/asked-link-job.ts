import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/**
 * Mails the link that somebody asked for who forgot their password. Until then it isn't even looked up whether there is such
 * an account: whoever asks is answered in the same way, and as fast, for any address. What they typed may be anything, so that
 * the queue has it sealed.
 */
export const askedLinkJob = defineJob({
  name: "mailAskedLink",
  payload: z.object({ sealed: z.string() }),
  longestMs: 60_000,
  retries: 3,
  retryMs: 5_000,
  async run(context) {
    const { mailAskedLink } = await import("./mail-asked-link");
    await mailAskedLink(context);
  },
});
