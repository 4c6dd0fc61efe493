import { describe, expect, it } from "vitest";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { deleteObservation } from "./delete-observation";
import { draftReply } from "./draft-reply";
import { endObservation } from "./end-observation";
import { lapseResponses } from "./lapse-responses";
import { openAttribution } from "./open-attribution";
import { passObservation } from "./pass-observation";
import { recallObservation } from "./recall-observation";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { now, observing, reply, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

const on = reportingTests();
const { add, row, seen, events, passed } = observing(on);
const later = (day: string) => new Date(`${day}T05:00:00Z`);

describe("an observation", () => {
  it("goes from draft to a reply in time, and is closed by its author", async () => {
    const { cso, secretariat, contributor, thailand } = on.plan.actors;
    const id = await add();
    await writeObservation(cso, await seen(id), { ...said, body: "More of them", sources: [] });
    await submitObservation(cso, await seen(id), now);
    expect(await row(id)).toMatchObject({
      number: 1,
      locale: "en",
      rounds: [{ stage: "inSafetyCheck", body: "More of them", checkDueOn: new Date("2018-03-16") }],
    });
    await passObservation(secretariat, await seen(id), now);
    const list = { evidenceTitle: "List of cases", evidenceUrl: "https://gov.example/cases" };
    await draftReply(
      contributor,
      await seen(id),
      { ...reply, evidenceTitle: "Draft of it", evidenceUrl: "https://a.example/" },
      now,
    );
    await sendReply(thailand, await seen(id), { ...reply, ...list, body: "Counted twice" }, later("2018-05-08"));
    await endObservation(cso, await seen(id), "answered", later("2018-05-09"));
    const { rounds, ...text } = await row(id);
    expect(text).toMatchObject({ end: "answered", endedById: cso.id });
    expect(rounds[0]!.responses).toMatchObject([
      {
        ...list,
        state: "given",
        kind: "explains",
        body: "Counted twice",
        draftedById: contributor.id,
        askedOn: new Date("2018-03-09"),
        dueOn: new Date("2018-05-08"),
        givenOn: new Date("2018-05-08"),
      },
    ]);
    expect(await events(id)).toEqual([
      "observationAdded",
      "observationWritten",
      "observationSubmitted",
      "observationPassed",
      "replyDrafted",
      "replySent",
      "observationClosed",
    ]);
  });

  it("is sent back by a rule, put right and submitted under the same number", async () => {
    const { cso, secretariat } = on.plan.actors;
    const id = await add();
    await submitObservation(cso, await seen(id), now);
    const broken = { rule: "contactDetails", note: "A phone number" } as const;
    await sendBackObservation(secretariat, await seen(id), broken, now);
    expect((await row(id)).rounds[0]).toMatchObject({ stage: "sentBack", ...broken });
    await writeObservation(cso, await seen(id), said);
    await submitObservation(cso, await seen(id), now);
    expect(await row(id)).toMatchObject({ number: 1, rounds: [{ stage: "inSafetyCheck", rule: null, note: "" }] });
  });

  it("says by the clock that no reply came, in the unit's own time zone, and takes a late one", async () => {
    const { thailand } = on.plan.actors;
    const id = await passed();
    const stateOf = async () => (await row(id)).rounds[0]!.responses[0]!.state;
    // The last hour of the due date in Bangkok, and the first one after it.
    expect(await lapseResponses(new Date("2018-05-08T16:59:00Z"))).toBe(0);
    expect(await stateOf()).toBe("awaited");
    expect(await lapseResponses(new Date("2018-05-08T17:00:00Z"))).toBe(1);
    expect(await stateOf()).toBe("unanswered");
    expect(await lapseResponses(later("2018-06-01"))).toBe(0);
    await sendReply(thailand, await seen(id), reply, later("2018-06-02"));
    expect((await row(id)).rounds[0]!.responses[0]).toMatchObject({ state: "given", givenOn: new Date("2018-06-02") });
    expect((await events(id)).slice(-2)).toEqual(["replyMissed", "replySent"]);
  });

  it("is spoken of once more after an answer, and no third time", async () => {
    const { cso, thailand, secretariat } = on.plan.actors;
    const id = await passed();
    await expect(speakAgain(cso, await seen(id), "Too early")).rejects.toThrow(refusal("changedMeanwhile"));
    await sendReply(thailand, await seen(id), reply, now);
    await speakAgain(cso, await seen(id), "Not of 2016");
    await submitObservation(cso, await seen(id), now);
    await passObservation(secretariat, await seen(id), now);
    await sendReply(thailand, await seen(id), { kind: "willCorrect", body: "You are right" }, now);
    await expect(speakAgain(cso, await seen(id), "And again")).rejects.toThrow(refusal("changedMeanwhile"));
    expect((await row(id)).rounds.map(({ body, responses: [response] }) => [body, response?.body])).toEqual([
      ["Our shelter saw more", "Other ministries count too"],
      ["Not of 2016", "You are right"],
    ]);
  });

  it("has the clocks that are set when it is submitted, or passed on", async () => {
    const { siteSettings } = on.database.prisma;
    await siteSettings.create({ data: { replyDays: 30, safetyCheckDays: 1 } });
    const id = await passed();
    await siteSettings.updateMany({ data: { replyDays: 90, safetyCheckDays: 20 } });
    expect((await row(id)).rounds[0]).toMatchObject({
      checkDueOn: new Date("2018-03-12"),
      responses: [{ dueOn: new Date("2018-04-08") }],
    });
    await siteSettings.deleteMany();
  });

  it("asks no government where only the platform is to read it", async () => {
    const { thailand } = on.plan.actors;
    const id = await passed({ visibility: "platform" });
    expect((await row(id)).rounds[0]).toMatchObject({ stage: "passed", responses: [] });
    await expect(sendReply(thailand, await seen(id), reply, now)).rejects.toThrow(refusal("notFound"));
  });

  it("is deleted while it is a draft, and afterwards withdrawn, with its number kept", async () => {
    const { cso, thailand } = on.plan.actors;
    const draft = await add();
    await deleteObservation(cso, await seen(draft));
    expect(await on.database.prisma.addressedText.count({ where: { id: draft } })).toBe(0);
    const id = await passed();
    await expect(deleteObservation(cso, await seen(id))).rejects.toThrow(refusal("changedMeanwhile"));
    await endObservation(cso, await seen(id), "withdrawn", now);
    expect(await row(id)).toMatchObject({ number: 1, end: "withdrawn" });
    await expect(sendReply(thailand, await seen(id), reply, now)).rejects.toThrow(refusal("notFound"));
    await expect(endObservation(cso, await seen(id), "withdrawn", now)).rejects.toThrow(refusal("changedMeanwhile"));
    await lapseResponses(later("2018-06-01"));
    expect((await row(id)).rounds[0]!.responses[0]!.state).toBe("awaited");
  });

  it("is taken back while nobody has looked, and can be read by nobody else then", async () => {
    const { cso, secretariat } = on.plan.actors;
    const id = await add();
    await submitObservation(cso, await seen(id), now);
    await recallObservation(cso, await seen(id));
    expect(await row(id)).toMatchObject({ number: 1, rounds: [{ stage: "draft", submittedAt: null }] });
    await expect(passObservation(secretariat, await seen(id), now)).rejects.toThrow(refusal("notFound"));
  });

  it("is attributed more openly by its author alone, and never less", async () => {
    const { cso, secretariat } = on.plan.actors;
    const id = await passed({ attribution: "secretariatOnly" });
    await expect(openAttribution(secretariat, await seen(id), "named")).rejects.toThrow(refusal("notAllowed"));
    await openAttribution(cso, await seen(id), "named");
    expect((await row(id)).observation!.attribution).toBe("named");
    await expect(openAttribution(cso, await seen(id), "governments")).rejects.toThrow(refusal("notAllowed"));
  });
});
