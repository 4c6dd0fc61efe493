import "server-only";

// Across bundles: pages, route handlers and the start of the process are bundled apart.

interface Running {
  /** What this process runs, by job. */
  stops: Map<number, AbortController>;
  /** Lets this process look for jobs now rather than at its next turn. */
  looks: Set<() => void>;
}

const holder = globalThis as typeof globalThis & { spaivJobs?: Running };
holder.spaivJobs ??= { stops: new Map(), looks: new Set() };
export const running = holder.spaivJobs;

/** Call it once the transaction is through that put a job into the queue. */
export function wakeJobs(): void {
  for (const look of running.looks) look();
}

/**
 * Stops a job that was cancelled at once where it goes on in this process; another process notices at its next heartbeat.
 */
export function stopJob(id: number): void {
  running.stops.get(id)?.abort();
}
