import "server-only";
import { z } from "zod";
import { db } from "@/lib/server/db/client";
import { defineJob } from "../job-kind";
import { JobWorker } from "../worker";

/** Says which process ran it, in the table `ran`; told to, it doesn't end. */
export const countedJob = defineJob({
  name: "counted",
  payload: z.object({ hangs: z.boolean() }),
  longestMs: 60_000,
  async run({ id, payload, progress }) {
    const client = await db();
    await client.$executeRaw`INSERT INTO ran VALUES (${id}, ${process.pid})`;
    await progress("begun");
    if (payload.hangs && process.env.SPAIV_TEST_HANGS) await new Promise(() => {});
  },
});

// A process of its own on the database of DATABASE_URL.
if (process.argv[1] === import.meta.filename) {
  await new JobWorker([countedJob]).start(false);
  setInterval(() => {}, 60_000);
}
