import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { enqueue } from "./enqueue";
import { reclaimLost } from "./job-rows";
import { readJobs } from "./read-jobs";
import { countedJob } from "./testing/worker-process";
import { JobWorker } from "./worker";

const program = path.join(import.meta.dirname, "testing", "worker-process.ts");

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query("CREATE TABLE ran (job int, pid int)");
});
afterAll(() => database.close());
beforeEach(({ skip }) => skip(database.embedded, "the embedded database has one process"));

async function startProcess(env: Record<string, string> = {}): Promise<ChildProcess> {
  const { rows } = await database.pool.query<{ name: string }>("SELECT current_database() AS name");
  const url = new URL(process.env.SPAIV_TEST_DATABASE_URL!);
  url.pathname = `/${rows[0]!.name}`;
  return spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", program], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: url.href, ...env },
  });
}
async function kill(child: ChildProcess) {
  child.kill("SIGKILL");
  await once(child, "close");
}
const waitFor = (assert: () => Promise<void>) => vi.waitFor(assert, { timeout: 60_000, interval: 20 });
const put = (hangs = false) => enqueue(database.prisma, countedJob, { hangs });

describe("several processes", () => {
  it("share the work, and none runs what another does", { tags: ["long"] }, async () => {
    const children = [await startProcess(), await startProcess()];
    const ranBy = async () => {
      const { rows } = await database.pool.query<{ job: number; pid: number }>("SELECT * FROM ran");
      return rows;
    };
    // Both have come to work.
    await waitFor(async () => {
      await put();
      expect(new Set((await ranBy()).map(({ pid }) => pid)).size).toBe(2);
    });
    for (let n = 0; n < 40; n++) await put();
    await waitFor(async () => expect(await readJobs({ state: { not: "done" } })).toEqual([]));
    const ran = await ranBy();
    const { _count: count } = await database.prisma.job.aggregate({ _count: true });
    expect([ran.length, new Set(ran.map(({ job }) => job)).size]).toEqual([count, count]);
    await Promise.all(children.map(kill));
  });

  it("take back what one that was killed left, and not what one has at work", async () => {
    const child = await startProcess({ SPAIV_TEST_HANGS: "1" });
    const id = await put(true);
    const jobOf = async () => (await readJobs({ id }))[0];
    await waitFor(async () => expect(await jobOf()).toMatchObject({ state: "running", step: "begun" }));
    expect(await reclaimLost([countedJob], 30_000)).toBe(0);
    await kill(child);
    await database.pool.query("UPDATE job SET beat_at = beat_at - interval '31 seconds' WHERE id = $1", [id]);
    const worker = new JobWorker([countedJob]);
    await worker.start(false);
    await waitFor(async () => expect(await jobOf()).toMatchObject({ state: "done", lost: 1 }));
    await worker.stop();
    const { rows } = await database.pool.query<{ pid: number }>("SELECT pid FROM ran WHERE job = $1", [id]);
    expect(rows.map(({ pid }) => pid)).toEqual([child.pid, process.pid]);
  });
});
