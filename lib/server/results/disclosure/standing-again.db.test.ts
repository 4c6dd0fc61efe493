import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { takeDown } from "@/lib/server/commands/take-down";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { publishedPlan } from "../read/plan";
import { publicReader } from "../read/result-reader";

// A value that stands again after it was missing is the one that readers saw before, and they can subtract from it.

let database: Database;
let secretariat: Actor;
let plans = 0;
let code: string;
let plan: ResultsPlan;
beforeAll(async () => {
  database = await testDatabase();
  secretariat = (await makeReporting(database.prisma)).actors.secretariat;
});
afterAll(() => database.close());

const now = new Date("2018-06-11T04:00:00Z");
/** Three women, six men, and others; in all, so many. */
const values = (other: number) => ({
  "G1.1-a": {
    total: count(9 + other),
    "sex=female": count(3),
    "sex=male": count(6),
    "sex=other": count(other),
  },
});
const approve = (values: Parameters<ResultsPlan["approve"]>[2]) => plan.approve("THA", "2015", values);

const meanwhile: Record<string, (correct: () => Promise<unknown>) => Promise<unknown>> = {
  "stood all the while": (correct) => correct(),
  "wasn't reported for a while": async (correct) => {
    await approve({});
    return correct();
  },
  "was taken down and restored": async (correct) => {
    const actor = {
      ...secretariat,
      roles: [{ role: "secretariat" as const, plan: { id: plan.planId, code }, unit: null }],
    };
    const part = { kind: "value" as const, indicator: "G1.1-a" };
    const taken = await takeDown(actor, { plan: code, unit: "THA", period: "2015", part, reason: "A family." }, now);
    await correct();
    return restoreTakenDown(actor, code, taken, now);
  },
};

describe("a small value beside one that is corrected", () => {
  it.each(Object.entries(meanwhile))("stays hidden where it %s", async (_, change) => {
    code = `again${++plans}`;
    const cells = { "G1.1-a": { tables: [["sex"]] } };
    plan = await makeResultsPlan(database.prisma, code, cells, { sex: ["female", "male", "other"] });
    await approve(values(1));
    await change(() => approve(values(4)));
    const states = async (version: string | null) => {
      const read = (await publishedPlan(code, "en", version))!;
      const rows = await publicReader(read).results({ unitId: plan.unitIds.THA! });
      return Object.fromEntries(rows.map(({ cell, value: { state } }) => [cell, state]));
    };
    // One and four: with both totals, three more than before are four, and one.
    expect(await states("2")).toEqual({
      total: "shown",
      "sex=female": "small",
      "sex=male": "suppressed",
      "sex=other": "small",
    });
    expect((await states(null)).total).not.toBe("shown");
  });
});
