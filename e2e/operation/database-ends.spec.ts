import { once } from "node:events";
import { mkdirSync, rmdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { filledPlace, startServer } from "../support/server";

// An embedded database that meets what it can't go on after: a folder stands where it wants to write, as on a full disk.

test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "a PostgreSQL server looks after itself");

test("a server whose embedded database ends says so, and ends too, to be started anew", async () => {
  const place = await filledPlace();
  const obstacle = path.join(place.env.SPAIV_DATA_DIR!, "pglite", "pg_logical", "replorigin_checkpoint.tmp");
  // A backup is soon due, and begins with a checkpoint.
  const server = await startServer({ ...place.env, SPAIV_BACKUP_HOURS: "0.001" });
  const ended = once(server.process, "exit");
  mkdirSync(obstacle);
  await expect.poll(() => server.output(), { timeout: 60_000 }).toContain("The embedded database can't go on");
  // Told at once while it ends, never left waiting.
  const health = await fetch(`${server.address}/api/health`).then(
    ({ status }) => status,
    () => "ended",
  );
  expect([503, "ended"]).toContain(health);
  expect((await ended)[0]).toBe(1);
  rmdirSync(obstacle);
  const again = await startServer({ ...place.env, SPAIV_BACKUP_HOURS: "0" });
  expect((await fetch(`${again.address}/en/spaiv`)).ok).toBe(true);
  await again.stop();
  await place.remove();
});
