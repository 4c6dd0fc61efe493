import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** Makes the files of a publication that somebody asked for, and takes it back where that was cut short. */
export const publicationJob = defineJob({
  name: "publication",
  payload: z.object({ publication: z.int() }),
  // Far more than any takes.
  longestMs: 15 * 60_000,
  logged: (payload) => payload,
  // Loaded by whoever makes one: those who only ask for one need none of it.
  run: async (context) => (await import("./make-publication")).makePublication(context),
  interrupted: async (tx, { publication }, interruption) =>
    (await import("./take-back")).takeBack(tx, publication, interruption),
});
