import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/server/db/client";

/** One time that a job is run. */
export interface Attempt {
  id: number;
  attempt: number;
}

/** What a job is given while it runs. */
export interface JobContext<Payload> extends Attempt {
  payload: Payload;
  /** Aborted where the job was cancelled, takes too long, or goes on elsewhere: end soon, and write nothing. */
  signal: AbortSignal;
  /**
   * Says what is being done now.
   * @param part how much of it is done, from 0 to 1
   * @throws JobLost
   */
  progress(step: string, part?: number): Promise<void>;
  /**
   * Lets a transaction through only while this attempt holds the job; nobody cancels it or takes it back before the
   * transaction ends. Ask first in it.
   * @throws JobLost
   */
  hold(tx: Transaction): Promise<void>;
}

/** The job was cancelled, or goes on elsewhere: what this attempt would write is void. */
export class JobLost extends Error {
  constructor({ id, attempt }: Attempt) {
    super(`Job ${id} isn't its attempt ${attempt}'s any more.`);
  }
}

/** What became of a job whose attempt ended before it was done. */
export interface Interruption {
  id: number;
  /** It waits to be run again, or not. */
  after: "waiting" | "failed";
  /** What it failed of; null where whoever ran it ended. */
  error: unknown;
}

/** What every kind of work says of itself. Its name and payload stand in rows: a later version still reads those of an earlier one. */
export interface Work<Payload> {
  name: string;
  payload: z.ZodType<Payload>;
  /** Whatever takes longer has failed. */
  longestMs: number;
}

/** Work that any process may take out of the queue. */
export interface JobKind<Payload> extends Work<Payload> {
  /** Of jobs that are due, the highest is begun first; a job may be given another. */
  priority?: number;
  /** How often it is tried again after it failed; never, unless it says so. */
  retries?: number;
  /** The pause before that, doubled each time. */
  retryMs?: number;
  /** Run by the clock, with an empty payload: so long after each end, and the first time so long after a start. */
  schedule?: { everyMs: number; firstMs: number };
  /** What the log says of one that failed, beside its kind: ids and codes. */
  logged?(payload: Payload): Record<string, number | string>;
  /** Does the work. It may be run again after it was cut short anywhere: see the README. */
  run(context: JobContext<Payload>): Promise<void>;
  /** Within the transaction in which an attempt that ended too early gives the job back. */
  interrupted?(tx: Transaction, payload: Payload, interruption: Interruption): Promise<void>;
}

/** Work whose outcome somebody waits for, and which the process does that they asked: `doNow`. */
export interface AwaitedKind<Payload> extends Work<Payload> {
  run?: undefined;
  /** An error that is an outcome as good as any, such as that a file can't be read. */
  isOutcome?(error: unknown): boolean;
}

/** Of any payload: the table holds kinds of many. */
// biome-ignore lint/suspicious/noExplicitAny: `run` takes what `payload` lets through, which only the kind itself knows
export type QueuedKind = JobKind<any>;
// biome-ignore lint/suspicious/noExplicitAny: payloads differ here too
export type AnyKind = QueuedKind | AwaitedKind<any>;

export const isQueued = (kind: AnyKind): kind is QueuedKind => kind.run !== undefined;

export const defineJob = <Payload>(kind: JobKind<Payload>): JobKind<Payload> => kind;
export const defineAwaited = <Payload>(kind: AwaitedKind<Payload>): AwaitedKind<Payload> => kind;
