import "server-only";
import { log } from "@/lib/server/log/log";
import { attempt, wasStopped } from "./attempt";
import { type Attempt, type AwaitedKind, type JobContext, JobLost } from "./job-kind";
import { beginHere, endHere } from "./job-rows";

/** What is being done is said no more often, and not of what is done sooner: nobody reads it so fast. */
const SAID_EVERY_MS = 500;

/** What work is given that somebody waits for. */
export type AwaitedContext = Pick<JobContext<unknown>, "signal" | "progress">;

/**
 * Does work whose outcome somebody waits for, as a job of this process: every server sees that it goes on and how far it is,
 * and may cancel it; one that takes too long has failed, and so has one whose process ended. The outcome is handed to the
 * asker alone and is kept nowhere. Whoever wants it after a failure asks again. Where the database is away for a moment,
 * what the job says of itself is late, and the work goes on.
 * @param gone ends it where whoever asked has gone
 * @throws what the work threw; JobLost where it was cancelled or taken for lost
 */
export async function doNow<Payload, Outcome>(
  kind: AwaitedKind<Payload>,
  payload: Payload,
  work: (context: AwaitedContext) => Promise<Outcome>,
  gone?: AbortSignal,
): Promise<Outcome> {
  gone?.throwIfAborted();
  const claim = await beginHere(kind, payload);
  const stop = new AbortController();
  const leave = () => stop.abort(gone?.reason);
  gone?.addEventListener("abort", leave);
  if (gone?.aborted) leave();
  const isHeld = (state: "done" | "failed" | "cancelled") =>
    endHere(claim, state).catch((err) => {
      log.warn({ err, job: claim.id }, "How a job ended could not be stored; it will be taken for lost.");
      return true;
    });
  try {
    const outcome = await attempt(claim, kind, stop, (context) => work(saidSometimes(claim, context)));
    if (!(await isHeld("done"))) throw new JobLost(claim);
    return outcome;
  } catch (error) {
    await isHeld(wasStopped(stop) ? "cancelled" : kind.isOutcome?.(error) ? "done" : "failed");
    throw error;
  } finally {
    gone?.removeEventListener("abort", leave);
  }
}

function saidSometimes({ id: job }: Attempt, { signal, progress }: AwaitedContext): AwaitedContext {
  let said = performance.now();
  return {
    signal,
    async progress(step, part) {
      signal.throwIfAborted();
      if (performance.now() - said < SAID_EVERY_MS) return;
      said = performance.now();
      await progress(step, part).catch((error) => {
        if (signal.aborted) throw error;
        log.warn({ err: error, job }, "How far a job is could not be stored.");
      });
    },
  };
}
