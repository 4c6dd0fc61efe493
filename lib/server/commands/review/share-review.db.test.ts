import { describe, expect, it } from "vitest";
import { defaultLocale } from "@/lib/i18n/routing";
import { sharesShown } from "@/lib/schemas/reports/review-fields";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { shareReview } from "./share-review";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved" = "submitted") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state });
const view = async (actor = on.plan.actors.secretariat) =>
  (await reportForReview(actor, here(), { locale: defaultLocale, now }))!;
const take = async (goals: string[], { actor = on.plan.actors.secretariat, seen = "" } = {}) =>
  shareReview(actor, here(), { goals, seen }, now);
const seenNow = async () => sharesShown((await view()).shares);

describe("who reviews what", () => {
  it("is said goal by goal, seen by others, and changed by whoever saw it", async () => {
    await make();
    const { secretariat, secondReviewer } = on.plan.actors;
    const goals = (await view()).goals.map(({ code }) => code);
    await take(goals);
    expect((await view(secondReviewer)).shares).toEqual(
      goals.map((goal) => ({ goal, reviewer: secretariat.id, by: secretariat.name, isOwn: false })),
    );
    expect((await view()).indicators.every(({ isMine }) => isMine)).toBe(true);
    await take(["G1"], { actor: secondReviewer, seen: await seenNow() });
    expect((await view()).shares.find(({ goal }) => goal === "G1")).toMatchObject({ reviewer: secondReviewer.id });
    await take([], { actor: secondReviewer, seen: await seenNow() });
    expect((await view()).shares.filter(({ goal }) => goal === "G1")).toEqual([]);
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual(
      Array(3).fill("reviewShared"),
    );
  });

  it("changes nothing, and says nothing, where it is said once more", async () => {
    await make();
    await take(["G1"]);
    await take(["G1"], { seen: await seenNow() });
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("is taken by one of two at the same moment, and the other is told", async () => {
    await make();
    const both = await Promise.allSettled([take(["G1"]), take(["G1"], { actor: on.plan.actors.secondReviewer })]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "sharesChanged" } });
    expect((await view()).shares).toHaveLength(1);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("goes on without whoever doesn't review any more, or can't sign in", async () => {
    await make();
    const { secondReviewer: second } = on.plan.actors;
    await take(["G1", "G2"], { actor: second });
    const { prisma } = on.database;
    const disable = (disabledAt: Date | null) => prisma.user.update({ where: { id: second.id }, data: { disabledAt } });
    await disable(now);
    expect((await view()).shares).toEqual([]);
    await disable(null);
    expect((await view()).shares).toHaveLength(2);
    await prisma.userRole.deleteMany({ where: { userId: second.id } });
    expect((await view()).shares).toEqual([]);
    // What they held is anybody's.
    await take(["G1"]);
    expect((await view()).shares).toMatchObject([{ goal: "G1", isOwn: true }]);
  });

  it("isn't said by others, of goals that aren't there, or once it is decided", async () => {
    await make("approved");
    await expect(take(["G1"], { actor: on.plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(take(["G1"], { actor: on.plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(take(["G9"])).rejects.toThrow(refusal("notFound"));
    await expect(take(["G1"])).rejects.toThrow(refusal("locked", { args: { lock: "approved" } }));
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });
});
