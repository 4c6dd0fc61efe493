import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { jobKinds } from "./kinds";
import { JobWorker } from "./worker";

/** Begins to run jobs in this process. */
export async function startJobs(): Promise<void> {
  const { embedded } = await currentDatabase();
  // The embedded database has one process.
  await new JobWorker(jobKinds).start(embedded);
}
