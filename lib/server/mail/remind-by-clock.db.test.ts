import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { mailReader } from "./mail-reader";
import { readNotices } from "./read-notices";
import { remindByClock } from "./remind-by-clock";
import { reminderStep } from "./reminder-step";

let database: Database;
let plan: Reporting;
let due: string;

beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const period = await database.prisma.reportingPeriod.findFirstOrThrow({
    where: { id: plan.periodIds["2016"]! },
    select: { dueOn: true },
  });
  due = period.dueOn.toISOString().slice(0, 10);
  await database.prisma.reportingPeriod.updateMany({
    where: { id: { not: plan.periodIds["2016"]! } },
    data: { state: "closed" },
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.mail.deleteMany();
  await database.prisma.report.deleteMany();
});

/** One in the night, by the site's clock, so many days after the due date. */
const night = (days: number) => new Date(Date.parse(`${due}T18:00:00Z`) + (days - 1) * 86_400_000);
const queued = async (userId: number) => {
  const notices = await database.prisma.mailNotice.findMany({
    where: { mail: { userId }, args: { path: ["unit"], equals: "THA" } },
    select: { kind: true, args: true },
    orderBy: { id: "asc" },
  });
  return notices.map(({ kind, args }) => `${kind} ${(args as { step: number }).step}`);
};

describe("reminders by the clock", () => {
  it("come a week before a report is due, on the day, and four times after it, once each", async () => {
    for (let days = -10; days <= 40; days++) {
      await remindByClock(night(days));
      await remindByClock(night(days));
    }
    const steps = ["dueSoon 1", "dueToday 1", "overdue 1", "overdue 2", "overdue 3", "overdue 4"];
    expect(await queued(plan.actors.thailand.id)).toEqual(steps);
    expect(await queued(plan.actors.contributor.id)).toEqual(steps);
    expect(await queued(plan.actors.cambodia.id)).toEqual([]);
  });

  it("are queued once by several at the same time", async () => {
    await Promise.all([remindByClock(night(0)), remindByClock(night(0)), remindByClock(night(0))]);
    expect(await queued(plan.actors.thailand.id)).toEqual(["dueToday 1"]);
  });

  it("skip what a server slept over", async () => {
    await remindByClock(night(10));
    expect(await queued(plan.actors.thailand.id)).toEqual(["overdue 2"]);
  });

  it("don't come for a report that is in, and go no further once it is", async () => {
    await remindByClock(night(1));
    const { actors } = plan;
    const [mail] = await database.prisma.mail.findMany({
      where: { userId: actors.thailand.id },
      select: { userId: true, email: true, locale: true, notices: { select: { id: true, kind: true, args: true } } },
    });
    const read = async () => {
      const notices = await readNotices(mail!.notices, await mailReader(mail!), night(1));
      return notices.map(({ kind, leftOut }) => [kind, leftOut]);
    };
    expect(await read()).toEqual([["overdue", null]]);
    await database.prisma.unwantedMail.create({ data: { userId: actors.thailand.id, kind: "overdue" } });
    expect(await read()).toEqual([["overdue", "unwanted"]]);
    await database.prisma.unwantedMail.deleteMany();
    await makeReport(database.prisma, plan, { unit: "THA", period: "2016", state: "submitted" });
    expect(await read()).toEqual([["overdue", "settled"]]);
    await database.prisma.mail.deleteMany();
    await remindByClock(night(1));
    expect(await queued(actors.thailand.id)).toEqual([]);
  });

  it("come in a closed period for a report that was returned, and that alone can be sent", async () => {
    const set = (state: "closed" | "open") =>
      database.prisma.reportingPeriod.update({ where: { id: plan.periodIds["2016"]! }, data: { state } });
    await set("closed");
    await remindByClock(night(0));
    expect(await queued(plan.actors.thailand.id)).toEqual([]);
    const { id } = await makeReport(database.prisma, plan, { unit: "THA", period: "2016", state: "submitted" });
    await database.prisma.report.update({ where: { id }, data: { state: "returned" } });
    await remindByClock(night(0));
    expect(await queued(plan.actors.thailand.id)).toEqual(["dueToday 1"]);
    await set("open");
  });
});

describe("the step of a day", () => {
  it("lasts until the next one", () => {
    const of = (today: string) => {
      const present = reminderStep("2018-05-28", today);
      return present && `${present.kind} ${present.step}`;
    };
    expect(["2018-05-20", "2018-05-21", "2018-05-27", "2018-05-28"].map(of)).toEqual([
      null,
      "dueSoon 1",
      "dueSoon 1",
      "dueToday 1",
    ]);
    expect(["2018-05-29", "2018-06-04", "2018-06-05", "2018-06-25", "2018-06-26"].map(of)).toEqual([
      "overdue 1",
      "overdue 1",
      "overdue 2",
      "overdue 4",
      null,
    ]);
  });
});
