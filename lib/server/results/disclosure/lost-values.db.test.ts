import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publishHere } from "@/lib/server/results/publish";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const sexByAge = Object.fromEntries(
  ["female", "male"].flatMap((sex) => ["0-17", "18+"].map((age) => [`sex=${sex};age=${age}`, 1])),
);
const halves = { "sex=female": 2, "sex=male": 2 };

// Four cells that aren't zero under a total that readers know as "<5": each must be 1, and that can't be taken back.
for (const [remembers, ...releases] of [
  ["what it marked in between", { total: 4 }, { total: 4, ...halves }, { total: 4, ...halves, ...sexByAge }],
  [
    "it over another value before",
    { total: 3 },
    { total: 4 },
    { total: 4, ...halves },
    { total: 4, ...halves, ...sexByAge },
  ],
  ["it when another value follows", { total: 4 }, { total: 4, ...halves }, { total: 5, ...halves, ...sexByAge }],
] as [string, ...Record<string, number>[]][]) {
  it(`a results version remembers that readers saw <5: ${remembers}`, async () => {
    const tables = [["sex"], ["sex", "age"]];
    const plan = await makeResultsPlan(database.prisma, `small${releases.length}${remembers.length}`, {
      "G1.1-a": { tables },
    });
    let lost: string[] = [];
    for (const counts of releases) {
      const values = Object.fromEntries(Object.entries(counts).map(([cell, value]) => [cell, count(value)]));
      ({ lost } = await plan.approve("THA", "2016", { "G1.1-a": values }, seededRandom(1)));
    }
    const rows = await database.prisma.result.findMany({
      where: {
        planId: plan.planId,
        untilVersion: null,
        unitId: plan.unitIds.THA!,
        cell: { key: { in: Object.keys(sexByAge) } },
      },
      select: { disclosureState: true, cell: { select: { key: true } } },
    });
    expect(rows.length).toBe(4);
    // Whoever is told `<5` of such a cell would be promised what can't be kept.
    for (const { disclosureState, cell } of rows) {
      expect([cell.key, disclosureState, lost.includes(`G1.1-a THA|2016|${cell.key}`)]).toEqual([
        cell.key,
        "suppressed",
        true,
      ]);
    }
  });
}

async function publisherOf(code: string) {
  const plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { tables: [["sex"]] } });
  const publish = async (counts: Record<string, number>) => {
    const values = Object.fromEntries(Object.entries(counts).map(([cell, value]) => [cell, count(value)]));
    const report = await plan.draft("THA", "2016", { "G1.1-a": values });
    const change = { planId: plan.planId, cause: "approval", subject: "report THA 2016", reports: [report] } as const;
    return database.prisma.$transaction((tx) => publishHere(tx, change, seededRandom(1)));
  };
  return { plan, publish };
}

it("a results version names the values that earlier ones have given away", async () => {
  const { publish } = await publisherOf("lost");
  expect(await publish({ total: 90, "sex=female": 87 })).toMatchObject({ lost: [] });
  // 90 and 87 have stood in the open: whoever kept them knows the rest, and the region's, for no other country reported.
  const { lost } = await publish({ total: 90, "sex=female": 87, "sex=male": 3 });
  expect(lost).toEqual(["G1.1-a THA|2016|sex=male", "G1.1-a REGION|2016|sex=male"]);
});

it("a results version remembers what “suppressed” told of a value when it first stood", async () => {
  const { plan, publish } = await publisherOf("told");
  await publish({ total: 60, "sex=female": 2, "sex=male": 30 });
  // In the place of a small count, so that it is suppressed; no smaller than 5, for it would say <5.
  expect(await publish({ total: 6, "sex=female": 5, "sex=male": 30 })).toMatchObject({ lost: [] });
  const { lost } = await publish({ total: 6, "sex=female": 5, "sex=male": 1 });
  expect(lost).toEqual(expect.arrayContaining(["G1.1-a THA|2016|sex=female", "G1.1-a THA|2016|sex=male"]));
  // Approved once more, what was told at first is still what is known.
  await publish({ total: 6, "sex=female": 5, "sex=male": 2 });
  const women = await database.prisma.result.findMany({
    where: { planId: plan.planId, unitId: plan.unitIds.THA!, number: 5, cell: { key: "sex=female" } },
    select: { disclosureState: true, toldLeast: true },
  });
  expect(new Set(women.map(({ disclosureState, toldLeast }) => `${disclosureState} ${toldLeast}`))).toEqual(
    new Set(["suppressed 5"]),
  );
});
