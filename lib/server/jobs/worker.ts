import "server-only";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { type AnyKind, type JobContext, JobLost } from "./job-kind";
import { beat, type Claim, claimJob, dropUnwanted, endJob, failJob, holdJob, planJob, reclaimLost } from "./job-rows";
import { running, wakeJobs } from "./running";

/** How often whoever runs a job gives a heartbeat. */
const HEARTBEAT_MS = 2_000;
/** Without one for so long, they have ended. */
const SILENCE_MS = 30_000;
/** Between two looks for jobs that other processes put into the queue, or whose time has come. */
const LOOK_MS = 2_000;
/** Jobs that one process runs at once, each of another kind: what waits for a thread or the database lets others go on. */
const AT_ONCE = 3;

class TookTooLong extends Error {}

/** Runs jobs in this process, until it ends. */
export class JobWorker {
  readonly #kinds: ReadonlyMap<string, AnyKind>;
  /** By kind: what is being run. */
  readonly #busy = new Map<string, Promise<void>>();
  readonly #timers: NodeJS.Timeout[] = [];
  /** By job. */
  readonly #stops = new Map<number, AbortController>();
  #looking: Promise<void> | null = null;
  #looksAgain = false;
  #isStopped = false;
  /** That the database is away is said once. */
  #isAway = false;

  constructor(kinds: readonly AnyKind[]) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
  }

  /** @param alone no other process has the database: what is unfinished was its predecessor's */
  async start(alone: boolean): Promise<void> {
    await reclaimLost(this.#all(), alone ? null : SILENCE_MS);
    await this.#plan();
    running.looks.add(this.look);
    this.#every(LOOK_MS, this.look);
    this.#every(SILENCE_MS, () => void this.#tidy());
    this.look();
  }

  /** Stops what is being run here; it is taken back as any other that was cut short. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    running.looks.delete(this.look);
    for (const timer of this.#timers) clearInterval(timer);
    await this.#looking;
    for (const stop of this.#stops.values()) stop.abort();
    await Promise.all(this.#busy.values());
  }

  /** Begins what is due, as far as there is room. */
  readonly look = (): void => {
    // What came since the last claim found nothing isn't missed.
    if (this.#looking) this.#looksAgain = true;
    else
      this.#looking = this.#lookOnce().finally(() => {
        this.#looking = null;
        if (this.#looksAgain) this.look();
      });
  };

  async #lookOnce(): Promise<void> {
    this.#looksAgain = false;
    try {
      await this.#begin();
      this.#isAway = false;
    } catch (error) {
      if (!this.#isAway) log.warn({ err: error }, "Jobs could not be looked for.");
      this.#isAway = true;
    }
  }

  async #begin(): Promise<void> {
    while (!this.#isStopped && this.#busy.size < AT_ONCE) {
      const free = [...this.#kinds.keys()].filter((name) => !this.#busy.has(name));
      const claim = await claimJob(free);
      if (!claim) return;
      const run = this.run(claim).finally(() => {
        this.#busy.delete(claim.kind);
        this.look();
      });
      this.#busy.set(claim.kind, run);
    }
  }

  /** Runs one that was claimed, to its end. */
  async run(claim: Claim): Promise<void> {
    const kind = this.#kinds.get(claim.kind)!;
    const stop = new AbortController();
    running.stops.set(claim.id, stop);
    this.#stops.set(claim.id, stop);
    const alive = setInterval(() => void this.#heartbeat(claim, stop), HEARTBEAT_MS).unref();
    const end = () => stop.abort(new TookTooLong(`It took longer than ${kind.longestMs} ms.`));
    const late = setTimeout(end, kind.longestMs).unref();
    try {
      // Also where the work doesn't hear that it is stopped: then it can write no more.
      await Promise.race([kind.run(contextOf(claim, kind, stop)), whenAborted(stop.signal)]);
      await endJob(kind, claim);
    } catch (error) {
      if (error instanceof JobLost || (stop.signal.aborted && !(stop.signal.reason instanceof TookTooLong))) return;
      const payload = kind.payload.safeParse(claim.payload);
      const logged = payload.success && kind.logged?.(payload.data);
      log.error({ err: error, job: claim.id, kind: kind.name, ...logged }, "A job failed.");
      await failJob(kind, claim, error).catch((err) =>
        log.warn({ err, job: claim.id }, "That a job failed could not be stored; it will be taken for lost."),
      );
    } finally {
      clearInterval(alive);
      clearTimeout(late);
      running.stops.delete(claim.id);
      this.#stops.delete(claim.id);
    }
  }

  async #heartbeat(claim: Claim, stop: AbortController): Promise<void> {
    try {
      if (!(await beat(claim))) stop.abort(new JobLost(claim));
    } catch (error) {
      // The next one may get through; if none does, the job is taken for lost, as it should be.
      log.warn({ err: error, job: claim.id }, "No heartbeat of a job could be given.");
    }
  }

  /** What others left; and what is run by the clock stands in the queue, whatever came between. */
  async #tidy(): Promise<void> {
    try {
      await dropUnwanted();
      // Its own are alive, also where the database took no heartbeat for a while.
      if ((await reclaimLost(this.#all(), SILENCE_MS, [...this.#stops.keys()])) > 0) wakeJobs();
      await this.#plan();
    } catch (error) {
      log.warn({ err: error }, "Lost jobs could not be looked for.");
    }
  }

  async #plan(): Promise<void> {
    const client = await db();
    for (const kind of this.#all()) await planJob(client, kind);
  }

  #all = () => [...this.#kinds.values()];

  #every(ms: number, work: () => void): void {
    this.#timers.push(setInterval(work, ms).unref());
  }
}

function contextOf(claim: Claim, kind: AnyKind, stop: AbortController): JobContext<unknown> {
  return {
    ...{ id: claim.id, attempt: claim.attempt, signal: stop.signal },
    payload: kind.payload.parse(claim.payload),
    async progress(step, part) {
      if (!(await beat(claim, { step, part: part ?? null }))) stop.abort(new JobLost(claim));
      stop.signal.throwIfAborted();
    },
    hold: (tx) => holdJob(tx, claim),
  };
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
