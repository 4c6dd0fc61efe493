import "server-only";
import { log } from "@/lib/server/log/log";
import { type JobContext, JobLost, type Work } from "./job-kind";
import { beat, type Claim, holdJob } from "./job-rows";
import { running } from "./running";

/** How often whoever runs a job gives a heartbeat. */
const HEARTBEAT_MS = 2_000;

class TookTooLong extends Error {}

/**
 * Lives through one time that a job is run: gives heartbeats while it goes on, and stops it where it was cancelled, goes on
 * elsewhere or takes too long.
 * @throws what the work threw, and the reason why it was stopped, also where the work doesn't hear that it is
 */
export async function attempt<Payload, Outcome>(
  claim: Claim,
  { payload, longestMs }: Work<Payload>,
  stop: AbortController,
  work: (context: JobContext<Payload>) => Promise<Outcome>,
): Promise<Outcome> {
  running.stops.set(claim.id, stop);
  const alive = setInterval(() => void heartbeat(claim, stop), HEARTBEAT_MS).unref();
  const end = () => stop.abort(new TookTooLong(`It took longer than ${longestMs} ms.`));
  const late = setTimeout(end, longestMs).unref();
  try {
    const context = { ...contextOf(claim, stop), payload: payload.parse(claim.payload) };
    // Whatever doesn't listen can write no more.
    return await Promise.race([work(context), whenAborted(stop.signal)]);
  } finally {
    clearInterval(alive);
    clearTimeout(late);
    running.stops.delete(claim.id);
  }
}

/** Somebody stopped it, or it goes on elsewhere: it has not failed. */
export const wasStopped = ({ signal }: AbortController): boolean =>
  signal.aborted && !(signal.reason instanceof TookTooLong);

async function heartbeat(claim: Claim, stop: AbortController): Promise<void> {
  try {
    if (!(await beat(claim))) stop.abort(new JobLost(claim));
  } catch (error) {
    // The next one may get through; if none does, the job is taken for lost, as it should be.
    log.warn({ err: error, job: claim.id }, "No heartbeat of a job could be given.");
  }
}

function contextOf(claim: Claim, stop: AbortController): Omit<JobContext<never>, "payload"> {
  return {
    id: claim.id,
    attempt: claim.attempt,
    signal: stop.signal,
    async progress(step, part) {
      if (!(await beat(claim, { step, part: part ?? null }))) stop.abort(new JobLost(claim));
      stop.signal.throwIfAborted();
    },
    hold: (tx) => holdJob(tx, claim),
  };
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason));
  });
