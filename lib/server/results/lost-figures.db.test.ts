import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "@/lib/domain/suppression/random-source";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeResultsPlan } from "@/prisma/seed/make-results-plan";
import { count } from "@/prisma/seed/results-framework";
import { publishReports } from "./publish-reports";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("a publication names the figures that earlier ones have given away", async () => {
  const plan = await makeResultsPlan(database.prisma, "lost", { "G1.1-a": { tables: [["sex"]] } });
  const publish = async (figures: Record<string, number>) => {
    const values = Object.fromEntries(Object.entries(figures).map(([cell, value]) => [cell, count(value)]));
    const report = await plan.draft("THA", "2016", { "G1.1-a": values });
    return database.prisma.$transaction((tx) =>
      publishReports(tx, plan.planId, [report], { subject: "report THA 2016", random: seededRandom(1) }),
    );
  };
  expect(await publish({ total: 90, "sex=female": 87 })).toMatchObject({ lost: [] });
  // 90 and 87 have stood in the open: whoever kept them knows the rest, and the region's, for no other country reported.
  const { lost } = await publish({ total: 90, "sex=female": 87, "sex=male": 3 });
  expect(lost).toEqual(["G1.1-a THA|2016|sex=male", "G1.1-a REGION|2016|sex=male"]);
});
