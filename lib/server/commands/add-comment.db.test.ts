import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commentForm } from "@/lib/schemas/reports/report-forms";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { addComment } from "./add-comment";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const comment = (actor = plan.actors.thailand, indicator = "G2.1-a", period = "2016") =>
  addComment(actor, plan.address("THA", period), { indicator, body: "Two provinces." }, now);
const comments = () => database.prisma.valueComment.findMany({ orderBy: { id: "asc" } });

describe("a comment", () => {
  it("is refused to strangers, outside an assignment, and for indicators that the unit doesn't report", async () => {
    const { cambodia, cso, contributor } = plan.actors;
    await expect(comment(cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(comment(cso)).rejects.toThrow(refusal("notFound"));
    await expect(comment(contributor, "G1.1-a")).rejects.toThrow(refusal("notAssigned"));
    await expect(comment(plan.actors.thailand, "G2.1-r")).rejects.toThrow(refusal("notFound"));
    await expect(comment(plan.actors.thailand, "G2.1-a", "2015-Q1")).rejects.toThrow(refusal("notFound"));
    expect(await comments()).toEqual([]);
    expect(await auditOf(database.prisma, plan)).toEqual([]);
  });

  it("is added by whoever enters the indicator and by the secretariat, many at once, each with its event", async () => {
    const { thailand, contributor, secretariat } = plan.actors;
    await Promise.all([comment(thailand), comment(contributor), comment(secretariat)]);
    expect((await comments()).map(({ authorId }) => authorId).sort()).toEqual(
      [thailand.id, contributor.id, secretariat.id].sort(),
    );
    const events = await auditOf(database.prisma, plan);
    expect(events.map(({ action }) => action)).toEqual(["opened", ...Array(3).fill("commentAdded")]);
  });

  it("is refused while the report is away", async () => {
    await makeReport(database.prisma, plan, { unit: "THA", period: "2015", state: "submitted" });
    await expect(comment(plan.actors.thailand, "G2.1-a", "2015")).rejects.toThrow(
      refusal("locked", { args: { lock: "submitted" } }),
    );
  });

  it("says something", () => {
    const read = (body: string) => commentForm.safeParse({ indicator: "G1.1-a", body });
    expect(read(" \n ").error?.issues).toMatchObject([{ path: ["body"], message: "wordsMissing" }]);
    expect(read("x".repeat(4001)).error?.issues).toMatchObject([{ message: "textTooLong" }]);
    expect(read(" Two\r\nlines ").data).toEqual({
      indicator: "G1.1-a",
      body: "Two\nlines",
      lastComment: 0,
      tell: [],
    });
  });
});
