import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Database, setDatabase } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { makePlan } from "@/test/factories/make-plan";
import { refuseDemonstrationData, refuseUnsafeSettings, UnsafeStart } from "./safe-start";

const strong = "q7VZ0c1n8XoRk2LwJtYb5HsEuGdPa9Fi3MxB6CvT";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
afterEach(() => {
  delete process.env.SPAIV_DEMO;
  delete process.env.NEXTAUTH_SECRET;
  delete process.env.NEXTAUTH_URL;
  delete process.env.SPAIV_LICENCE_URL;
});

function production(secret: string | undefined) {
  process.env.SPAIV_DEMO = "0";
  if (secret) process.env.NEXTAUTH_SECRET = secret;
  return refuseUnsafeStart();
}

async function refuseUnsafeStart() {
  refuseUnsafeSettings();
  await refuseDemonstrationData(database.pool);
}

describe("any start", () => {
  it.each(["monitor.example.org", "//monitor.example.org", "https://", "ftp://monitor.example.org", "javascript:0"])(
    "is refused under %s, which is no address of a site",
    async (address) => {
      process.env.NEXTAUTH_SECRET = strong;
      process.env.NEXTAUTH_URL = address;
      await expect(refuseUnsafeStart()).rejects.toThrow(/NEXTAUTH_URL is not an address/);
    },
  );

  it("is refused with a licence whose address leads nowhere", async () => {
    process.env.NEXTAUTH_SECRET = strong;
    process.env.SPAIV_LICENCE_URL = "CC-BY-4.0";
    await expect(refuseUnsafeStart()).rejects.toThrow(/SPAIV_LICENCE_URL can't be used/);
  });

  it.each(["", "https://monitor.example.org", "http://127.0.0.1:3000/"])("goes ahead under %j", async (address) => {
    process.env.NEXTAUTH_SECRET = strong;
    process.env.NEXTAUTH_URL = address;
    await refuseUnsafeStart();
  });
});

describe("a start in production", () => {
  it("is refused without a secret, and with one that can be guessed", async () => {
    await expect(production(undefined)).rejects.toThrow(UnsafeStart);
    await expect(production("change-me-change-me-change-me-change-me")).rejects.toThrow(/guessed/);
  });

  it("goes ahead on a database of real people only", async () => {
    await makePlan(database.prisma);
    await makePerson(database.prisma, { email: "real@example.org", password: "seven quiet rivers" });
    await production(strong);
  });

  it("is refused on a database with demo accounts or a demonstration plan", async () => {
    const demo = await makePerson(database.prisma, { email: "demo@example.org", password: "x", isDemo: true });
    await expect(production(strong)).rejects.toThrow(/demonstration data/);
    await database.prisma.user.delete({ where: { id: demo.id } });
    await production(strong);
    await database.prisma.plan.updateMany({ data: { isDemonstration: true } });
    await expect(production(strong)).rejects.toThrow(/demonstration data/);
  });

  it("is refused before migrations run: on a database that an older version made, and never on an empty one", async () => {
    const older = await testDatabase();
    try {
      process.env.SPAIV_DEMO = "0";
      await older.pool.query('ALTER TABLE "plan" DROP COLUMN "is_demonstration"');
      await refuseDemonstrationData(older.pool);
      await older.pool.query('DROP TABLE "user" CASCADE');
      await refuseDemonstrationData(older.pool);
      await older.pool.query('CREATE TABLE "user" ("is_demo" BOOLEAN); INSERT INTO "user" VALUES (true)');
      await expect(refuseDemonstrationData(older.pool)).rejects.toThrow(/demonstration data/);
    } finally {
      await older.close();
      setDatabase(database);
    }
  });
});
