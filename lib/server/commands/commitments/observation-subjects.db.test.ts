import { beforeEach, describe, expect, it } from "vitest";
import { observationsFilterOf } from "@/lib/schemas/addresses/observations-filter";
import type { SubjectCode } from "@/lib/schemas/commitments/observation-forms";
import { subjectOf } from "@/lib/server/commitments/subjects/subject-of";
import { presentEdition } from "@/lib/server/framework/edition";
import { readFramework } from "@/lib/server/framework/plan-framework";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationForm } from "@/lib/server/queries/observations/observation-form";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import { observationsWaiting } from "@/lib/server/queries/observations/observations-waiting";
import { observationsAbout, publicObservations } from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "../meetings/add-decision";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { addObservation } from "./add-observation";
import { passObservation } from "./pass-observation";
import { sendReply } from "./send-reply";
import { submitObservation } from "./submit-observation";
import { now, observing, reply, said } from "./testing/observing";

const on = reportingTests();
const { seen, row } = observing(on);

beforeEach(() =>
  on.anew(({ pillars }) => {
    const outcome = pillars[0]!.children[0]!.children[0]!;
    outcome.children.push({ ...outcome, code: "G1.1.1", kind: "output", indicators: [], children: [] });
  }),
);

const add = async (about: SubjectCode) =>
  (await addObservation(on.plan.actors.cso, { ...on.plan.address("THA", "2016"), about }, said, now)).id;

async function heard(about: SubjectCode): Promise<number> {
  const id = await add(about);
  await submitObservation(on.plan.actors.cso, await seen(id), now);
  await passObservation(on.plan.actors.secretariat, await seen(id), now);
  await sendReply(on.plan.actors.thailand, await seen(id), reply, now);
  return (await row(id)).number!;
}
const area = async () => ({
  ...{ code: on.plan.code, locale: "en" },
  version: (await publicVersion({ plan: on.plan.code, area: "observations" }))!,
});

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

describe("an observation about a decision", () => {
  const secretariat = () => on.plan.actors.secretariat;
  const meeting = async (id: number) => ({
    ...{ plan: on.plan.code, id },
    rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
  });
  /** A meeting that was held, with a decision for Thailand alone and one for all countries. */
  async function decided(): Promise<number> {
    const day = "2017-11-05";
    const { id } = await addMeeting(secretariat(), {
      ...{ plan: on.plan.code, code: "SOM12" },
      entry: {
        ...{ kind: "som", year: 2017, startsOn: day, endsOn: day, isOnline: false, host: null, unit: null },
        ...{ participants: [], sources: [], texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }] },
      },
    });
    await advanceMeeting(secretariat(), await meeting(id), "hold", now);
    const words = { kind: "task" as const, dueOn: "", organisations: [], priority: null, extendedTo: null };
    for (const units of [["THA"], []])
      await addDecision(
        secretariat(),
        await meeting(id),
        { ...words, units, body: "Each country names a hotline." },
        now,
      );
    return id;
  }
  const agree = async (id: number) => advanceMeeting(secretariat(), await meeting(id), "agreeOutcome", now);
  const about = (code: string) => ({ of: "decision" as const, code });
  const form = async (decision: string) =>
    observationForm(
      on.plan.actors.cso,
      on.plan.code,
      { unit: null, period: null, indicator: null, node: null, narrative: null, decision },
      { locale: "en", now },
    );

  it("is of one that is agreed, and addressed to a unit that it asks", async () => {
    const id = await decided();
    await expect(add(about("SOM12-D1"))).rejects.toThrow(refusal("notFound"));
    expect(await form("SOM12-D1")).toBeNull();
    await agree(id);
    for (const none of ["SOM12-D9", "SOM99-D1", "SOM12", "D1", "SOM12-D0"])
      await expect(add(about(none)), none).rejects.toThrow(refusal("notFound"));
    const toCambodia = (code: string) =>
      addObservation(on.plan.actors.cso, { ...on.plan.address("KHM", "2016"), about: about(code) }, said, now);
    await expect(toCambodia("SOM12-D1")).rejects.toThrow(refusal("notFound"));
    await toCambodia("SOM12-D2");
    const event = await auditWhere(on.database.prisma, { stream: `addressed:${await add(about("SOM12-D1"))}` });
    expect(event.at(-1)).toMatchObject({ action: "observationAdded", after: { decision: "SOM12-D1", period: "2016" } });
    const offered = await form("SOM12-D1");
    expect(offered?.units.map(({ code }) => code)).toEqual(["THA"]);
    expect(offered?.asked.subject).toMatchObject({ of: "decision", code: "SOM12-D1" });
  });

  it("is told by the decision's code wherever it is read, and counted beside the decision once it is public", async () => {
    await agree(await decided());
    const read = async () => {
      const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
      return (await publicMeeting({ code: on.plan.code, locale: "en", version }, "SOM12"))!;
    };
    await add(about("SOM12-D1"));
    expect((await read()).observed).toEqual({});
    const number = await heard(about("SOM12-D1"));
    expect((await read()).observed).toEqual({ "SOM12-D1": 1 });
    const page = async (asked: string) =>
      publicObservations(await area(), observationsFilterOf(new URLSearchParams({ about: asked })));
    const subject = { of: "decision", code: "SOM12-D1" };
    expect((await page("SOM12-D1"))?.observations).toMatchObject([{ number, subject }]);
    expect(await page("SOM12-D2")).toBeNull();
    const asked = { locale: "en" as const, now };
    const { cso } = on.plan.actors;
    const { listed } = (await observationList(cso, on.plan.code, asked))!;
    expect(listed.map((each) => each.subject)).toMatchObject([subject, subject]);
    for (const { id } of listed)
      expect((await observationForWork(cso, on.plan.code, id, asked))?.subject).toMatchObject(subject);
    const { waiting } = await observationsWaiting(cso, { id: on.plan.planId, resultsVersion: 1 }, asked);
    expect(waiting.map((each) => each.subject)).toMatchObject([subject, subject]);
  });

  it("has one subject, whatever asks", async () => {
    await agree(await decided());
    const textId = await add(about("SOM12-D1"));
    const { nodeId } = await on.database.prisma.editionNode.findFirstOrThrow({
      where: { edition: { planId: on.plan.planId, ...presentEdition } },
    });
    await expect(on.database.prisma.observation.update({ where: { textId }, data: { nodeId } })).rejects.toThrow();
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
        ...{ ...there, kind: "narrative", reason: "Tells where somebody lives.", fromVersion: 3 },
        ...{ takenAt: now, takenById: on.plan.actors.secretariat.id },
      },
    });
    await expect(add(about)).rejects.toThrow(refusal("notFound"));
    expect(await form("2016")).toBeNull();
  });
});
