import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { enqueue } from "./enqueue";
import { defineJob, isQueued } from "./job-kind";
import { jobKinds } from "./kinds";
import { readJobs } from "./read-jobs";
import { runJob } from "./testing/run-job";
import { tidyJob } from "./tidy-job";
import { JobWorker } from "./worker";

const hour = 3_600_000;
let runs = 0;
const kindWith = (firstMs: number) =>
  defineJob({
    name: "clock",
    payload: z.object({}),
    longestMs: 60_000,
    schedule: { everyMs: hour, firstMs },
    run: async () => {
      runs++;
    },
  });

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.job.deleteMany();
  runs = 0;
});

async function during(kind: ReturnType<typeof kindWith>, count: number, work: () => Promise<unknown>) {
  const workers = Array.from({ length: count }, () => new JobWorker([kind]));
  for (const worker of workers) await worker.start(false);
  await work();
  for (const worker of workers) await worker.stop();
}
const waiting = () => readJobs({ state: "waiting" });
const inMs = ({ dueAt, createdAt }: { dueAt: Date; createdAt: Date }) => +dueAt - +createdAt;

describe("what is run by the clock", () => {
  it("is run after the start and waits for the next time, once, however many processes there are", async () => {
    await during(kindWith(0), 3, () =>
      vi.waitFor(
        async () => {
          const states = (await readJobs({})).map(({ state }) => state);
          expect(states).toEqual(["waiting", "done"]);
        },
        { timeout: 20_000, interval: 10 },
      ),
    );
    expect(runs).toBe(1);
    const [done] = await readJobs({ state: "done" });
    expect(+(await waiting())[0]!.dueAt - +done!.finishedAt!).toBe(hour);
  });

  it("waits after a start the first time, and for another start as long as it had to", async () => {
    await during(kindWith(5000), 1, async () => {});
    const [first] = await waiting();
    expect(inMs(first!)).toBe(5000);
    await during(kindWith(60_000), 1, async () => {});
    expect(await waiting()).toEqual([first]);
    expect(runs).toBe(0);
  });
});

describe("the table of kinds", () => {
  it("has a name for each, and what is run by the clock needs no payload", () => {
    expect(new Set(jobKinds.map(({ name }) => name)).size).toBe(jobKinds.length);
    for (const { name, schedule, payload } of jobKinds.filter(isQueued))
      if (schedule) expect([name, payload.safeParse({}).success]).toEqual([name, true]);
  });

  it("forgets jobs that ended a week ago, and no others", async () => {
    const old = await enqueue(database.prisma, kindWith(0), {});
    const recent = await enqueue(database.prisma, kindWith(0), {});
    const unfinished = await enqueue(database.prisma, kindWith(0), {}, { afterMs: -30 * 24 * hour });
    for (const [id, days] of [
      [old, 8],
      [recent, 6],
    ])
      await database.pool.query(
        "UPDATE job SET state = 'done', finished_at = now() AT TIME ZONE 'UTC' - $2 * interval '1 day' WHERE id = $1",
        [id, days],
      );
    await runJob(tidyJob, await enqueue(database.prisma, tidyJob, {}));
    const left = (await readJobs({ kind: "clock" })).map(({ id }) => id);
    expect(left).toEqual([unfinished, recent]);
  });
});
