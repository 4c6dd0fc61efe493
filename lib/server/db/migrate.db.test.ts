import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./client";
import { deployMigrations, NewerDatabase, readMigrations } from "./migrate";
import { testDatabase } from "./testing";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("migrations", () => {
  it("are applied once", async () => {
    expect(await deployMigrations(database.pool)).toEqual([]);
    const { rows } = await database.pool.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1");
    expect(rows.map((row) => row.migration_name)).toEqual(readMigrations().map((migration) => migration.name));
  });

  it("of a newer program are no older one's to serve", async () => {
    const { pool } = database;
    const newer = "29991231000000_of_a_newer_program";
    await pool.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('newer', '', $1, now())",
      [newer],
    );
    try {
      await expect(deployMigrations(pool)).rejects.toThrow(NewerDatabase);
      await expect(deployMigrations(pool)).rejects.toThrow(newer);
    } finally {
      await pool.query("DELETE FROM _prisma_migrations WHERE id = 'newer'");
    }
    expect(await deployMigrations(pool)).toEqual([]);
  });

  it("lets Prisma read what it wrote", async () => {
    const plan = await database.prisma.plan.create({
      data: { code: "p", startsOn: new Date("2015-01-01"), endsOn: new Date("2018-12-31") },
    });
    expect(await database.prisma.plan.findUniqueOrThrow({ where: { code: "p" } })).toEqual(plan);
  });

  it("refuses what breaks a constraint", async () => {
    await expect(
      database.prisma.plan.create({
        data: { code: "q", startsOn: new Date("2018-01-01"), endsOn: new Date("2015-12-31") },
      }),
    ).rejects.toThrow(/plan_dates_check/);
  });
});
