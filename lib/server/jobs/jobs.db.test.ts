// Long, for one story of jobs is told on one database: taken up, stopped, lost and made again.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { log } from "@/lib/server/log/log";
import { readTimeZone } from "@/lib/server/site/time-zone";
import { transaction } from "@/lib/server/transaction";
import { cancelJob, enqueue, wantFor } from "./enqueue";
import { defineJob, type Interruption, type JobContext, JobLost } from "./job-kind";
import { beat, type Claim, claimJob, dropUnwanted, endJob, holdJob, reclaimLost } from "./job-rows";
import { readJobs } from "./read-jobs";
import { stopJob, wakeJobs } from "./running";
import { JobWorker } from "./worker";

// Long, for it is a job's whole life, with kinds and workers that all of it shares: in two files they would stand twice.

type Context = JobContext<{ n: number }>;

/** What is run, by name, in the order in which it began. */
const begun: string[] = [];
const interruptions: Interruption[] = [];
let work: (context: Context, name: string) => Promise<void>;

const kindNamed = (name: string, more: { retries?: number; priority?: number; longestMs?: number } = {}) =>
  defineJob<{ n: number }>({
    name,
    payload: z.object({ n: z.int() }),
    longestMs: 60_000,
    retryMs: 0,
    ...more,
    run: async (context) => {
      begun.push(`${name} ${context.payload.n}`);
      await work(context, name);
    },
    interrupted: async (_, __, interruption) => {
      interruptions.push(interruption);
    },
  });
const plain = kindNamed("plain");
const urgent = kindNamed("urgent", { priority: 10 });
const stubborn = kindNamed("stubborn", { retries: 2 });
const hasty = kindNamed("hasty", { longestMs: 20 });
const kinds = [plain, urgent, stubborn, hasty];

let database: Database;
let workers: JobWorker[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.job.deleteMany();
  begun.length = 0;
  interruptions.length = 0;
  work = async () => {};
  vi.spyOn(log, "error").mockImplementation(() => {});
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  vi.restoreAllMocks();
});

const put = (kind = plain, n = 1, wanted: Parameters<typeof enqueue>[3] = {}) =>
  transaction((tx) => enqueue(tx, kind, { n }, wanted));
async function start(count = 1) {
  const started = Array.from({ length: count }, () => new JobWorker(kinds));
  workers.push(...started);
  for (const worker of started) await worker.start(false);
}
const jobOf = async (id: number) => (await readJobs({ id }))[0]!;
const waitFor = (assert: () => void | Promise<void>) => vi.waitFor(assert, { timeout: 20_000, interval: 5 });
const stateIs = (id: number, state: string) => waitFor(async () => expect((await jobOf(id)).state).toBe(state));
/** Never ends by itself. */
const endless = ({ signal }: Context) =>
  new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
const ago = (id: number, seconds: number) =>
  database.pool.query("UPDATE job SET beat_at = now() AT TIME ZONE 'UTC' - $2 * interval '1 second' WHERE id = $1", [
    id,
    seconds,
  ]);

describe("a job", () => {
  it("is run once it is in the queue, and says how far it is and that it is done", async () => {
    let goOn = () => {};
    work = async ({ progress }) => {
      await progress("half", 0.5);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    };
    await start();
    const id = await put();
    expect(await jobOf(id)).toMatchObject({ state: "waiting", step: null });
    wakeJobs();
    await waitFor(async () => expect(await jobOf(id)).toMatchObject({ state: "running", step: "half", part: 0.5 }));
    goOn();
    await stateIs(id, "done");
    expect((await jobOf(id)).finishedAt).not.toBeNull();
  });

  it("isn't there where its transaction isn't", async () => {
    const put = transaction(async (tx) => {
      await enqueue(tx, plain, { n: 1 });
      throw new Error("planted");
    });
    await expect(put).rejects.toThrow("planted");
    expect(await readJobs({})).toEqual([]);
  });

  it("with a payload that isn't its kind's is refused, and one that a row holds fails", async () => {
    await expect(put(plain, 1.5)).rejects.toThrow(z.ZodError);
    const id = await put();
    await database.prisma.job.update({ where: { id }, data: { payload: { m: 1 } } });
    await start();
    await stateIs(id, "failed");
    expect(begun).toEqual([]);
  });

  it("is begun by priority, then in the order in which they came, and not before its time", async () => {
    await put(plain, 1);
    await put(plain, 2, { priority: 1 });
    await put(urgent, 3);
    await put(urgent, 4, { afterMs: 60_000 });
    await put(plain, 5);
    const order = [];
    for (;;) {
      const claim = await claimJob(kinds.map(({ name }) => name));
      if (!claim) break;
      order.push((claim.payload as { n: number }).n);
    }
    expect(order).toEqual([3, 2, 1, 5]);
  });

  it("of the same key waits or runs once, and is another one after its end", async () => {
    const first = await put(plain, 1, { key: "a" });
    expect(await put(plain, 1, { key: "a" })).toBe(first);
    expect(await put(plain, 1, { key: "b" })).not.toBe(first);
    await start();
    await stateIs(first, "done");
    expect(await put(plain, 1, { key: "a" })).not.toBe(first);
  });

  it("doesn't begin once it was stopped, also where its beginning was being prepared", async () => {
    await put();
    const worker = new JobWorker(kinds);
    const run = worker.run((await claimJob(["plain"]))!);
    await worker.stop();
    await run;
    await readTimeZone();
    expect(begun).toEqual([]);
  });

  it("is run once, however many processes look for it", async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => put(n % 2 ? plain : urgent, n)));
    await start(4);
    await waitFor(async () => expect(await readJobs({ state: "done" })).toHaveLength(ids.length));
    expect([...begun].sort()).toEqual([...new Set(begun)].sort());
    expect(begun).toHaveLength(ids.length);
  });
});

describe("a job that is cancelled", () => {
  it("while it waits is never begun", async () => {
    const id = await put();
    expect(await transaction((tx) => cancelJob(tx, id))).toBe(true);
    expect(await transaction((tx) => cancelJob(tx, id))).toBe(false);
    expect(await claimJob(["plain"])).toBeNull();
  });

  it("while it runs is stopped, also where it is run by another process, and can write no more", {
    tags: ["long"],
  }, async () => {
    let ended: unknown;
    work = async (context) => {
      await endless(context).catch(() => {});
      ended = await transaction((tx) => context.hold(tx)).catch((error: unknown) => error);
    };
    await start();
    for (const isHere of [true, false]) {
      ended = undefined;
      const id = await put();
      wakeJobs();
      await stateIs(id, "running");
      await transaction((tx) => cancelJob(tx, id));
      if (isHere) stopJob(id);
      await waitFor(() => expect(ended).toBeInstanceOf(JobLost));
      expect(await jobOf(id)).toMatchObject({ state: "cancelled" });
    }
    expect(interruptions).toEqual([]);
  });

  it("is what nobody wants any more", async () => {
    const id = await put(plain, 1, { key: "a", wantedMs: 60_000 });
    await dropUnwanted();
    expect(await jobOf(id)).toMatchObject({ state: "waiting" });
    expect(await put(plain, 1, { key: "a", wantedMs: -1 })).toBe(id);
    expect(await claimJob(["plain"])).toBeNull();
    await dropUnwanted();
    expect(await jobOf(id)).toMatchObject({ state: "cancelled" });
    const running = await put(plain, 2, { key: "b", wantedMs: 60_000 });
    const claim = (await claimJob(["plain"]))!;
    expect(await beat(claim)).toBe(true);
    await transaction((tx) => wantFor(tx, running, -1));
    expect(await beat(claim)).toBe(false);
    // Whoever asks again has one that somebody will run.
    expect(await jobOf(running)).toMatchObject({ state: "cancelled", step: null });
    expect(await put(plain, 2, { key: "b" })).not.toBe(running);
  });

  it("isn't what was wanted for less than that, or is wanted whoever waits", async () => {
    const short = await put(plain, 1, { key: "a", wantedMs: -1 });
    await transaction((tx) => wantFor(tx, short, 60_000));
    const always = await put();
    await transaction((tx) => wantFor(tx, always, -1));
    await dropUnwanted();
    expect([await jobOf(short), await jobOf(always)].map(({ state }) => state)).toEqual(["cancelled", "waiting"]);
  });
});

describe("a job that fails", () => {
  it("has failed for good where its kind isn't tried again, and its kind hears why", async () => {
    const planted = new Error("planted");
    work = () => Promise.reject(planted);
    const id = await put();
    await start();
    await stateIs(id, "failed");
    expect(begun).toHaveLength(1);
    expect(interruptions).toEqual([{ id, after: "failed", error: planted }]);
  });

  it("is tried again as often as its kind says", async () => {
    work = () => Promise.reject(new Error("planted"));
    const id = await put(stubborn);
    await start();
    await stateIs(id, "failed");
    expect(begun).toHaveLength(3);
    expect(interruptions.map(({ after }) => after)).toEqual(["waiting", "waiting", "failed"]);
    expect(await jobOf(id)).toMatchObject({ failures: 3, lost: 0 });
  });

  it("is done where it works another time", async () => {
    work = async () => {
      if (begun.length === 1) throw new Error("planted");
    };
    const id = await put(stubborn);
    await start();
    await stateIs(id, "done");
    expect(begun).toHaveLength(2);
  });

  it("has failed where it takes too long, also if it doesn't listen", async () => {
    work = () => new Promise(() => {});
    const id = await put(hasty);
    await start();
    await stateIs(id, "failed");
    expect((interruptions[0]!.error as Error).message).toContain("longer than 20 ms");
  });
});

describe("a job whose process ended", () => {
  it("is run by the next, and the first can write no more", async () => {
    const id = await put();
    const lost = (await claimJob(["plain"]))!;
    await ago(id, 25);
    await start();
    expect(await jobOf(id)).toMatchObject({ state: "running" });
    await ago(id, 31);
    await start();
    await stateIs(id, "done");
    expect(begun).toHaveLength(1);
    expect(await beat(lost, { step: "late", part: null })).toBe(false);
    expect(interruptions).toEqual([{ id, after: "waiting", error: null }]);
  });

  it("is its next attempt's alone while that goes on", async () => {
    await put();
    const first = (await claimJob(["plain"]))!;
    await reclaimLost(kinds, null);
    const second = (await claimJob(["plain"]))!;
    const isHeldBy = (claim: Claim) =>
      transaction((tx) => holdJob(tx, claim)).then(
        () => true,
        () => false,
      );
    expect([await beat(first), await isHeldBy(first)]).toEqual([false, false]);
    expect([await beat(second), await isHeldBy(second)]).toEqual([true, true]);
    await endJob(plain, first);
    expect(await jobOf(second.id)).toMatchObject({ state: "running" });
  });

  it("is taken back at once where no other process has the database", async () => {
    const id = await put();
    await claimJob(["plain"]);
    const worker = new JobWorker(kinds);
    workers.push(worker);
    await worker.start(true);
    await stateIs(id, "done");
  });

  it("isn't lost to the clock of a server, whichever way that goes wrong", async ({ skip }) => {
    skip(database.embedded, "the embedded database has no other clock than the server's");
    const id = await put();
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(new Date("2001-01-01"));
      const held = (await claimJob(["plain"]))!;
      vi.setSystemTime(new Date("2099-01-01"));
      await reclaimLost(kinds, 30_000);
      expect(await jobOf(id)).toMatchObject({ state: "running" });
      expect(await beat(held)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("has failed when that happens over and over, and counts that apart from its failures", async () => {
    const id = await put();
    for (let time = 0; time < 3; time++) {
      await claimJob(["plain"]);
      await reclaimLost(kinds, null);
    }
    expect(await jobOf(id)).toMatchObject({ state: "failed", lost: 3, failures: 0 });
  });

  it("of a kind that this program doesn't know is left to one that does", async () => {
    const id = await put();
    await claimJob(["plain"]);
    await reclaimLost([urgent], null);
    await reclaimLost(kinds, null, [id]);
    expect(await jobOf(id)).toMatchObject({ state: "running" });
  });
});
