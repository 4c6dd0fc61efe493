import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Looks every half hour whom a due date concerns: a day begins by the site's clock, and a server may have been away. */
export const remindJob = defineJob({
  name: "remindByClock",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: 30 * 60_000, firstMs: 60_000 },
  async run() {
    const { remindByClock } = await import("./remind-by-clock");
    await remindByClock(new Date());
  },
});
