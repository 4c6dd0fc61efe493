import { describe, expect, it } from "vitest";
import type { RoundStage, TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { Actor } from "@/lib/domain/permissions";
import { readPublicObservations } from "@/lib/server/commitments/read-public-observations";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import { yourWork } from "@/lib/server/queries/your-work";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeMember } from "@/test/factories/make-member";
import { auditWhere, makeReport } from "@/test/factories/make-report";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { answerValidity } from "./answer-validity";
import { askIfStillValid } from "./ask-if-still-valid";
import { endObservation } from "./end-observation";
import { observing } from "./testing/observing";

const on = reportingTests();
const before = new Date("2018-03-09T04:00:00Z");
const now = new Date();
let plans = 0;

interface Said {
  stage?: RoundStage;
  at?: Date;
  end?: TextEnd;
  countsPersons?: boolean;
  about?: string | null;
}

/** A plan in which a member of civil society has spoken of Thailand's value of 2015. */
async function spoken({ stage = "passed", at = before, end, countsPersons = false, about = "G1.1-a" }: Said = {}) {
  const { prisma } = on.database;
  const code = `valid${++plans}`;
  const results = await makeResultsPlan(prisma, code, { "G1.1-a": { countsPersons }, "G1.1-b": {} });
  const { planId } = results;
  const units = await prisma.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const unitIds = Object.fromEntries(units.map((unit) => [unit.code, unit.id]));
  const member = await makeMember(prisma, { planId, code, unitIds }, `Shelters of ${code} (made up)`);
  const period = await prisma.reportingPeriod.findFirstOrThrow({ where: { planId, code: "2015" } });
  const indicator =
    about && (await prisma.indicator.findFirstOrThrow({ where: { planId, editions: { some: { code: about } } } }));
  const isPassed = stage === "passed";
  const by = on.plan.actors.secretariat.id;
  const given = { state: "given", kind: "explains", body: "Made up", givenById: by, givenAt: at, givenOn: at } as const;
  const { id } = await prisma.addressedText.create({
    data: {
      planId,
      kind: "observation",
      number: 1,
      organisationId: member.organisation.id,
      authorId: member.id,
      locale: "en",
      createdAt: at,
      ...(end && { end, endedAt: at, endedById: member.id }),
      units: { create: { unitId: unitIds.THA! } },
      observation: {
        create: {
          periodId: period.id,
          indicatorId: indicator ? indicator.id : null,
          kind: "reportsGap",
          basis: "study",
          attribution: "named",
          visibility: "public",
        },
      },
      rounds: {
        create: {
          round: 1,
          stage,
          body: "Made up",
          submittedAt: at,
          submittedById: member.id,
          checkDueOn: at,
          ...(isPassed && { checkedAt: at, checkedById: by }),
        },
      },
    },
  });
  if (isPassed)
    await prisma.unitResponse.create({
      data: {
        textId: id,
        round: 1,
        unitId: unitIds.THA!,
        askedOn: at,
        dueOn: new Date(at.getTime() + 60 * 86_400_000),
        ...given,
      },
    });
  const approve = (value: number, of = "G1.1-a") => results.approve("THA", "2015", { [of]: count(value) });
  /** The number of the version that was published last. */
  const version = async () => (await prisma.plan.findUniqueOrThrow({ where: { id: planId } })).resultsVersion;
  const ask = async () => askIfStillValid({ planId, version: await version() }, now);
  const seen = async () => {
    const { rowVersion } = await prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: code, id, rowVersion };
  };
  const answer = async (validity: "holds" | "holdsNoLonger", of?: number, actor: Actor = member) =>
    answerValidity(actor, await seen(), { version: of ?? (await version()), validity }, now);
  const asked = { locale: "en" as const, now };
  const waiting = async () => (await yourWork(member, code, asked))!.observations.waiting.map(({ waiting }) => waiting);
  const listed = async () => (await observationList(member, code, asked))!.listed.map(({ waiting }) => waiting);
  const one = async () => (await observationForWork(member, code, id, asked))!;
  const inPublic = async () => {
    const plan = { id: planId, code, version: await version(), head: { threshold: 5 } };
    const framework = await frameworkOf({ id: planId, resultsVersion: plan.version }, "en");
    const [found] = await readPublicObservations({ plan: plan as never, framework }, "en");
    return found!;
  };
  const notices = () => prisma.mailNotice.findMany({ where: { mail: { userId: member.id } }, orderBy: { id: "asc" } });
  const left = async () => {
    const reader = await mailReader({ userId: member.id, email: null, locale: null });
    return (await readNotices(await notices(), reader, now)).map(({ leftOut }) => leftOut);
  };
  const events = async () => (await auditWhere(prisma, { stream: `addressed:${id}` })).map(({ action }) => action);
  const mails = async () => (await notices()).map(({ kind, args }) => [kind, args]);
  return {
    id,
    planId,
    code,
    member,
    approve,
    version,
    ask,
    answer,
    waiting,
    listed,
    one,
    inPublic,
    left,
    mails,
    events,
    seen,
  };
}

describe("whoever spoke of a value", () => {
  it("is asked once of each that becomes public since, its first among them, by mail and in their work", async () => {
    const { code, approve, ask, waiting, listed, one, mails, left, events, version } = await spoken();
    expect(await waiting()).toEqual(["followUp"]);
    await approve(40);
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(0);
    const told = ["observationValidity", { plan: code, unit: "THA", observations: [1] }];
    expect(await mails()).toEqual([told]);
    expect([await waiting(), await listed(), await left()]).toEqual([["stillValid"], ["stillValid"], [null]]);
    expect((await one()).validityAsked).toMatchObject({ version: await version() });
    await approve(40);
    expect(await ask()).toBe(0);
    await approve(44);
    expect(await ask()).toBe(1);
    expect(await mails()).toEqual([told, told]);
    expect(await events()).toEqual(["validityAsked", "validityAsked"]);
  });

  it("says that it still holds, or no longer, which stands beside it in public and changes nothing else", async () => {
    const { approve, ask, answer, waiting, one, inPublic, left, events, seen, version } = await spoken();
    await approve(40);
    await ask();
    expect((await inPublic()).validity).toBeNull();
    const { rowVersion } = await seen();
    await answer("holds");
    expect((await seen()).rowVersion).toBe(rowVersion + 1);
    expect(await one()).toMatchObject({
      end: null,
      response: "given",
      validityAsked: null,
      validity: { validity: "holds" },
    });
    expect([await waiting(), await left()]).toEqual([["followUp"], ["settled"]]);
    const first = await version();
    await expect(answer("holdsNoLonger")).rejects.toThrow(refusal("changedMeanwhile"));
    await approve(44);
    await ask();
    // Until they speak of the later value, what they said of the earlier one stands.
    expect((await inPublic()).validity).toMatchObject({ validity: "holds" });
    await expect(answer("holdsNoLonger", first)).rejects.toThrow(refusal("changedMeanwhile"));
    await answer("holdsNoLonger");
    expect((await inPublic()).validity).toMatchObject({ validity: "holdsNoLonger" });
    expect(await inPublic()).toMatchObject({ end: null });
    const said = ["validityAsked", "validityAnswered"];
    expect(await events()).toEqual([...said, ...said]);
  });

  it("answers only for themselves, and nothing that has ended or was overtaken", async () => {
    const { planId, code, approve, ask, answer, seen, member, waiting, one } = await spoken();
    await approve(40);
    await ask();
    const other = await makeMember(on.database.prisma, { planId, code, unitIds: {} }, `Others of ${code} (made up)`);
    await expect(answer("holds", undefined, other)).rejects.toThrow(refusal("notAllowed"));
    const first = await answerable();
    await approve(44);
    await ask();
    await expect(answer("holds", first)).rejects.toThrow(refusal("changedMeanwhile"));
    await endObservation(member, await seen(), "answered", now);
    expect([await waiting(), (await one()).validityAsked]).toEqual([[], null]);
    await expect(answer("holds")).rejects.toThrow(refusal("changedMeanwhile"));

    async function answerable() {
      return (await one()).validityAsked!.version;
    }
  });

  it.each<[string, Said, string?]>([
    ["isn't passed on", { stage: "inSafetyCheck" }],
    ["has ended", { end: "answered" }],
    ["was said since", { at: new Date("2099-01-01T00:00:00Z") }],
    ["is about a country as a whole", { about: null }],
    ["is about another indicator", {}, "G1.1-b"],
  ])("isn't asked of what %s", async (_, said, of) => {
    const { approve, ask, mails } = await spoken(said);
    await approve(40, of);
    expect([await ask(), await mails()]).toEqual([0, []]);
  });

  it("learns nothing of a small count that becomes another one", async () => {
    const { approve, ask } = await spoken({ countsPersons: true });
    for (const [value, asked] of [
      [40, 1],
      [3, 1],
      [2, 0],
    ] as const) {
      await approve(value);
      expect(await ask(), String(value)).toBe(asked);
    }
  });

  it("is asked by a job that the approval of a report puts into the queue", async () => {
    const { database, plan } = on;
    const { prisma } = database;
    const { cso, secretariat } = plan.actors;
    const { passed } = observing(on);
    const id = await passed();
    const values = { "G2.1-a": { total: count(40) } };
    const report = await makeReport(prisma, plan, { unit: "THA", period: "2016", state: "submitted", values });
    await approveAsShown(secretariat, plan.address("THA", "2016"), report, now);
    const asked = () => prisma.validityQuestion.count({ where: { textId: id } });
    expect(await asked()).toBe(0);
    const job = await prisma.job.findFirstOrThrow({ where: { kind: "askIfStillValid" }, orderBy: { id: "desc" } });
    await runJob(askIfValidJob, job.id);
    expect(await asked()).toBe(1);
    expect((await yourWork(cso, plan.code, { locale: "en", now }))!.observations.waiting).toMatchObject([
      { id, waiting: "stillValid" },
    ]);
  });

  it("has what they were asked and said kept as it was", async () => {
    const { id, approve, ask, answer } = await spoken();
    await approve(40);
    await ask();
    const kept = (set: string) =>
      expect(on.database.pool.query(`UPDATE validity_question SET ${set} WHERE text_id = ${id}`)).rejects.toThrow(
        "rows of validity_question are only ever added",
      );
    await kept("asked_at = now()");
    await expect(on.database.pool.query(`DELETE FROM validity_question WHERE text_id = ${id}`)).rejects.toThrow(
      "added",
    );
    await answer("holds");
    await kept("answer = 'holdsNoLonger'");
  });
});
