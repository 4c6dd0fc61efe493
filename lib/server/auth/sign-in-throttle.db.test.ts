import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/server/commands/sign-in";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { countAttempt } from "./sign-in-throttle";

const now = new Date("2026-03-02T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const office = "192.0.2.10";
const password = "seven quiet rivers";
const elsewhere = (n: number) => `198.51.100.${n}`;

let database: Database;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.prisma.signInThrottle.deleteMany());

async function officer() {
  const { email } = await makePerson(database.prisma, { email: `officer${++people}@example.org`, password });
  return email;
}
const guess = (email: string, address: string, at = now) => signIn({ email, password: "wrong" }, address, at);
const enter = (email: string, address: string, at = now) => signIn({ email, password }, address, at);
const wrong = expect.objectContaining({ code: "wrongCredentials" });
const throttled = (minutes: number) => expect.objectContaining({ code: "throttled", args: { minutes } });
const throttledIn = async (kind: string) =>
  database.prisma.auditEvent.count({
    where: { stream: "sign-in", action: "throttled", subject: `sign-in ${kind}` },
  });

/** How many of attempts that all come at once are let through. */
async function passed(attempts: { email: string; address: string }[]) {
  const outcomes = await Promise.allSettled(attempts.map((attempt) => countAttempt(attempt, now)));
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "throttled" });
  return outcomes.filter(({ status }) => status === "fulfilled").length;
}
const times = <T>(count: number, of: (n: number) => T) => Array.from({ length: count }, (_, n) => of(n));

describe("guesses at one account from one address", () => {
  it("are stopped after ten, and may go on after the window", async () => {
    const email = await officer();
    for (let n = 0; n < 10; n++) await expect(guess(email, office)).rejects.toThrow(wrong);
    await expect(enter(email, office, later(1))).rejects.toThrow(throttled(14));
    await expect(enter(email, office, later(14.5))).rejects.toThrow(throttled(1));
    await enter(email, office, later(15));
  });

  it("are stopped at ten when all come at once, and that is written down once", async () => {
    const before = await throttledIn("pair");
    expect(await passed(times(25, () => ({ email: "race@example.org", address: office })))).toBe(10);
    expect(await throttledIn("pair")).toBe(before + 1);
  });

  it("lock nobody else at that address out", async () => {
    const [email, colleague] = [await officer(), await officer()];
    for (let n = 0; n < 12; n++) await expect(guess(email, office)).rejects.toThrow();
    await enter(colleague, office);
  });

  it("are no different for an account that doesn't exist", async () => {
    for (let n = 0; n < 10; n++) await expect(guess("ghost@example.org", office)).rejects.toThrow(wrong);
    await expect(guess("ghost@example.org", office)).rejects.toThrow(throttled(15));
  });

  it("are forgotten after a success, and no success counts as one", async () => {
    const email = await officer();
    for (let n = 0; n < 25; n++) await enter(email, office);
    for (let n = 0; n < 9; n++) await expect(guess(email, office)).rejects.toThrow(wrong);
    await enter(email, office);
    for (let n = 0; n < 10; n++) await expect(guess(email, office)).rejects.toThrow(wrong);
    await expect(guess(email, office)).rejects.toThrow(throttled(15));
  });
});

describe("guesses at one account from everywhere", () => {
  it("are stopped after twenty in an hour, but never at the person's own address", async () => {
    const email = await officer();
    await enter(email, office);
    for (let n = 0; n < 20; n++) await expect(guess(email, elsewhere(n))).rejects.toThrow(wrong);
    await expect(guess(email, elsewhere(20), later(1))).rejects.toThrow(throttled(59));
    await expect(enter(email, elsewhere(21), later(1))).rejects.toThrow(throttled(59));
    await enter(email, office, later(1));
    // Coming in doesn't open the door to the stranger.
    await expect(guess(email, elsewhere(22), later(2))).rejects.toThrow(throttled(58));
    await enter(email, elsewhere(23), later(60));
  });

  it("are stopped at twenty when all come at once", async () => {
    const before = await throttledIn("account");
    expect(await passed(times(40, (n) => ({ email: "race@example.org", address: elsewhere(n) })))).toBe(20);
    expect(await throttledIn("account")).toBe(before + 1);
  });

  it("are stopped at an address where the person hasn't been for 90 days", async () => {
    const email = await officer();
    const day = 24 * 60;
    await enter(email, office, later(-91 * day));
    await enter(email, "203.0.113.5", later(-89 * day));
    for (let n = 0; n < 20; n++) await expect(guess(email, elsewhere(n))).rejects.toThrow(wrong);
    await expect(enter(email, office)).rejects.toThrow(throttled(60));
    await enter(email, "203.0.113.5");
  });
});

describe("an address behind which many sit", () => {
  it("is never locked by fifty people who sign in", { tags: ["long"] }, async () => {
    const emails = await Promise.all(times(50, officer));
    await Promise.all(emails.map((email) => enter(email, office)));
    for (const email of emails) await enter(email, office);
  });

  it("is stopped after 300 failures at once, but for those who are known there", async () => {
    const email = await officer();
    await enter(email, office);
    const before = await throttledIn("address");
    expect(await passed(times(330, (n) => ({ email: `a${n}@example.org`, address: office })))).toBe(300);
    expect(await throttledIn("address")).toBe(before + 1);
    await expect(enter(await officer(), office)).rejects.toThrow(throttled(15));
    await enter(email, office);
    await enter(await officer(), elsewhere(1));
  });
});

it("keeps no e-mail address in readable form, and nothing of windows that are over", async () => {
  const [email, other] = [await officer(), await officer()];
  await expect(guess(email, office)).rejects.toThrow(wrong);
  await enter(email, elsewhere(1));
  const kept = async () => (await database.prisma.signInThrottle.findMany()).map(({ key }) => key);
  expect(JSON.stringify(await kept())).not.toContain(email);
  await enter(other, office, later(91 * 24 * 60));
  const kinds = (await kept()).map((key) => key.slice(0, key.indexOf(":")));
  expect(kinds.sort()).toEqual(["account", "address", "known"]);
});
