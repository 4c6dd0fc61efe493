import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { openReport } from "./open-report";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const open = (actor = plan.actors.thailand, unit = "THA", period = "2016") =>
  openReport(actor, plan.address(unit, period), now);

describe("opening a report", () => {
  it("is refused to strangers, and where the period takes none", async () => {
    const { cambodia, secretariat, cso } = plan.actors;
    for (const actor of [cambodia, cso]) await expect(open(actor)).rejects.toThrow(refusal("notFound"));
    await expect(open(secretariat)).rejects.toThrow(refusal("notAllowed"));
    const early = openReport(plan.actors.thailand, plan.address("THA", "2017"), new Date("2016-06-01T00:00:00Z"));
    await expect(early).rejects.toThrow(refusal("locked", { args: { lock: "periodNotStarted" } }));
    expect(await database.prisma.report.count()).toBe(0);
  });

  it("gives everybody who asks at once the same draft, opened once", async () => {
    const { thailand, contributor } = plan.actors;
    const opened = await Promise.all([open(thailand), open(contributor), open(thailand), open(contributor)]);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await database.prisma.report.findMany()).toMatchObject([{ state: "draft", submission: 0 }]);
    expect(await auditOf(database.prisma, plan)).toMatchObject([{ action: "opened", subject: "report THA 2016" }]);
  });

  it("lets the secretariat open the region's", async () => {
    expect(await open(plan.actors.secretariat, "REGION")).toEqual({ id: expect.any(Number) });
  });
});
