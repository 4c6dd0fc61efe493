import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "./db/client";
import { Prisma } from "./db/generated/client";
import { rowsOf } from "./db/rows-of";
import { testDatabase } from "./db/testing";
import { again, transaction } from "./transaction";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  // Gives up with the state it is told until the third try; no rollback takes a sequence back.
  await database.pool.query(`
    CREATE SEQUENCE tries;
    CREATE FUNCTION third_try(state text) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE try bigint := nextval('tries');
    BEGIN
      IF try < 3 THEN RAISE EXCEPTION 'gave up' USING ERRCODE = state; END IF;
      RETURN try;
    END $$`);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query("ALTER SEQUENCE tries RESTART");
});

const tried = async () => Number((await database.pool.query("SELECT last_value FROM tries")).rows[0].last_value);

describe.each([
  ["a transaction", (state: string) => transaction((tx) => tx.$queryRaw`SELECT third_try(${state})::int AS try`)],
  [
    "a statement of its own",
    (state: string) => again(() => rowsOf(Prisma.sql`SELECT third_try(${state})::int AS try`)),
  ],
])("%s that the database gave up", (_, run) => {
  it("is run again where another was in the way", async () => {
    for (const state of ["40001", "40P01"]) {
      await database.pool.query("ALTER SEQUENCE tries RESTART");
      expect(await run(state)).toEqual([{ try: 3 }]);
    }
  });

  it("isn't where it can't succeed", async () => {
    await expect(run("23514")).rejects.toThrow(/gave up/);
    expect(await tried()).toBe(1);
  });
});
