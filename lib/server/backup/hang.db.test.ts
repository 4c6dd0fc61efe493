import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import { throughTo } from "@/lib/server/db/line.testing";
import { testDatabase } from "@/lib/server/db/testing";
import { unreachable } from "@/lib/server/db/unreachable";
import { inSnapshot } from "./database-rows";
import { writeBackup } from "./write-backup";

const server = process.env.SPAIV_TEST_DATABASE_URL;

/** The database as a command opens it that nobody waits for, at the end of a line that can hang. */
async function atTheEndOfALine() {
  const there = await testDatabase();
  onTestFinished(() => there.close());
  const { rows } = await there.pool.query("SELECT current_database() AS name");
  const line = await throughTo(new URL(server!));
  const url = new URL(server!);
  url.host = `127.0.0.1:${line.port}`;
  url.pathname = `/${rows[0].name}`;
  const database = await openDatabase({ url: url.href, unhurried: true });
  onTestFinished(() => database.close());
  return { ...database, line };
}

describe.skipIf(!server)("a server that hangs is given up by a backup", () => {
  it("that begins, which leaves no file", { tags: ["long"] }, async () => {
    const { pool, line } = await atTheEndOfALine();
    const folder = mkdtempSync(path.join(tmpdir(), "spaiv-hang-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    line.hang(true);
    const error = await writeBackup(pool, folder, path.join(folder, "one.tar.gz")).catch((refused) => refused);
    expect(unreachable(error)).toBe("The database doesn't answer any more. Check DATABASE_URL.");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that reads", { tags: ["long"] }, async () => {
    const { pool, line } = await atTheEndOfALine();
    const reading = inSnapshot(pool, async function* (client) {
      line.hang(true);
      yield await client.query("SELECT 1");
    });
    await expect(reading.next()).rejects.toThrow("The database doesn't answer any more.");
  });
});
