import { describe, expect, it } from "vitest";
import { seenMark } from "@/lib/schemas/reports/review-forms";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { markIndicator } from "./mark-indicator";
import { returnReport } from "./return-report";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state });
const stored = (id: number) =>
  on.database.prisma.report.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { id: "asc" } }, marks: true },
  });
const giveBack = async (reason: string, actor = on.plan.actors.secretariat, rowVersion = 1) =>
  returnReport(actor, here(), { rowVersion, reason, queries: await queriesAsSeen(on.database.prisma, on.plan) }, now);

describe("a mark", () => {
  const mark = (
    mark: "accept" | "query" | "none",
    { query = "", submission = 1, actor = on.plan.actors.secretariat, indicator = "G1.1-a", seen = "" } = {},
  ) => markIndicator(actor, here(), { indicator, submission, mark, query, seen }, now);

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
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "marked", after: { mark: "query" } },
      { action: "marked", after: { mark: "accept" } },
      { action: "marked", after: { mark: "none" } },
    ]);
  });

  it("is refused to others, for another submission, for what isn't there, and once it is decided", async () => {
    await make("submitted");
    await expect(mark("accept", { actor: on.plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(mark("accept", { actor: on.plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(mark("accept", { submission: 2 })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(mark("accept", { indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await giveBack("Check it.");
    await expect(mark("accept")).rejects.toThrow(refusal("locked", { args: { lock: "returned" } }));
  });

  it("of one's own at once is the last one's, and each is written down", async () => {
    const { id } = await make("submitted");
    await Promise.all([mark("query", { query: "One?" }), mark("query", { query: "Two?" }), mark("accept")]);
    expect((await stored(id)).marks).toHaveLength(1);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(3);
  });

  it("of two reviewers at once is the first one's, and the other is told what stands and whose it is", async () => {
    const { id } = await make("submitted");
    const { secretariat, secondReviewer } = on.plan.actors;
    const outcomes = await Promise.allSettled([
      mark("query", { query: "One?" }),
      mark("query", { query: "Two?", actor: secondReviewer }),
    ]);
    const [standing] = (await stored(id)).marks;
    const first = standing!.markedById === secretariat.id ? 0 : 1;
    expect(standing).toMatchObject({ query: ["One?", "Two?"][first] });
    const by = (await on.database.prisma.user.findUniqueOrThrow({ where: { id: standing!.markedById } })).name;
    const told = { by, at: standing!.markedAt.toISOString(), mark: "query", query: standing!.query };
    expect(outcomes[first]).toMatchObject({ status: "fulfilled" });
    expect(outcomes[1 - first]).toMatchObject({ status: "rejected", reason: { code: "markedMeanwhile", args: told } });
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("gives way to another reviewer who saw it as it stands, and to nobody else", async () => {
    const { id } = await make("submitted");
    const actor = on.plan.actors.secondReviewer;
    await mark("query", { query: "One?" });
    await mark("query", { query: "One, two?" });
    const before = seenMark({ mark: "query", query: "One?" });
    const refused = refusal("markedMeanwhile");
    await expect(mark("accept", { actor, seen: before })).rejects.toThrow(refused);
    await expect(mark("none", { actor, seen: before })).rejects.toThrow(refused);
    await expect(mark("accept", { actor, seen: "query" })).rejects.toThrow(refused);
    expect((await stored(id)).marks).toMatchObject([{ query: "One, two?" }]);
    await mark("accept", { actor, seen: seenMark({ mark: "query", query: "One, two?" }) });
    expect((await stored(id)).marks).toMatchObject([{ mark: "accept", markedById: actor.id }]);
  });

  it("is no conflict with itself: sent again after its answer was lost, or the same from another reviewer", async () => {
    const { id } = await make("submitted");
    await mark("query", { query: "One?" });
    await mark("query", { query: "One?", actor: on.plan.actors.secondReviewer });
    await mark("query", { query: "One, two?" });
    await mark("accept");
    expect((await stored(id)).marks).toMatchObject([{ mark: "accept" }]);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(3);
  });
});
