import "server-only";
import { EventEmitter } from "node:events";

// Across bundles: pages, route handlers and the start of the process are bundled apart.

interface Running {
  /** What this process runs, by job. */
  stops: Map<number, AbortController>;
  /** Lets this process look for jobs now rather than at its next turn. */
  looks: Set<() => void>;
  /** Says a job's number when one that is run or stopped in this process made progress or ended. */
  heard: EventEmitter;
}

const holder = globalThis as typeof globalThis & { spaivJobs?: Running };
// However many wait for one job.
holder.spaivJobs ??= { stops: new Map(), looks: new Set(), heard: new EventEmitter().setMaxListeners(0) };
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
  tellOfJob(id);
}

/** Whoever waits in this process for a job looks at it now. */
export function tellOfJob(id: number): void {
  running.heard.emit(String(id));
}
