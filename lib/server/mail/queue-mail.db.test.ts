import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makePerson } from "@/prisma/seed/make-person";
import { morningOf, mornings } from "./digest-time";
import { queueMail } from "./queue-mail";

let database: Database;
let userId: number;
beforeAll(async () => {
  database = await testDatabase();
  userId = (await makePerson(database.prisma, { email: "one@example.org", password: "not asked for here" })).id;
});
afterAll(() => database.close());
beforeEach(() => database.prisma.mail.deleteMany());
afterEach(() => vi.unstubAllEnvs());

const returned = { plan: "spaiv", unit: "THA", period: "2016" };
/** 21 May 2018, 05:00 in Bangkok. */
const beforeMorning = new Date("2018-05-20T22:00:00Z");
const queue = (once: string, now = beforeMorning) =>
  transaction((tx) => queueMail(tx, { to: { userId }, kind: "returned", args: returned, once }, now));
const mails = () =>
  database.prisma.mail.findMany({
    select: { once: true, dueAt: true, notices: { select: { once: true }, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });

describe("queueing mail", () => {
  it("gathers what somebody is told into the next morning's mail, and tells nothing twice", async () => {
    for (const once of ["a", "b", "a"]) await queue(once);
    await queue("c", new Date("2018-05-21T00:00:00Z"));
    expect(await mails()).toEqual([
      {
        once: `digest:${userId}:2018-05-21`,
        dueAt: new Date("2018-05-21T00:00:00Z"),
        notices: [{ once: "a" }, { once: "b" }],
      },
      { once: `digest:${userId}:2018-05-22`, dueAt: new Date("2018-05-22T00:00:00Z"), notices: [{ once: "c" }] },
    ]);
  });

  it("is told once where two ask at the same time", async () => {
    await Promise.all([queue("a"), queue("a"), queue("b"), queue("a")]);
    expect((await mails()).flatMap(({ notices }) => notices.map(({ once }) => once)).sort()).toEqual(["a", "b"]);
  });

  it("waits for the morning after where this morning's mail is on its way", async () => {
    await queue("a");
    await database.prisma.mail.updateMany({ data: { state: "sending", attempt: 1 } });
    await queue("b");
    expect((await mails()).map(({ once }) => once)).toEqual([
      `digest:${userId}:2018-05-21`,
      `digest:${userId}:2018-05-22`,
    ]);
  });

  it("goes with the transaction that wanted it", async () => {
    const refused = transaction(async (tx) => {
      await queueMail(tx, { to: { userId }, kind: "returned", args: returned, once: "a" }, beforeMorning);
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    expect(await mails()).toEqual([]);
  });

  it("puts what is urgent in a mail of its own, due at once, with a job that sends it", async () => {
    const to = { email: "New@Example.org", locale: "km" } as const;
    await transaction((tx) =>
      queueMail(tx, { to, kind: "invitation", args: { invitation: 3 }, once: "invitation:3" }, beforeMorning),
    );
    expect(
      await database.prisma.mail.findMany({ select: { kind: true, email: true, locale: true, dueAt: true } }),
    ).toEqual([{ kind: "invitation", email: "new@example.org", locale: "km", dueAt: beforeMorning }]);
    expect(await database.prisma.job.count({ where: { kind: "sendMail", state: "waiting" } })).toBe(1);
  });

  it("takes no words for a code", async () => {
    const words = { plan: "spaiv", unit: "THA", period: "Somchai said so" };
    const asked = transaction((tx) =>
      queueMail(tx, { to: { userId }, kind: "returned", args: words, once: "a" }, beforeMorning),
    );
    await expect(asked).rejects.toThrow();
    expect(await mails()).toEqual([]);
  });
});

describe("the morning", () => {
  it("is at seven by the site's clock, also where clocks are put forward and back", () => {
    vi.stubEnv("SPAIV_TIME_ZONE", "Europe/Vienna");
    expect(["2026-03-28", "2026-03-29", "2026-10-25"].map((day) => morningOf(day).toISOString())).toEqual([
      "2026-03-28T06:00:00.000Z",
      "2026-03-29T05:00:00.000Z",
      "2026-10-25T06:00:00.000Z",
    ]);
  });

  it("is the next one, never the present moment", () => {
    const [first] = mornings(new Date("2018-05-21T00:00:00Z"));
    expect(first).toEqual({ day: "2018-05-22", at: new Date("2018-05-22T00:00:00Z") });
  });
});
