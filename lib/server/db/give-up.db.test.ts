import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "./client";
import { giveUpWhileAway } from "./give-up";
import { throughTo } from "./line.testing";
import { DatabaseWatch } from "./watch";

const server = process.env.SPAIV_TEST_DATABASE_URL;

/** A database on a server at the end of a line that can hang. */
async function atTheEndOfALine(limits: Parameters<typeof giveUpWhileAway>[2]) {
  const line = await throughTo(new URL(server!));
  const url = new URL(server!);
  url.host = `127.0.0.1:${line.port}`;
  const database = await openDatabase({ url: url.href });
  onTestFinished(() => database.close());
  const watch = new DatabaseWatch(url.href, () => {});
  void giveUpWhileAway(database.pool, watch, limits);
  return { ...database, line, watch };
}

describe.skipIf(!server)("a database that hangs while somebody waits for it", () => {
  it("is given up by all who wait, and used again once it is back", { tags: ["long"] }, async () => {
    const { prisma, pool, line, watch } = await atTheEndOfALine({ between: 10, longest: 0 });
    const said: unknown[] = [];
    const tell = (error: unknown) => said.push((error as Error).message);
    const client = await pool.connect();
    client.on("error", () => {});
    const inTransaction = prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      line.hang(true);
      await Promise.all([
        client.query("SELECT 1").catch(tell),
        pool.connect().catch(tell),
        tx.$queryRaw`SELECT 1`.catch(tell),
      ]);
      throw new Error("done");
    });
    // What undoes the transaction doesn't wait either.
    await expect(inTransaction).rejects.toThrow("done");
    client.release(true);
    expect(said).toEqual(Array(3).fill(expect.stringContaining("The database doesn't answer any more.")));
    line.hang(false);
    await watch.whenHere();
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });

  it("isn't given up by anybody before it has been away for long", { tags: ["long"] }, async () => {
    const { pool, line, watch } = await atTheEndOfALine({ between: 10, longest: 60_000 });
    const client = await pool.connect();
    client.on("error", () => {});
    onTestFinished(() => client.release(true));
    expect(await watch.answers()).toBe(true);
    line.hang(true);
    const statement = client.query("SELECT 1 AS one");
    statement.catch(() => {});
    // Once may be an accident.
    for (const _time of ["first", "second"]) expect(await watch.ask()).toBe(false);
    line.hang(false);
    expect((await statement).rows).toEqual([{ one: 1 }]);
  });
});
