import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { jobKinds } from "@/lib/server/jobs/kinds";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { makePerson } from "@/prisma/seed/make-person";
import { forgetMailJob } from "./forget-mail-job";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("forgets mail that ended more than 90 days ago with what it told, and none that ended later or hasn't left", async () => {
  const { prisma } = database;
  const { id: userId } = await makePerson(prisma, { email: "one@example.org", password: "not asked for here" });
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const ended = ["sent", "kept", "failed", "bounced", "unknown", "dropped"] as const;
  const put = (once: string, state: (typeof ended)[number] | "waiting" | "sending", endedAt: Date | null) =>
    prisma.mail.create({
      data: {
        kind: "digest",
        once,
        userId,
        state,
        endedAt,
        createdAt: daysAgo(200),
        dueAt: daysAgo(200),
        notices: { create: { once: `of ${once}`, kind: "returned", args: {}, createdAt: daysAgo(200) } },
      },
    });
  for (const state of ended) {
    await put(`old ${state}`, state, daysAgo(91));
    await put(`recent ${state}`, state, daysAgo(89));
  }
  for (const state of ["waiting", "sending"] as const) await put(state, state, null);
  await runJob(forgetMailJob, await enqueue(prisma, forgetMailJob, {}));
  const left = [...ended.map((state) => `recent ${state}`), "waiting", "sending"].sort();
  const mails = await prisma.mail.findMany({ select: { once: true } });
  expect(mails.map(({ once }) => once).sort()).toEqual(left);
  const notices = await prisma.mailNotice.findMany({ select: { once: true } });
  expect(notices.map(({ once }) => once).sort()).toEqual(left.map((once) => `of ${once}`));
  // And it is done by the clock.
  expect(jobKinds).toContain(forgetMailJob);
});
