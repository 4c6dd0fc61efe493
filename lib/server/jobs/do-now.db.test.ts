import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { log } from "@/lib/server/log/log";
import { transaction } from "@/lib/server/transaction";
import { type AwaitedContext, doNow } from "./do-now";
import { cancelJob } from "./enqueue";
import { defineAwaited, JobLost } from "./job-kind";
import { beat, beginHere, claimJob, reclaimLost } from "./job-rows";
import { readJobs } from "./read-jobs";
import { stopJob } from "./running";
import { JobWorker } from "./worker";

class Refused extends Error {}

const awaited = (longestMs = 60_000) =>
  defineAwaited({
    name: "awaited",
    payload: z.object({ n: z.int() }),
    longestMs,
    isOutcome: (error) => error instanceof Refused,
  });

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.prisma.job.deleteMany());

const theJob = async () => {
  const jobs = await readJobs({});
  expect(jobs).toHaveLength(1);
  return jobs[0]!;
};

/** Work that goes on until it is told what came of it, or hears that it is stopped. */
function begin(kind = awaited(), gone?: AbortSignal) {
  let begun: (context: AwaitedContext) => void = () => {};
  let end: (outcome: string) => void = () => {};
  const context = new Promise<AwaitedContext>((resolve) => {
    begun = resolve;
  });
  const outcome = doNow(
    kind,
    { n: 1 },
    (given) =>
      new Promise<string>((resolve, reject) => {
        end = resolve;
        given.signal.addEventListener("abort", () => reject(given.signal.reason));
        begun(given);
      }),
    gone,
  );
  outcome.catch(() => {});
  return { outcome, context, end: (said: string) => end(said) };
}

describe("work that somebody waits for", () => {
  it("stands among the jobs while it goes on, says how far it is, and hands over what came of it", async () => {
    const { outcome, context, end } = begin();
    const { progress } = await context;
    await progress("soon", 0.1);
    expect(await theJob()).toMatchObject({ kind: "awaited", state: "running", step: null, part: null });
    const later = performance.now() + 1000;
    vi.spyOn(performance, "now").mockReturnValue(later);
    await progress("half", 0.5);
    await progress("more", 0.6);
    vi.restoreAllMocks();
    expect(await theJob()).toMatchObject({ state: "running", step: "half", part: 0.5 });
    end("whole");
    expect(await outcome).toBe("whole");
    expect(await theJob()).toMatchObject({ state: "done", finishedAt: expect.any(Date) });
  });

  it("with a payload that isn't its kind's is refused", async () => {
    await expect(doNow(awaited(), { n: 1.5 }, async () => {})).rejects.toThrow(z.ZodError);
    expect(await readJobs({})).toEqual([]);
  });

  it("is nobody's to take out of the queue", async () => {
    const { outcome, context, end } = begin();
    await context;
    expect(await claimJob(["awaited"])).toBeNull();
    end("");
    await outcome;
  });

  it.each([
    ["failed", new Error("planted")],
    ["done", new Refused("planted")],
  ])("is %s where it threw such an error, which the asker hears", async (state, error) => {
    await expect(doNow(awaited(), { n: 1 }, () => Promise.reject(error))).rejects.toBe(error);
    expect(await theJob()).toMatchObject({ state });
  });

  it("has failed where it takes too long, also if it doesn't listen", async () => {
    const endless = () => new Promise<never>(() => {});
    await expect(doNow(awaited(20), { n: 1 }, endless)).rejects.toThrow("longer than 20 ms");
    expect(await theJob()).toMatchObject({ state: "failed" });
  });
});

describe("work during which the database is away for a moment", () => {
  const away = async (meanwhile: () => Promise<unknown>) => {
    vi.spyOn(log, "warn").mockImplementation(() => {});
    await database.pool.query("ALTER TABLE job RENAME TO job_away");
    try {
      await meanwhile();
    } finally {
      await database.pool.query("ALTER TABLE job_away RENAME TO job");
      vi.restoreAllMocks();
    }
  };

  it("goes on where it can't say how far it is", async () => {
    const { outcome, context, end } = begin();
    const { progress } = await context;
    await away(async () => {
      vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
      await progress("half", 0.5);
      expect(log.warn).toHaveBeenCalledOnce();
    });
    end("whole");
    expect(await outcome).toBe("whole");
    expect(await theJob()).toMatchObject({ state: "done", step: null });
  });

  it("is handed over where it can't say that it is done", async () => {
    const { outcome, context, end } = begin();
    await context;
    await away(async () => {
      end("whole");
      expect(await outcome).toBe("whole");
      expect(log.warn).toHaveBeenCalledOnce();
    });
    expect(await theJob()).toMatchObject({ state: "running" });
  });
});

describe("work that nobody waits for any more", () => {
  it("is cancelled where the asker has gone, before or meanwhile", async () => {
    const gone = new AbortController();
    const { outcome, context } = begin(awaited(), gone.signal);
    await context;
    gone.abort(new Error("planted"));
    await expect(outcome).rejects.toThrow("planted");
    expect(await theJob()).toMatchObject({ state: "cancelled" });
    await expect(begin(awaited(), gone.signal).outcome).rejects.toThrow("planted");
    await theJob();
  });

  it("is cancelled by anybody, here at once and elsewhere by the next heartbeat", { tags: ["long"] }, async () => {
    for (const isHere of [true, false]) {
      await database.prisma.job.deleteMany();
      const { outcome, context } = begin();
      await context;
      const { id } = await theJob();
      expect(await transaction((tx) => cancelJob(tx, id))).toBe(true);
      if (isHere) stopJob(id);
      await expect(outcome).rejects.toThrow(isHere ? "aborted" : JobLost);
      expect(await theJob()).toMatchObject({ state: "cancelled" });
    }
  });

  it("gives no outcome where it was cancelled as it ended", async () => {
    const { outcome, context, end } = begin();
    await context;
    const { id } = await theJob();
    await transaction((tx) => cancelJob(tx, id));
    end("late");
    await expect(outcome).rejects.toThrow(JobLost);
  });
});

describe("work whose process ended", () => {
  it("has failed, and isn't begun again", async () => {
    const lost = await beginHere(awaited(), { n: 1 });
    await reclaimLost([awaited()], 30_000);
    expect(await beat(lost)).toBe(true);
    const worker = new JobWorker([awaited()]);
    await worker.start(true);
    await worker.stop();
    expect(await theJob()).toMatchObject({ state: "failed", lost: 1 });
    expect(await beat(lost)).toBe(false);
  });

  it("isn't what this process is at, whoever begins to look for jobs in it", async () => {
    const { outcome, context, end } = begin();
    await context;
    const worker = new JobWorker([awaited()]);
    await worker.start(true);
    await worker.stop();
    end("whole");
    expect(await outcome).toBe("whole");
    expect(await theJob()).toMatchObject({ state: "done" });
  });
});
