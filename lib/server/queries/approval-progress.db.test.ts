import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import { beat, beginHere } from "@/lib/server/jobs/job-rows";
import { readJobs } from "@/lib/server/jobs/read-jobs";
import { locateReport } from "@/lib/server/reports/locate-report";
import { workOutJob } from "@/lib/server/results/compute/work-out-job";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { approvalProgress, consequencesOfApproval, consequencesSoon } from "./consequences-of-approval";
import { publishedByApproval } from "./published-by-approval";
import { reviewPage } from "./review-page";

const on = reportingTests();
const asked = { locale: "en", now: new Date("2017-05-01T00:00:00Z") };
const count = (number: string): Value => ({ kind: "number", number });
const here = () => on.plan.address("THA", "2016");
const submitted = () =>
  makeReport(on.database.prisma, on.plan, {
    unit: "THA",
    period: "2016",
    state: "submitted",
    values: {
      "G1.1-a": { total: count("44"), "sex=female": count("41"), "sex=male": count("3") },
      "G1.1-c": { total: { kind: "yesNo", yes: true } },
    },
  });

describe("an approval that is being worked out", () => {
  it("is told by how far it is to whoever waits no longer, and whole once it is there", async () => {
    await submitted();
    const { secretariat } = on.plan.actors;
    const located = (await locateReport(on.database.prisma, here()))!;
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: null });
    expect(await consequencesSoon(secretariat, located, asked, 0)).toEqual({
      consequences: null,
      underWay: { done: expect.any(Number), of: expect.any(Number) },
      tooLarge: null,
    });
    const whole = await consequencesOfApproval(secretariat, here(), asked);
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: null });
    expect(await consequencesSoon(secretariat, located, asked)).toEqual({
      consequences: whole,
      underWay: null,
      tooLarge: null,
    });
  });

  it("is a job of its own, and another server's is told by how far it is there", async () => {
    const { id } = await submitted();
    const { secretariat } = on.plan.actors;
    const plan = on.plan.planId;
    await beginHere(workOutJob, { plan, approval: id + 1 });
    await beginHere(workOutJob, { plan, approval: null });
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: null });
    const elsewhere = await beginHere(workOutJob, { plan, approval: id });
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: { done: 0, of: 0 } });
    await beat(elsewhere, { step: "12/48", part: 0.25 });
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: { done: 12, of: 48 } });
    // One that ended is no more heard of.
    const seconds = (count: number) =>
      on.database.pool.query("UPDATE job SET beat_at = beat_at - $2 * interval '1 second' WHERE id = $1", [
        elsewhere.id,
        count,
      ]);
    await seconds(11);
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: null });
    await seconds(-11);
    // Who has it ready waits for nobody.
    await consequencesOfApproval(secretariat, here(), asked);
    expect(await approvalProgress(secretariat, here())).toEqual({ underWay: null });
    const all = await readJobs({ kind: workOutJob.name, payload: { equals: { plan, approval: id } } });
    expect(all.map(({ state }) => state)).toEqual(["done", "running"]);
  });

  it("is told to nobody who may not see the review", async () => {
    await submitted();
    const { thailand, cambodia, contributor, cso, administrator } = on.plan.actors;
    for (const actor of [thailand, cambodia, contributor, cso, administrator, null])
      expect(await approvalProgress(actor, here())).toBeNull();
    expect(await approvalProgress(on.plan.actors.secretariat, on.plan.address("KHM", "2016"))).toBeNull();
  });
});

describe("what an approval made public", () => {
  it("is told in the numbers of what was shown, until that is erased", async () => {
    const { id, rowVersion } = await submitted();
    const { secretariat, administrator } = on.plan.actors;
    const shown = (await consequencesOfApproval(secretariat, here(), asked))!;
    const plain = { narrative: false, opened: null };
    expect((await reviewPage(secretariat, here(), asked, plain))?.published).toBeNull();
    await approveAsShown(secretariat, here(), { rowVersion }, asked.now);
    const published = { resultsVersion: 2, own: { changed: 0, first: 1 }, hidden: shown.hiddenCount };
    const { indicator, period, before, after } = shown.own[0]!;
    const moved = { own: [{ indicator, period, before, after }] };
    expect(shown.hiddenCount).toBeGreaterThan(0);
    expect(shown.own).toHaveLength(1);
    expect((await reviewPage(secretariat, here(), asked, plain))?.published).toMatchObject({ ...published, moved });
    const { stream, sequence } = await on.database.prisma.auditEvent.findFirstOrThrow({
      where: { reportId: id, action: "approved" },
    });
    await eraseFromAudit(administrator, { stream, sequence, reason: "Made up." });
    expect(await publishedByApproval(on.database.prisma, id)).toBeNull();
  });
});
