import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { logTo } from "./log";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("keeps what somebody typed out of the log, though the database and its client repeat it", async () => {
  const written: string[] = [];
  const log = logTo({ write: (line) => void written.push(line) });
  const email = "dao.v@moj.example.org";
  const name = "Dao Vongsa";
  await makePerson(database.prisma, { email, name, password: "seven quiet rivers" });
  const failures: (() => Promise<unknown>)[] = [
    () => makePerson(database.prisma, { email, name, password: "seven quiet rivers" }),
    () => database.pool.query("SELECT $1::int", [name]),
    () => database.prisma.$queryRaw`SELECT ${name}::text::int`,
    () => database.prisma.user.findMany({ where: { email, nonsense: name } as object }),
    async () => JSON.parse(`"${name}`),
  ];
  for (const fail of failures)
    await fail().then(
      () => expect.fail("it should fail"),
      (err: unknown) => log.error({ err }, "It failed."),
    );
  expect(written).toHaveLength(failures.length);
  for (const typed of [email, name, "Dao", "Vongsa"]) expect(written.join("")).not.toContain(typed);
});
