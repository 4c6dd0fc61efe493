import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./client";
import { testDatabase } from "./testing";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("the pool", () => {
  const named = () => database.pool.query({ name: "one", text: "SELECT 1 AS one" });

  it("gives a connection as good as new after a query failed", async () => {
    await named();
    await database.pool.query("SET statement_timeout = '1min'");
    await expect(database.pool.query("SELECT nothing")).rejects.toThrow(/does not exist/);
    expect((await named()).rows).toEqual([{ one: 1 }]);
    if (database.embedded)
      expect((await database.pool.query("SHOW statement_timeout")).rows).toEqual([{ statement_timeout: "0" }]);
  });

  it("leaves no transaction open that a lost connection had begun", async () => {
    const client = await database.pool.connect();
    await client.query("BEGIN");
    await client.query("CREATE TABLE lost (n int)");
    client.release(new Error("lost"));
    expect((await database.pool.query("SELECT to_regclass('lost') AS found")).rows).toEqual([{ found: null }]);
  });
});
