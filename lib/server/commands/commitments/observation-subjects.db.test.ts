import { beforeEach, describe, expect, it } from "vitest";
import { observationsFilterOf } from "@/lib/schemas/addresses/observations-filter";
import { subjectOf } from "@/lib/server/commitments/subjects/subject-of";
import { presentEdition } from "@/lib/server/framework/edition";
import { readFramework } from "@/lib/server/framework/plan-framework";
import { observationForm } from "@/lib/server/queries/observations/observation-form";
import { observationsAbout, publicObservations } from "@/lib/server/queries/observations/public-observations";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addObservation } from "./add-observation";
import { now, observing, said } from "./testing/observing";
import { observingSubjects } from "./testing/observing-subjects";

const on = reportingTests();
const { row } = observing(on);
const { add, heard, area } = observingSubjects(on);

beforeEach(() =>
  on.anew(({ pillars }) => {
    const outcome = pillars[0]!.children[0]!.children[0]!;
    outcome.children.push({ ...outcome, code: "G1.1.1", kind: "output", indicators: [], children: [] });
  }),
);

describe("an observation about a part of the framework", () => {
  it("is of a goal, an outcome or an output, and of nothing else there", async () => {
    for (const code of ["G1", "G1.1", "G1.1.1"]) {
      const id = await add({ of: "node", code });
      const event = await auditWhere(on.database.prisma, { stream: `addressed:${id}` });
      expect(event.at(-1)).toMatchObject({ action: "observationAdded", after: { node: code, period: "2016" } });
    }
    for (const code of ["P1", "G99", "G1.1.1-1"])
      await expect(add({ of: "node", code })).rejects.toThrow(refusal("notFound"));
  });

  it("is found under all that its part stands under, and under nothing beside it", async () => {
    const [ofGoal, ofOutcome, ofOutput] = [
      await heard({ of: "node", code: "G1" }),
      await heard({ of: "node", code: "G1.1" }),
      await heard({ of: "node", code: "G1.1.1" }),
    ];
    const found = async (about: string) => {
      const page = await publicObservations(await area(), observationsFilterOf(new URLSearchParams({ about })));
      return page?.observations.map(({ number }) => number);
    };
    expect(await found("G1")).toEqual([ofOutput, ofOutcome, ofGoal]);
    expect(await found("G1.1")).toEqual([ofOutput, ofOutcome]);
    expect(await found("G1.1.1")).toEqual([ofOutput]);
    expect(await found("G2")).toEqual([]);
    expect((await observationsAbout(await area(), "G1", "2016"))?.observations).toHaveLength(3);
    const { subjects } = (await publicObservations(await area(), observationsFilterOf(new URLSearchParams())))!;
    expect(subjects.map(({ code }) => code)).toEqual(["G1", "G1.1", "G1.1.1"]);
  });

  it("stays about it where an edition renames it, moves it or has it no more", async () => {
    const { prisma } = on.database;
    const { planId } = on.plan;
    const { observation } = await row(await add({ of: "node", code: "G1.1.1" }));
    const toldIn = async (edition: { number: number } | typeof presentEdition) =>
      subjectOf({ ...observation!, decision: null }, await readFramework(prisma, { planId, ...edition }, "en"));
    const title = "Title of G1.1";
    expect(await toldIn(presentEdition)).toEqual({ of: "node", code: "G1.1.1", title, goal: "G1" });
    const { nodeId: goal } = await prisma.editionNode.findFirstOrThrow({
      where: { edition: { planId, ...presentEdition }, code: "G2" },
    });
    const { id: editionId } = await prisma.frameworkEdition.create({ data: { planId, number: 99 } });
    await prisma.editionNode.create({ data: { editionId, nodeId: goal, code: "G7", parentId: null, position: 1 } });
    expect(await toldIn({ number: 99 })).toEqual({ of: "node", code: "G1.1.1", title, goal: null });
    const moved = { editionId, nodeId: observation!.nodeId! };
    await prisma.editionNode.create({ data: { ...moved, code: "G7.1", parentId: goal, position: 1 } });
    await prisma.editionNodeText.create({ data: { ...moved, locale: "en", title: "Its new name" } });
    expect(await toldIn({ number: 99 })).toEqual({ of: "node", code: "G7.1", title: "Its new name", goal: "G7" });
  });
});

describe("an observation about an indicator", () => {
  it("stays about it by its name where an edition has it no more", async () => {
    const { prisma } = on.database;
    const { planId } = on.plan;
    const { observation } = await row(await add({ of: "indicator", code: "G1.1-a" }));
    const toldIn = async (edition: { number: number } | typeof presentEdition) =>
      subjectOf({ ...observation!, decision: null }, await readFramework(prisma, { planId, ...edition }, "en"));
    const told = await toldIn(presentEdition);
    expect(told).toMatchObject({ of: "indicator", code: "G1.1-a" });
    await prisma.frameworkEdition.create({ data: { planId, number: 99 } });
    expect(await toldIn({ number: 99 })).toEqual({ ...told, isFormer: true });
  });
});

describe("an observation about a report's words", () => {
  const about = { of: "narrative" as const, code: "P1-lessons" };
  /** What a report says of a pillar, as it was published. */
  async function publish(versions: Partial<Record<"fromVersion" | "untilVersion", number>> = {}) {
    const { prisma } = on.database;
    const { planId, unitIds, periodIds } = on.plan;
    const { nodeId: pillarId } = await prisma.editionNode.findFirstOrThrow({
      where: { edition: { planId, ...presentEdition }, code: "P1" },
    });
    const place = { unitId: unitIds.THA!, periodId: periodIds["2016"]!, pillarId };
    await prisma.publishedNarrative.create({
      data: { ...place, kind: "lessons", text: "What we learned.", fromVersion: 1, ...versions },
    });
    return { planId, ...place, narrativeKind: "lessons" as const };
  }
  const form = (period: string) =>
    observationForm(
      on.plan.actors.cso,
      on.plan.code,
      { unit: "THA", period, indicator: null, node: null, decision: null, narrative: "P1-lessons" },
      { locale: "en", now },
    );

  it("is of words that are public, of their country and year", async () => {
    await expect(add(about)).rejects.toThrow(refusal("notFound"));
    expect(await form("2016")).toBeNull();
    await publish();
    for (const code of ["P1-progress", "P4-lessons", "P1", "G1-lessons"])
      await expect(add({ ...about, code }), code).rejects.toThrow(refusal("notFound"));
    for (const [unit, period] of [
      ["KHM", "2016"],
      ["THA", "2015"],
    ] as const)
      await expect(
        addObservation(on.plan.actors.cso, { ...on.plan.address(unit, period), about }, said, now),
      ).rejects.toThrow(refusal("notFound"));
    const subject = { of: "narrative", code: "P1-lessons", title: "P1 Title of P1", kind: "lessons" };
    expect((await form("2016"))?.about?.subject).toEqual(subject);
    expect(await form("2015")).toBeNull();
    const number = await heard(about);
    const { observations } = (await publicObservations(await area(), observationsFilterOf(new URLSearchParams())))!;
    expect(observations).toMatchObject([{ number, subject }]);
  });

  it("is of none that a later approval replaced, nor of one that is taken down", async () => {
    await publish({ untilVersion: 1 });
    await expect(add(about)).rejects.toThrow(refusal("notFound"));
    const there = await publish({ fromVersion: 2 });
    await add(about);
    await on.database.prisma.takeDown.create({
      data: {
        ...there,
        kind: "narrative",
        reason: "Tells where somebody lives.",
        fromVersion: 3,
        takenAt: now,
        takenById: on.plan.actors.secretariat.id,
      },
    });
    await expect(add(about)).rejects.toThrow(refusal("notFound"));
    expect(await form("2016")).toBeNull();
  });
});

it("an observation is of a period that has begun, by the region's calendar", async () => {
  const { cso } = on.plan.actors;
  const nothing = { indicator: null, node: null, decision: null, narrative: null };
  const at = async (moment: string) => {
    const now = new Date(moment);
    const asked = { unit: "THA", period: "2016", ...nothing };
    const offered = await observationForm(cso, on.plan.code, asked, { locale: "en", now });
    const subject = { ...on.plan.address("THA", "2016"), about: { of: "unit" as const } };
    const added = addObservation(cso, subject, said, now).then(
      () => true,
      (error: unknown) => error,
    );
    return [offered !== null, await added];
  };
  expect(await at("2015-12-31T16:59:00Z")).toEqual([false, refusal("notFound")]);
  expect(await at("2015-12-31T17:00:00Z")).toEqual([true, true]);
});
