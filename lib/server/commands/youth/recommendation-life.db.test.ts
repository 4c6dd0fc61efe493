import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { RecommendationSaid } from "@/lib/schemas/commitments/recommendation-forms";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import { recommendationForWork } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "../commitments/add-key-action";
import { removeKeyAction } from "../commitments/remove-key-action";
import { takeDownAnswer } from "../commitments/take-down-answer";
import { tellKeyAction } from "../commitments/tell-key-action";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { addOrganisation } from "../organisations/add-organisation";
import { changeOrganisation } from "../organisations/change-organisation";
import { addRecommendation } from "./add-recommendation";
import { deleteRecommendation } from "./delete-recommendation";
import { passRecommendation } from "./pass-recommendation";
import { recallRecommendation } from "./recall-recommendation";
import { respondToRecommendation } from "./respond-to-recommendation";
import { sendBackRecommendation } from "./send-back-recommendation";
import { submitRecommendation } from "./submit-recommendation";
import { takeDownRecommendation } from "./take-down-recommendation";
import { writeRecommendation } from "./write-recommendation";

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");
const said: RecommendationSaid = { body: "Teach it at school before we leave", language: "en", node: "G1", units: [] };

/** Speaks for the young people, in the organisation of the plan's member of civil society. */
const facilitator = (): Actor => ({
  ...on.plan.actors.cso,
  roles: [{ role: "youthFacilitator", plan: { id: on.plan.planId, code: on.plan.code }, unit: null }],
});
/** A forum that was held. */
async function forum(code = "YF-2018"): Promise<number> {
  const { secretariat } = on.plan.actors;
  const { id } = await addMeeting(secretariat, {
    ...{ plan: on.plan.code, code },
    entry: {
      ...{ kind: "youthForum", year: 2018, startsOn: "2018-03-01", endsOn: "2018-03-02", isOnline: false },
      ...{ host: null, unit: null, participants: [], sources: [] },
      texts: [{ locale: "en", title: code, place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat, { plan: on.plan.code, id, rowVersion: 1 }, "hold", now);
  return id;
}
const row = (id: number) =>
  on.database.prisma.addressedText.findUniqueOrThrow({
    where: { id },
    include: { rounds: { include: { responses: { orderBy: { unitId: "asc" } } } }, units: true },
  });
const seen = async (id: number) => ({ plan: on.plan.code, id, rowVersion: (await row(id)).rowVersion });
/** The answer of a unit, as its page shows it. */
const answering = async (id: number, code = "THA") => {
  const { rowVersion } = await on.database.prisma.addressedUnit.findFirstOrThrow({
    where: { textId: id, unit: { code } },
  });
  return { plan: on.plan.code, id, rowVersion };
};
const add = async (meeting: number, more: Partial<RecommendationSaid> = {}) =>
  (await addRecommendation(facilitator(), { plan: on.plan.code, meeting }, { ...said, ...more }, now)).id;
async function passed(more: Partial<RecommendationSaid> = {}): Promise<number> {
  const id = await add(await forum(), more);
  await submitRecommendation(facilitator(), await seen(id), now);
  await passRecommendation(on.plan.actors.secretariat, await seen(id), now);
  return id;
}

describe("a recommendation", () => {
  it("is sent back once, put right, passed on, and answered by each country by itself", async () => {
    const { secretariat, thailand, cambodia } = on.plan.actors;
    const id = await add(await forum());
    await submitRecommendation(facilitator(), await seen(id), now);
    await recallRecommendation(facilitator(), await seen(id));
    await submitRecommendation(facilitator(), await seen(id), now);
    await sendBackRecommendation(secretariat, await seen(id), { rule: "minor", note: "Her school" }, now);
    await writeRecommendation(facilitator(), await seen(id), { ...said, units: ["THA", "KHM"] });
    await submitRecommendation(facilitator(), await seen(id), now);
    await passRecommendation(secretariat, await seen(id), now);
    expect(await row(id)).toMatchObject({ number: 1, rounds: [{ stage: "passed", responses: [{}, {}] }] });
    const links = { evidenceTitle: "Who decides", evidenceUrl: "https://gov.example/decides" };
    const noted = { ...links, answer: "noted", body: "The ministry of education decides" } as const;
    await respondToRecommendation(thailand, await answering(id), { unit: "THA", ...noted }, "draftReply", now);
    await respondToRecommendation(thailand, await answering(id), { unit: "THA", ...noted }, "sendReply", now);
    await respondToRecommendation(
      cambodia,
      await answering(id, "KHM"),
      { unit: "KHM", answer: "accepted", body: "" },
      "sendReply",
      now,
    );
    const [round] = (await row(id)).rounds;
    expect(round!.responses.map(({ state, answer, evidenceUrl }) => [state, answer, evidenceUrl]).sort()).toEqual([
      ["given", "accepted", ""],
      ["given", "noted", links.evidenceUrl],
    ]);
    const events = await auditWhere(on.database.prisma, { stream: `addressed:${id}` });
    expect(events.map(({ action }) => action)).toEqual([
      ...["recommendationAdded", "recommendationSubmitted", "recommendationRecalled", "recommendationSubmitted"],
      ...["recommendationSentBack", "recommendationWritten", "recommendationSubmitted", "recommendationPassed"],
      ...["answerDrafted", "recommendationAnswered", "recommendationAnswered"],
    ]);
  });

  it("is answered by one country from a page that was opened before another answered", async () => {
    const { thailand, cambodia, contributor } = on.plan.actors;
    const id = await passed({ units: ["THA", "KHM"] });
    const accepted = { answer: "accepted", body: "" } as const;
    const opened = { THA: await answering(id), KHM: await answering(id, "KHM") };
    await addKeyAction(
      cambodia,
      { ...opened.KHM, unit: "KHM" },
      { body: "A lesson is written", organisationId: null, dueOn: "2018-12-01" },
      now,
    );
    await respondToRecommendation(cambodia, await answering(id, "KHM"), { unit: "KHM", ...accepted }, "sendReply", now);
    await respondToRecommendation(contributor, opened.THA, { unit: "THA", ...accepted }, "draftReply", now);
    // Of the same country, the second is told.
    await expect(
      respondToRecommendation(thailand, opened.THA, { unit: "THA", ...accepted }, "sendReply", now),
    ).rejects.toThrow(refusal("changedMeanwhile"));
    await respondToRecommendation(thailand, await answering(id), { unit: "THA", ...accepted }, "sendReply", now);
    const [round] = (await row(id)).rounds;
    expect(round!.responses.map(({ state }) => state)).toEqual(["given", "given"]);
  });

  it("is known to nobody else before it was passed on, and then stays as it was said", async () => {
    const { secretariat, thailand, contributor } = on.plan.actors;
    const draft = await add(await forum("YF-A"));
    for (const stranger of [secretariat, thailand])
      await expect(submitRecommendation(stranger, await seen(draft), now)).rejects.toThrow(refusal("notFound"));
    await deleteRecommendation(facilitator(), await seen(draft));
    const id = await passed({ units: ["THA"] });
    const { prisma } = on.database;
    await expect(writeRecommendation(facilitator(), await seen(id), said)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(
      prisma.addressedRound.updateMany({ where: { textId: id }, data: { body: "Other" } }),
    ).rejects.toThrow();
    await expect(prisma.recommendation.delete({ where: { textId: id } })).rejects.toThrow();
    const accepted = { unit: "THA", answer: "accepted", body: "" } as const;
    await expect(respondToRecommendation(contributor, await answering(id), accepted, "sendReply", now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(
      respondToRecommendation(thailand, await answering(id), { ...accepted, unit: "KHM" }, "sendReply", now),
    ).rejects.toThrow(refusal("notFound"));
    await respondToRecommendation(thailand, await answering(id), accepted, "sendReply", now);
    await expect(respondToRecommendation(thailand, await answering(id), accepted, "sendReply", now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await takeDownRecommendation(secretariat, await seen(id), "minor", now);
    await expect(takeDownRecommendation(secretariat, await seen(id), "minor", now)).rejects.toThrow(
      refusal("notFound"),
    );
  });

  it("is acted on by each country by itself, with evidence of what is done", async () => {
    const { secretariat, thailand, cambodia, contributor, cso } = on.plan.actors;
    const id = await passed({ units: ["THA", "KHM"] });
    const of = async (unit: string) => ({ ...(await answering(id, unit === "KHM" ? unit : "THA")), unit });
    const promised = { body: "A lesson is written", organisationId: null, dueOn: "2018-12-01" };
    const actions = () => on.database.prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    for (const stranger of [secretariat, cambodia, cso])
      await expect(addKeyAction(stranger, await of("THA"), promised, now)).rejects.toMatchObject({
        code: expect.stringMatching(/^not(?:Found|Allowed)$/),
      });
    await expect(addKeyAction(thailand, await of("LAO"), promised, now)).rejects.toThrow(refusal("notFound"));
    // Without its unit it is no observation of which anybody could know.
    await expect(addKeyAction(thailand, await seen(id), promised, now)).rejects.toThrow(refusal("notFound"));
    await addKeyAction(contributor, await of("THA"), promised, now);
    await addKeyAction(contributor, await of("THA"), { ...promised, body: "Mistaken" }, now);
    const [first, second] = await actions();
    await removeKeyAction(contributor, await of("THA"), second!.id);
    const told = {
      state: "done",
      dueOn: null,
      evidenceTitle: "It",
      evidenceUrl: "https://gov.example/",
      reason: "",
    } as const;
    await expect(tellKeyAction(thailand, await of("THA"), first!.id, told, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    const accepted = { unit: "THA", answer: "accepted", body: "" } as const;
    await respondToRecommendation(thailand, await answering(id), accepted, "sendReply", now);
    await expect(tellKeyAction(contributor, await of("THA"), first!.id, told, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(tellKeyAction(cambodia, await of("KHM"), first!.id, told, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    const version = async () =>
      (
        await on.database.prisma.areaVersion.findFirstOrThrow({
          where: { planId: on.plan.planId, area: "youth-forum" },
        })
      ).version;
    const before = await version();
    await tellKeyAction(thailand, await of("THA"), first!.id, told, now);
    expect(await version()).toBeGreaterThan(before);
    expect(await actions()).toMatchObject([{ state: "done", body: promised.body }]);
    // Taken down by itself, nothing more is told of it; what it is about stands.
    await takeDownAnswer(secretariat, await seen(id), { of: "keyAction", id: first!.id }, "minor", now);
    expect(await actions()).toMatchObject([{ state: "done", body: "", evidenceUrl: "" }]);
    await expect(tellKeyAction(thailand, await of("THA"), first!.id, told, now)).rejects.toThrow(refusal("notFound"));
    await takeDownRecommendation(secretariat, await seen(id), "minor", now);
    await expect(tellKeyAction(thailand, await of("THA"), first!.id, told, now)).rejects.toThrow(refusal("notFound"));
  });

  it("says of an answer that needs no words, too, that they were taken down", async () => {
    const { secretariat, thailand, cambodia } = on.plan.actors;
    const id = await passed({ units: ["THA", "KHM"] });
    const accepted = { unit: "THA", answer: "accepted", body: "As MALEE says" } as const;
    await respondToRecommendation(thailand, await answering(id), accepted, "sendReply", now);
    const silent = { ...accepted, unit: "KHM", body: "" } as const;
    await respondToRecommendation(cambodia, await answering(id, "KHM"), silent, "sendReply", now);
    await takeDownAnswer(secretariat, await seen(id), { of: "reply", round: 1, unit: "THA" }, "minor", now);
    const view = await recommendationForWork(secretariat, on.plan.code, id, { locale: "en", now });
    expect(view?.answers.map(({ unit, body, isEmptied }) => [unit.code, body, isEmptied])).toEqual([
      ["KHM", "", false],
      ["THA", "", true],
    ]);
  });

  it("stands anew on public pages when an organisation that acts on it has another name", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const id = await passed({ units: ["THA"] });
    const entry: OrganisationEntry = {
      ...{ name: `Teachers of ${on.plan.code}`, names: [], acronym: null, kind: "academia", website: null },
      unitIds: [on.plan.unitIds.THA!],
    };
    const organisationId = await addOrganisation(secretariat, entry);
    const promised = { body: "A lesson is written", organisationId, dueOn: "2018-12-01" };
    await addKeyAction(thailand, { ...(await answering(id)), unit: "THA" }, promised, now);
    const versions = () =>
      on.database.prisma.areaVersion.findMany({
        where: { planId: on.plan.planId, area: { in: ["youth-forum", "meetings"] } },
        orderBy: { area: "asc" },
        select: { area: true, version: true },
      });
    const before = await versions();
    await changeOrganisation(
      secretariat,
      { id: organisationId, rowVersion: 1 },
      { ...entry, name: `${entry.name}, all` },
    );
    expect(await versions()).toEqual(before.map(({ area, version }) => ({ area, version: version + 1 })));
  });

  it("is begun by who speaks for the young people, of a forum that was held, about a goal of the framework", async () => {
    const { cso, secretariat } = on.plan.actors;
    const meeting = await forum();
    for (const actor of [cso, secretariat])
      await expect(addRecommendation(actor, { plan: on.plan.code, meeting }, said, now)).rejects.toThrow(
        refusal("notAllowed"),
      );
    await expect(add(meeting, { node: "G99" })).rejects.toThrow(refusal("invalid"));
    await expect(add(meeting, { units: ["USA"] })).rejects.toThrow(refusal("invalid"));
    expect((await row(await add(meeting))).units.length).toBeGreaterThan(1);
  });
});
