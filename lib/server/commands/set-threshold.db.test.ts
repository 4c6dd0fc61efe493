import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { thresholdPage } from "@/lib/server/queries/threshold-page";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { auditWhere, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { setThreshold } from "./set-threshold";

const on = reportingTests();
const now = new Date("2017-05-02T03:00:00Z");
const count = (number: number): Value => ({ kind: "number", number: String(number) });
const here = () => on.plan.address("THA", "2016");

const submitted = () =>
  makeReport(on.database.prisma, on.plan, {
    unit: "THA",
    period: "2016",
    state: "submitted",
    values: { "G1.1-a": { total: count(60), "sex=female": count(53), "sex=male": count(7) } },
  });
const approve = async (report: { rowVersion: number }) =>
  approveAsShown(on.plan.actors.secretariat, here(), report, now);

async function shown(asked: number, actor = on.plan.actors.secretariat) {
  const view = await thresholdPage(actor, on.plan.code, { locale: "en", asked }, 60_000);
  if (view?.proposal?.state !== "ready") throw new Error(`no preview: ${JSON.stringify(view)}`);
  return view.proposal.preview;
}
const set = (threshold: number, from: number, preview: string, actor = on.plan.actors.secretariat) =>
  setThreshold(actor, { plan: on.plan.code, threshold, from, preview }, now);
const thresholdNow = async () =>
  (await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } })).smallCountThreshold;
const events = () => auditWhere(on.database.prisma, { stream: `results:${on.plan.planId}` });

describe("a threshold of small counts", () => {
  it("is set as it was shown: what it hides, what it can't protect, and an event that says so", async () => {
    await approve(await submitted());
    const preview = await shown(11);
    expect(preview).toMatchObject({ isHigher: true, counts: { hidden: 2, unprotected: 2, marked: 0 } });
    expect(preview.indicators.map(({ code, values }) => [code, values.map(({ cell }) => cell)])).toEqual([
      ["G1.1-a", ["sex=male", "sex=male"]],
    ]);
    expect(await thresholdNow()).toBe(5);
    const { resultsVersion } = await set(11, 5, preview.digest);
    expect(await thresholdNow()).toBe(11);
    const head = async (version: number) => (await publishedPlan(on.plan.code, "en", String(version)))?.head;
    expect(await head(resultsVersion)).toMatchObject({ threshold: 11, earlierThresholds: [5] });
    expect((await head(resultsVersion - 1))?.threshold).toBe(5);
    expect(await events()).toMatchObject([
      {
        action: "thresholdSet",
        before: { threshold: 5 },
        after: { threshold: 11, resultsVersion, changed: 2, unprotected: expect.any(Array) },
      },
    ]);
    // Asked again, it is what is set; a lower one changes nothing that is public.
    const page = await thresholdPage(on.plan.actors.administrator, on.plan.code, { locale: "en", asked: 11 });
    expect(page?.proposal).toEqual({ threshold: 11, state: "same" });
    const lower = await shown(5, on.plan.actors.administrator);
    expect(lower).toMatchObject({ isHigher: false, indicators: [], counts: { hidden: 0, marked: 0 } });
    await set(5, 11, lower.digest, on.plan.actors.administrator);
    expect(await thresholdNow()).toBe(5);
  });

  it("is refused where it isn't the one any more that was seen, or something else became public", async () => {
    const report = await submitted();
    const { digest } = await shown(11);
    await expect(set(11, 8, digest)).rejects.toEqual(refusal("changedMeanwhile"));
    await expect(set(5, 5, digest)).rejects.toEqual(refusal("changedMeanwhile"));
    await approve(report);
    await expect(set(11, 5, digest)).rejects.toEqual(refusal("thresholdPreviewChanged"));
    expect(await thresholdNow()).toBe(5);
    expect(await events()).toEqual([]);
  });

  it("and an approval at once: one comes first, and the other publishes only what was shown", async () => {
    const report = await submitted();
    const { digest } = await shown(11);
    const [threshold, approval] = await Promise.allSettled([set(11, 5, digest), approve(report)]);
    const done = [threshold, approval].filter(({ status }) => status === "fulfilled").length;
    expect(done).toBeGreaterThan(0);
    const { resultsVersion } = await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } });
    expect(resultsVersion).toBe(1 + done);
    expect(await thresholdNow()).toBe(threshold.status === "fulfilled" ? 11 : 5);
    expect(await events()).toHaveLength(threshold.status === "fulfilled" ? 1 : 0);
  });

  it("is nobody's to see or set but the secretariat's and the administrator's", async () => {
    const { thailand, contributor, cso } = on.plan.actors;
    const { digest } = await shown(11);
    for (const actor of [thailand, contributor, cso]) {
      expect(await thresholdPage(actor, on.plan.code, { locale: "en", asked: 11 })).toBeNull();
      await expect(set(11, 5, digest, actor)).rejects.toEqual(refusal("notAllowed"));
    }
    expect(await thresholdNow()).toBe(5);
  });

  it("asks the database no more than any page", async () => {
    await approve(await submitted());
    await shown(11);
    const { secretariat } = on.plan.actors;
    const page = () => thresholdPage(secretariat, on.plan.code, { locale: "en", asked: 11 }, 60_000);
    expect(await statementsOfPage(on.database, on.plan.code, secretariat, page)).toBeLessThanOrEqual(15);
  });

  it("that is worked out says how far it is, and is worked out once", async () => {
    await approve(await submitted());
    const { secretariat } = on.plan.actors;
    const asked = { locale: "en", asked: 12 };
    const late = await thresholdPage(secretariat, on.plan.code, asked, 0);
    expect(late?.proposal).toMatchObject({ state: "underWay", progress: { of: expect.any(Number) } });
    const jobs = () => on.database.prisma.job.count();
    const before = await jobs();
    await shown(12);
    await shown(12);
    expect((await jobs()) - before).toBeLessThanOrEqual(1);
  });
});
