import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "./client";

// A file that can't be written makes the engine panic, as a full disk does: a folder stands where the file should.

describe.skipIf(process.env.SPAIV_TEST_DATABASE_URL)("an embedded database that panics", () => {
  let place: string;
  let database: Database;
  beforeEach(async () => {
    place = mkdtempSync(path.join(tmpdir(), "spaiv-panic-"));
    database = await openDatabase({ folder: path.join(place, "pglite") });
    await database.pool.query("CREATE TABLE kept (n int)");
    await database.pool.query("INSERT INTO kept VALUES (1)");
  });
  afterEach(async () => {
    await database.close();
    rmSync(place, { recursive: true, force: true });
  });

  const plant = (name: string) => {
    const folder = path.join(place, "pglite", name);
    mkdirSync(folder);
    return () => rmdirSync(folder);
  };

  /** The next start finds what was committed, and goes on. */
  async function opensAnew() {
    await database.close();
    database = await openDatabase({ folder: path.join(place, "pglite") });
    expect((await database.pool.query("SELECT n FROM kept")).rows).toEqual([{ n: 1 }]);
    await database.pool.query("CHECKPOINT");
  }

  it("in a checkpoint refuses every statement from then on, and says why", async () => {
    const mend = plant("pg_logical/replorigin_checkpoint.tmp");
    const held = await database.pool.connect();
    await expect(held.query("CHECKPOINT")).rejects.toThrow(/ended: could not remove file "pg_logical\/replorigin/);
    await expect(held.query("SELECT 1")).rejects.toMatchObject({ code: "57P02" });
    held.release();
    await expect(database.pool.query("SELECT $1::int", [1])).rejects.toThrow(/The embedded database ended/);
    await expect(database.prisma.plan.findMany()).rejects.toThrow(/The embedded database ended/);
    expect((await database.ended).message).toMatch(/^could not remove file/);
    mend();
    await opensAnew();
  });

  it("while it commits, with the rest of the statement still to come, is stopped", async () => {
    const mend = plant("pg_wal/xlogtemp.42");
    const writing = async () => {
      for (;;) {
        await database.prisma.$transaction(async (tx) => {
          await tx.$executeRaw`INSERT INTO kept SELECT 2 WHERE false`;
          await tx.$queryRaw`SELECT pg_logical_emit_message(true, 'x', repeat('journal', 200000))::text`;
        });
      }
    };
    await expect(writing()).rejects.toThrow(/The embedded database ended: could not create file "pg_wal/);
    await expect(database.prisma.$transaction(async () => {})).rejects.toThrow();
    mend();
    await opensAnew();
  });
});

describe.skipIf(process.env.SPAIV_TEST_DATABASE_URL)("an embedded database", () => {
  it("isn't ended by a text that looks like a panic", async () => {
    const database = await openDatabase({});
    const { rows } = await database.pool.query(
      "SELECT 'SPANIC' AS s, 'VPANIC' AS v, repeat('SPANIC\\0VPANIC\\0', 2000) AS long",
    );
    expect(rows[0].long).toHaveLength(32000);
    expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await database.close();
  });
});
