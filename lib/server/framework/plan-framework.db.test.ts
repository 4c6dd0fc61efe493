import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { raiseVersion } from "@/lib/server/results/publish";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { pastTriggers } from "@/test/factories/past-triggers";
import { indicatorsOfPeriod } from "./period-indicators";
import { frameworkOf } from "./plan-framework";

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

/** As a page reads it: the plan's row from the database, then the framework that belongs to it. */
const present = async (locale = "en") =>
  frameworkOf(await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } }), locale);

const renamed = (title: string) =>
  database.prisma.planText.updateMany({ where: { planId: plan.planId, locale: "en" }, data: { title } });
const raised = () =>
  database.prisma.$transaction((tx) => raiseVersion(tx, { planId: plan.planId, cause: "framework", subject: "words" }));

describe("a plan's framework", () => {
  it("is read once a version and language, and anew once the version is raised, by whomever", async () => {
    const first = await present();
    expect(await present()).toBe(first);
    expect(await present("th")).not.toBe(first);
    // As another process does it: this one is told by the plan's row alone.
    await renamed("Another plan");
    await raised();
    expect((await present()).title).toBe("Another plan");
    expect((await present()).units).toEqual(first.units);
  });

  it("can be changed by nobody who shares it", async () => {
    const { indicators, dimensions } = await present();
    expect(() => Object.assign(indicators[0]!.versions[0]!.view, { title: "" })).toThrow(TypeError);
    expect(() => (dimensions[0]!.categories as unknown[]).push({})).toThrow(TypeError);
  });

  it("keeps limits to the last digit", async () => {
    const exact = { lowest: "-1234567890123456789.00000001", highest: "1234567890123456789012.12345678" };
    const indicatorId = plan.indicatorIds["G1.1-a"]!;
    await pastTriggers(database.prisma, (tx) =>
      tx.indicatorVersion.updateMany({ where: { indicatorId }, data: exact }),
    );
    await raised();
    const period = { startsOn: new Date("2016-01-01"), frequency: "annual" } as const;
    const { indicators } = indicatorsOfPeriod(await present(), "country", period);
    expect(indicators.find(({ view }) => view.code === "G1.1-a")?.view.rules).toMatchObject(exact);
  });

  it("isn't taken back by somebody who read the plan's row before the change", async () => {
    const now = await present();
    const { id, resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } });
    await frameworkOf({ id, resultsVersion: resultsVersion - 1 }, "en");
    expect(await present()).toBe(now);
  });
});
