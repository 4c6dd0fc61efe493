import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { recordValue } from "@/lib/server/commands/values/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { newsOfReport } from "./news-of-report";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const here = () => plan.address("THA", "2016");
const save = (as: Actor, indicator: string, number: string, expectedRevision = 0) =>
  recordValue(
    as,
    here(),
    { indicator, cell: "total", expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
const news = (as: Actor, since = new Date(0)) => newsOfReport(as, here(), { since, now });

it("tells what others changed since, as it is now, to whoever sees it", async () => {
  const { thailand, contributor, cambodia, cso, secretariat } = plan.actors;
  expect(await news(thailand)).toMatchObject({ revisions: 0, changes: [] });
  await save(thailand, "G1.1-a", "10");
  await save(thailand, "G1.1-a", "11", 1);
  await save(contributor, "G2.1-a", "3");
  await save(contributor, "G2.1-a", "", 1);
  const at = expect.any(String);
  const own = { indicator: "G2.1-a", cell: "total", present: null, by: contributor.name, isOwn: false, at };
  const other = {
    indicator: "G1.1-a",
    cell: "total",
    present: { revision: 2, value: { kind: "number", number: "11" }, savedAt: at },
    by: thailand.name,
    isOwn: true,
    at,
  };
  const told = (await news(thailand))!;
  expect(told.revisions).toBe(4);
  expect(told.changes).toEqual(expect.arrayContaining([own, other]));
  expect((await news(secretariat))?.changes).toHaveLength(2);
  expect((await news(contributor))?.changes).toEqual([{ ...own, isOwn: true }]);
  expect(await news(cambodia)).toBeNull();
  expect(await news(cso)).toBeNull();
  expect((await news(thailand, new Date(Date.now() + 3_600_000)))?.changes).toEqual([]);
});

it("tells what may be entered at this moment, and why nothing may", async () => {
  const { thailand, contributor, secretariat } = plan.actors;
  const standing = async (as: Actor) => (await news(as))?.standing;
  expect((await standing(thailand))?.lock).toBeNull();
  expect((await standing(thailand))?.enterable).toContain("G1.1-a");
  expect((await standing(contributor))?.enterable).toEqual(["G2.1-a"]);
  expect((await standing(secretariat))?.enterable).toEqual([]);
  await database.prisma.report.updateMany({ data: { state: "submitted", submission: 1, submittedAt: now } });
  expect(await standing(thailand)).toEqual({ lock: "submitted", enterable: [] });
});
