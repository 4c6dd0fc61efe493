import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { approveForm } from "@/lib/schemas/reports/review-forms";
import { verifyStream } from "@/lib/server/audit/verify";
import { consequencesOfApproval } from "@/lib/server/queries/consequences-of-approval";
import { approveAsShown, undecidedShown } from "@/test/factories/approve-as-shown";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { adoptNext } from "@/test/factories/next-edition";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { approveReport } from "./approve-report";
import { recordReviewAnswer } from "./record-review-answer";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const count = (number: string): Value => ({ kind: "number", number });
const submitted = (unit = "THA", period = "2016", cells: Record<string, Value> = { total: count("10") }) =>
  makeReport(on.database.prisma, on.plan, {
    unit,
    period,
    state: "submitted",
    values: unit === "REGION" ? {} : { "G1.1-a": cells },
  });
const approve = (rowVersion = 1, actor = on.plan.actors.secretariat, unit = "THA", period = "2016") =>
  approveAsShown(actor, on.plan.address(unit, period), { rowVersion }, now);
const version = async () =>
  (await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } })).resultsVersion;

describe("approving a report", () => {
  it("stores the decision, raises the results version and writes it down, all together", async () => {
    const { id } = await submitted();
    expect(await approve()).toEqual({ resultsVersion: 2 });
    expect(await version()).toBe(2);
    const publications = await on.database.prisma.resultsVersion.findMany({
      where: { planId: on.plan.planId, version: 2 },
    });
    expect(publications).toMatchObject([{ cause: "approval", subject: "report THA 2016" }]);
    const report = await on.database.prisma.report.findUniqueOrThrow({ where: { id }, include: { decisions: true } });
    expect(report).toMatchObject({
      state: "approved",
      rowVersion: 2,
      approvedById: on.plan.actors.secretariat.id,
      decisions: [{ decision: "approved", submission: 1, decidedById: on.plan.actors.secretariat.id }],
    });
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      {
        action: "approved",
        after: { resultsVersion: 2, submission: 1, own: { changed: 0, first: 0 }, region: { changed: 0, first: 0 } },
      },
    ]);
  });

  it("is the secretariat's, and not for whoever submitted it", async () => {
    await submitted();
    const { thailand, cambodia, contributor, cso, secondReviewer } = on.plan.actors;
    await expect(approve(1, thailand)).rejects.toThrow(refusal("notAllowed"));
    await expect(approve(1, contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(approve(1, cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(approve(1, cso)).rejects.toThrow(refusal("notFound"));
    await submitted("REGION");
    await expect(approve(1, secondReviewer, "REGION")).rejects.toThrow(refusal("notAllowed"));
    expect(await approve(1, on.plan.actors.secretariat, "REGION")).toEqual({ resultsVersion: 2 });
  });

  it("publishes no value beyond the limits of its definition, whenever it was stored", async () => {
    const swapped = { kind: "ratio", numerator: { exact: "140" }, denominator: { exact: "61" } } as const;
    const part = { total: { kind: "number", number: "10" }, "sex=male": { kind: "number", number: "-3" } } as const;
    const values = { "G1.1-a": part, "G1.1-b": { total: swapped } };
    const { id } = await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "submitted",
      values,
    });
    const args = { indicators: 2, codes: "G1.1-a, G1.1-b" };
    await expect(approve()).rejects.toThrow(refusal("valuesOutsideLimits", { args }));
    expect(await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "submitted" });
    expect([await version(), await auditOf(on.database.prisma, on.plan)]).toEqual([1, []]);
  });

  it("waits until no query is left, and changes nothing before", async () => {
    const { id } = await submitted();
    const asked = "Is it all?";
    const seen = seenAnswer({ answer: "query", query: asked });
    const answer = (answer: "accept" | "query") =>
      recordReviewAnswer(
        on.plan.actors.secondReviewer,
        on.plan.address("THA", "2016"),
        { indicator: "G1.1-a", submission: 1, answer, query: answer === "query" ? asked : "", seen },
        now,
      );
    await answer("query");
    const { secondReviewer } = on.plan.actors;
    const args = { queries: 1, codes: "G1.1-a", by: secondReviewer.name };
    await expect(approve()).rejects.toThrow(refusal("queriesUnanswered", { args }));
    const theirs = approve(1, secondReviewer);
    await expect(theirs).rejects.toThrow(refusal("queriesUnanswered", { args: { ...args, by: "you" } }));
    expect(await version()).toBe(1);
    expect(await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "submitted" });
    await answer("accept");
    await approve();
  });

  it("waits for no query about an indicator that the framework's next edition doesn't have", async () => {
    await submitted();
    const { secretariat } = on.plan.actors;
    const query = { indicator: "G1.1-a", submission: 1, answer: "query", query: "Is it all?" } as const;
    await recordReviewAnswer(secretariat, on.plan.address("THA", "2016"), query, now);
    await adoptNext(on.database.prisma, secretariat, on.plan, (editionId) =>
      on.database.prisma.editionIndicator.deleteMany({ where: { editionId, code: query.indicator } }),
    );
    expect(await approve()).toEqual({ resultsVersion: 3 });
  });

  it("is refused for drafts, in a locked period, and for what was decided meanwhile", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "KHM", period: "2016" });
    await expect(approve(1, on.plan.actors.secretariat, "KHM")).rejects.toThrow(
      refusal("locked", { args: { lock: "draft" } }),
    );
    await expect(approve(1, on.plan.actors.secretariat, "KHM", "2017")).rejects.toThrow(refusal("notFound"));
    await submitted();
    await expect(approve(7)).rejects.toThrow(refusal("changedMeanwhile"));
    const period = (state: "locked" | "closed") =>
      on.database.prisma.reportingPeriod.update({ where: { id: on.plan.periodIds["2016"]! }, data: { state } });
    await period("locked");
    await expect(approve()).rejects.toThrow(refusal("locked", { args: { lock: "periodLocked" } }));
    await period("closed");
    await approve();
  });

  it("lets one of two approvers at once win and tells the other", async () => {
    const { id } = await submitted();
    const outcomes = await Promise.allSettled([approve(), approve(1, on.plan.actors.secondReviewer)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "locked", args: { lock: "approved" } },
    });
    expect(await version()).toBe(2);
    expect(await on.database.prisma.reviewDecision.count({ where: { reportId: id } })).toBe(1);
    expect(await verifyStream(on.database.prisma, `report:${id}`)).toMatchObject({ intact: true, events: 1 });
  });

  it("gives every approval its own results version when several come at once", async () => {
    for (const unit of ["THA", "KHM"]) for (const period of ["2015", "2016"]) await submitted(unit, period);
    const versions = await Promise.all(
      ["THA", "KHM"].flatMap((unit) =>
        ["2015", "2016"].map((period) => approve(1, on.plan.actors.secretariat, unit, period)),
      ),
    );
    expect(versions.map(({ resultsVersion }) => resultsVersion).sort()).toEqual([2, 3, 4, 5]);
  });

  /** What the secretariat is shown of an approval now. */
  const shownOf = async (unit: string, period = "2016") =>
    (await consequencesOfApproval(on.plan.actors.secretariat, on.plan.address(unit, period), { locale: "en", now }))!
      .digest;
  /** What hides the region's value beside it. */
  const small = { total: count("44"), "sex=female": count("41"), "sex=male": count("3") };
  const approveShown = async (unit: string, consequences: string, undecided?: string[]) => {
    const { secretariat } = on.plan.actors;
    const address = on.plan.address(unit, "2016");
    const shown = {
      rowVersion: 1,
      consequences,
      undecided: undecided ?? (await undecidedShown(secretariat, address, now)),
    };
    return approveReport(secretariat, address, shown, now);
  };

  it("is refused where another one changed what it would make public, and goes through once that is shown", async () => {
    const { id } = await submitted("THA", "2016", small);
    await submitted("KHM", "2016", small);
    const shown = await shownOf("THA");
    await approve(1, on.plan.actors.secretariat, "KHM");
    await expect(approveShown("THA", shown)).rejects.toThrow(refusal("consequencesChanged"));
    expect(await version()).toBe(2);
    expect(await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "submitted" });
    expect((await auditOf(on.database.prisma, on.plan)).filter(({ reportId }) => reportId === id)).toEqual([]);
    expect(await approveShown("THA", await shownOf("THA"))).toEqual({ resultsVersion: 3 });
  });

  it("is refused where somebody took an acceptance back after what is undecided was shown, and goes through once that is", async () => {
    const { id } = await submitted();
    const { secretariat, secondReviewer } = on.plan.actors;
    const address = on.plan.address("THA", "2016");
    const answer = (answer: "accept" | "none", indicator = "G1.1-a") =>
      recordReviewAnswer(secretariat, address, { indicator, submission: 1, answer, query: "", seen: "accept" }, now);
    await answer("accept");
    await answer("accept", "G1.1-b");
    const shown = await undecidedShown(secretariat, address, now);
    expect(shown).not.toContain("G1.1-a");
    await recordReviewAnswer(
      secondReviewer,
      address,
      { indicator: "G1.1-a", submission: 1, answer: "none", query: "", seen: "accept" },
      now,
    );
    const approved = approveShown("THA", await shownOf("THA"), shown);
    await expect(approved).rejects.toThrow(refusal("undecidedMeanwhile", { args: { count: 1, codes: "G1.1-a" } }));
    expect(await version()).toBe(1);
    expect(await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "submitted" });
    // What was decided meanwhile is no obstacle.
    const anew = await undecidedShown(secretariat, address, now);
    await answer("accept", anew.find((code) => code !== "G1.1-a")!);
    expect(await approveShown("THA", await shownOf("THA"), anew)).toEqual({ resultsVersion: 2 });
  });

  it("counts an acceptance of the submission before as long as nothing changed since", async () => {
    const { id } = await submitted();
    const { secretariat } = on.plan.actors;
    const address = on.plan.address("THA", "2016");
    const accept = { indicator: "G1.1-a", submission: 1, answer: "accept", query: "" } as const;
    await recordReviewAnswer(secretariat, address, accept, now);
    await on.database.prisma.report.update({ where: { id }, data: { submission: 2 } });
    const shown = await undecidedShown(secretariat, address, now);
    expect(shown).not.toContain("G1.1-a");
    expect(await approveShown("THA", await shownOf("THA"), shown)).toEqual({ resultsVersion: 2 });
  });

  it("goes through without asking where another one changed nothing of that", async () => {
    await submitted("THA");
    await submitted("KHM", "2015");
    const shown = await shownOf("THA");
    await approve(1, on.plan.actors.secretariat, "KHM", "2015");
    expect(await shownOf("THA")).toBe(shown);
    expect(await approveShown("THA", shown)).toEqual({ resultsVersion: 3 });
  });

  it("is refused to whoever was shown nothing of what it would change", async () => {
    await submitted();
    const { consequences } = approveForm.parse({ ...on.plan.address("THA", "2016"), rowVersion: "1" });
    for (const seen of [consequences, "0123456789abcdef"])
      await expect(approveShown("THA", seen)).rejects.toThrow(refusal("consequencesChanged"));
    expect(await version()).toBe(1);
  });

  it("is judged again where another one is published while it is on its way", async () => {
    for (const unit of ["THA", "KHM"]) await submitted(unit, "2016", small);
    const both = await Promise.all(["THA", "KHM"].map((unit) => shownOf(unit)));
    const outcomes = await Promise.allSettled(["THA", "KHM"].map((unit, at) => approveShown(unit, both[at]!)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "consequencesChanged" },
    });
    expect(await version()).toBe(2);
  });
});
