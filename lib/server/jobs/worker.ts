import "server-only";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { readTimeZone } from "@/lib/server/site/time-zone";
import { attempt, wasStopped } from "./attempt";
import { type AnyKind, isQueued, JobLost, type QueuedKind } from "./job-kind";
import { type Claim, claimJob, dropUnwanted, endJob, failJob, planJob, reclaimLost } from "./job-rows";
import { running, wakeJobs } from "./running";

/** Whoever gives no heartbeat for so long has ended. */
const SILENCE_MS = 30_000;
/** Between two looks for jobs that other processes put into the queue, or whose time has come. */
const LOOK_MS = 2_000;
/** Jobs that one process runs at once, each of another kind: what waits for a thread or the database lets others go on. */
const AT_ONCE = 3;

/** Runs jobs in this process, until it ends. */
export class JobWorker {
  readonly #kinds: ReadonlyMap<string, QueuedKind>;
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

  /** @param kinds those that nobody takes out of the queue are taken back where they were lost */
  constructor(private readonly kinds: readonly AnyKind[]) {
    this.#kinds = new Map(kinds.filter(isQueued).map((kind) => [kind.name, kind]));
  }

  /** @param alone no other process has the database: what is unfinished was its predecessor's */
  async start(alone: boolean): Promise<void> {
    await reclaimLost(this.kinds, alone ? null : SILENCE_MS, [...running.stops.keys()]);
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
    this.#stops.set(claim.id, stop);
    try {
      await attempt(claim, kind, stop, async (context) => {
        // No request of a person's goes before it.
        await readTimeZone();
        // It may have been stopped meanwhile: whoever stopped it counts on it that it doesn't begin.
        context.signal.throwIfAborted();
        await kind.run(context);
      });
      await endJob(kind, claim);
    } catch (error) {
      if (error instanceof JobLost || wasStopped(stop)) return;
      const payload = kind.payload.safeParse(claim.payload);
      const logged = payload.success && kind.logged?.(payload.data);
      log.error({ err: error, job: claim.id, kind: kind.name, ...logged }, "A job failed.");
      await failJob(kind, claim, error).catch((err) =>
        log.warn({ err, job: claim.id }, "That a job failed could not be stored; it will be taken for lost."),
      );
    } finally {
      this.#stops.delete(claim.id);
    }
  }

  /** What others left; and what is run by the clock stands in the queue, whatever came between. */
  async #tidy(): Promise<void> {
    try {
      await dropUnwanted();
      // Its own are alive, also where the database took no heartbeat for a while.
      if ((await reclaimLost(this.kinds, SILENCE_MS, [...running.stops.keys()])) > 0) wakeJobs();
      await this.#plan();
    } catch (error) {
      log.warn({ err: error }, "Lost jobs could not be looked for.");
    }
  }

  async #plan(): Promise<void> {
    const client = await db();
    for (const kind of this.#kinds.values()) await planJob(client, kind);
  }

  #every(ms: number, work: () => void): void {
    this.#timers.push(setInterval(work, ms).unref());
  }
}
