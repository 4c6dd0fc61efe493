import "server-only";
import { z } from "zod";
import { MAIL_KEPT_DAYS } from "@/lib/domain/mail";
import { db } from "@/lib/server/db/client";
import { defineJob } from "@/lib/server/jobs/job-kind";

const DAY_MS = 24 * 3_600_000;

/**
 * Mail that ended long ago is forgotten, with what it told. The clock asks for the same reminder for five weeks at most, so
 * that nobody is reminded twice for want of it; what still waits, or is on its way, is never forgotten.
 */
export const forgetMailJob = defineJob({
  name: "forgetMail",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: DAY_MS, firstMs: DAY_MS / 24 },
  async run() {
    const client = await db();
    const last = new Date(Date.now() - MAIL_KEPT_DAYS * DAY_MS);
    await client.mail.deleteMany({ where: { endedAt: { lt: last }, state: { notIn: ["waiting", "sending"] } } });
  },
});
