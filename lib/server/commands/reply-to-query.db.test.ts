import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf, makeReport } from "@/prisma/seed/make-report";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { markIndicator } from "./mark-indicator";
import { replyToQuery } from "./reply-to-query";
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
const query = (words: string) =>
  markIndicator(
    plan.actors.secretariat,
    here(),
    { indicator: "G1.1-a", submission: 1, mark: "query", query: words },
    now,
  );

describe("a reply to a query", () => {
  const reply = (words: string, actor = plan.actors.thailand, indicator = "G1.1-a") =>
    replyToQuery(actor, here(), { indicator, reply: words }, now);

  it("is stored once the report is back, and may be given anew", async () => {
    const { id } = await make("submitted");
    await query("Is it all?");
    await expect(reply("Yes.")).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    await giveBack("");
    await reply("Yes.");
    await reply("Yes, both lines.");
    expect((await stored(id)).marks).toMatchObject([
      { reply: "Yes, both lines.", repliedById: plan.actors.thailand.id },
    ]);
    expect((await auditOf(database.prisma, plan)).map(({ action }) => action)).toEqual([
      "marked",
      "returned",
      "queryAnswered",
      "queryAnswered",
    ]);
  });

  it("is refused where nothing was asked, and to whoever doesn't enter the indicator", async () => {
    await expect(reply("Yes.")).rejects.toThrow(refusal("notFound"));
    await make("submitted");
    await query("Is it all?");
    await giveBack("");
    await expect(reply("Yes.", plan.actors.thailand, "G1.2-b")).rejects.toThrow(refusal("notFound"));
    await expect(reply("Yes.", plan.actors.contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(reply("Yes.", plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
  });
});
