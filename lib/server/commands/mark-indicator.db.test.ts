import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf, makeReport } from "@/prisma/seed/make-report";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { markIndicator } from "./mark-indicator";
import { returnReport } from "./return-report";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
});

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const here = () => plan.address("THA", "2016");
const make = (state: "submitted" | "approved") =>
  makeReport(database.prisma, plan, { unit: "THA", period: "2016", state });
const stored = (id: number) =>
  database.prisma.report.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { id: "asc" } }, marks: true },
  });
const giveBack = (reason: string, actor = plan.actors.secretariat, rowVersion = 1) =>
  returnReport(actor, here(), { rowVersion, reason }, now);

describe("a mark", () => {
  const mark = (
    mark: "accept" | "query" | "none",
    { query = "", submission = 1, actor = plan.actors.secretariat, indicator = "G1.1-a" } = {},
  ) => markIndicator(actor, here(), { indicator, submission, mark, query }, now);

  it("is set, changed and taken back, each time with its event, and not when nothing changed", async () => {
    const { id } = await make("submitted");
    await mark("query", { query: "Is it all?" });
    await mark("query", { query: "Is it all?" });
    expect((await stored(id)).marks).toMatchObject([{ mark: "query", query: "Is it all?" }]);
    await mark("accept");
    expect((await stored(id)).marks).toMatchObject([{ mark: "accept", query: "" }]);
    await mark("none");
    await mark("none");
    expect((await stored(id)).marks).toEqual([]);
    expect(await auditOf(database.prisma, plan)).toMatchObject([
      { action: "marked", after: { mark: "query" } },
      { action: "marked", after: { mark: "accept" } },
      { action: "marked", after: { mark: "none" } },
    ]);
  });

  it("is refused to others, for another submission, for what isn't there, and once it is decided", async () => {
    await make("submitted");
    await expect(mark("accept", { actor: plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(mark("accept", { actor: plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(mark("accept", { submission: 2 })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(mark("accept", { indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await giveBack("Check it.");
    await expect(mark("accept")).rejects.toThrow(refusal("locked", { args: { lock: "returned" } }));
  });

  it("of many at once is the last one's, and each is written down", async () => {
    const { id } = await make("submitted");
    await Promise.all([
      mark("query", { query: "One?" }),
      mark("query", { query: "Two?", actor: plan.actors.secondReviewer }),
      mark("accept"),
    ]);
    expect((await stored(id)).marks).toHaveLength(1);
    expect(await auditOf(database.prisma, plan)).toHaveLength(3);
  });
});
