import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { reportingTests } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { correctedAfter } from "./corrected-after";

const on = reportingTests();
let plans = 0;

/** A plan whose value of Thailand is spoken of by an observation that was passed on at that moment. */
async function spokenOf(countsPersons: boolean, passedOn: Date) {
  const { prisma } = on.database;
  const code = `spoken${++plans}`;
  const plan = await makeResultsPlan(prisma, code, { "G1.1-a": { countsPersons } });
  const [unit, period, indicator] = await Promise.all([
    prisma.reportingUnit.findFirstOrThrow({ where: { planId: plan.planId, code: "THA" } }),
    prisma.reportingPeriod.findFirstOrThrow({ where: { planId: plan.planId, code: "2015" } }),
    prisma.indicator.findFirstOrThrow({ where: { planId: plan.planId } }),
  ]);
  const { cso, secretariat } = on.plan.actors;
  const planId = plan.planId;
  const { id } = await prisma.addressedText.create({
    data: {
      planId,
      kind: "observation",
      number: 1,
      organisationId: cso.organisation.id,
      authorId: cso.id,
      locale: "en",
      createdAt: passedOn,
      units: { create: { unitId: unit.id } },
      rounds: {
        create: {
          round: 1,
          stage: "passed",
          body: "Made up",
          submittedAt: passedOn,
          submittedById: cso.id,
          checkDueOn: passedOn,
          checkedAt: passedOn,
          checkedById: secretariat.id,
        },
      },
      observation: {
        create: {
          periodId: period.id,
          indicatorId: indicator.id,
          kind: "reportsGap",
          basis: "study",
          attribution: "named",
          visibility: "public",
        },
      },
    },
  });
  const approve = (value: number) => plan.approve("THA", "2015", { "G1.1-a": count(value) });
  const found = async () => {
    const { resultsVersion } = await prisma.plan.findUniqueOrThrow({ where: { id: planId } });
    return (await correctedAfter(prisma, [id], resultsVersion)).has(id);
  };
  const version = async () => (await prisma.plan.findUniqueOrThrow({ where: { id: planId } })).resultsVersion;
  const isCorrectedAt = (at: number) => correctedAfter(prisma, [id], at);
  return { approve, found, isCorrectedAt, planId, id, version };
}
const before = new Date("2018-03-09T04:00:00Z");

describe("a value that is spoken of", () => {
  it("is corrected once another one shows, and isn't by its first or the same again", async () => {
    const { approve, found, isCorrectedAt } = await spokenOf(false, before);
    expect(await found()).toBe(false);
    await approve(40);
    await approve(40);
    expect(await found()).toBe(false);
    await approve(44);
    expect(await found()).toBe(true);
    // As it stood before.
    expect((await isCorrectedAt(2)).size).toBe(0);
  });

  it("isn't corrected after what was said later", async () => {
    const { approve, found } = await spokenOf(false, new Date("2099-01-01T00:00:00Z"));
    await approve(40);
    await approve(44);
    expect(await found()).toBe(false);
  });

  it("is led to by the last release that shows another one, if there is one", async () => {
    const { approve, isCorrectedAt, planId, id, version } = await spokenOf(false, before);
    const correctedSince = async () => (await isCorrectedAt(await version())).get(id)?.release;
    const name = async (code: string) =>
      on.database.prisma.release.create({
        data: { planId, version: await version(), code, releasedAt: new Date() },
      });
    await name("empty");
    await approve(40);
    await approve(44);
    expect(await correctedSince()).toBeNull();
    await name("first");
    await approve(48);
    expect(await correctedSince()).toBe("first");
    // Whoever works with it is told the same, in the list and on its page.
    const { code } = await on.database.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
    const { cso } = on.plan.actors;
    const author: Actor = { ...cso, roles: [{ role: "csoMember", plan: { id: planId, code }, unit: null }] };
    const corrected = (await isCorrectedAt(await version())).get(id);
    const asked = { locale: "en" as const, now: new Date() };
    expect(await observationForWork(author, code, id, asked)).toMatchObject({ corrected });
    expect((await observationList(author, code, asked))?.listed).toMatchObject([{ id, corrected }]);
  });

  it("tells nothing of one that is hidden, before or after", async () => {
    for (const [first, second] of [
      [3, 2],
      [3, 40],
      [40, 3],
    ] as const) {
      const { approve, found } = await spokenOf(true, before);
      await approve(first);
      await approve(second);
      expect(await found(), `${first}, then ${second}`).toBe(false);
    }
  });
});
