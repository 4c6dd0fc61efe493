import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Sends what is due. It is asked for every minute, and by whoever queues what is urgent. */
export const sendMailJob = defineJob({
  name: "sendMail",
  payload: z.object({}),
  longestMs: 30 * 60_000,
  schedule: { everyMs: 60_000, firstMs: 10_000 },
  async run({ signal }) {
    const { sendDueMail } = await import("./send-due-mail");
    await sendDueMail({ signal });
  },
});
