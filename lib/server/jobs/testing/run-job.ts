import "server-only";
import type { AnyKind } from "../job-kind";
import { claimJob } from "../job-rows";
import { JobWorker } from "../worker";

/** Runs one that waits to its end, due or not, whatever else waits. */
export async function runJob(kind: AnyKind, id: number | null): Promise<void> {
  const claim = id === null ? null : await claimJob([kind.name], id);
  if (claim) await new JobWorker([kind]).run(claim);
}
