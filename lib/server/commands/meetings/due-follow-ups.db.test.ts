import { describe, expect, it } from "vitest";
import { meetingPresentation } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { reportingTests } from "@/test/factories/reporting-plan";
import { endObservation } from "../commitments/end-observation";
import { sendReply } from "../commitments/send-reply";
import { reply } from "../commitments/testing/observing";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { followUp } from "./follow-up";

const _on = reportingTests();

import { lapseResponses } from "../commitments/lapse-responses";
import { passObservation } from "../commitments/pass-observation";
import { speakAgain } from "../commitments/speak-again";
import { takeDownAnswer } from "../commitments/take-down-answer";
import { submitObservation } from "../commitments/testing/submit-observation";
import { before, followingUp, now } from "./testing/following-up";

const on = reportingTests();
const { observer, youth, secretariat, held, seen, tell, ofMeeting, offered, noLonger, replied, done } = followingUp(on);

/** What is looked at in a meeting, told of there or not. */
const dueAt = async (code: string) => {
  const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
  return (await meetingPresentation({ code: on.plan.code, locale: "en", version }, code))!.saidDue;
};

describe("what was said to governments", () => {
  it("is looked at from the first meeting after it on, at a country's own where that is asked, until it is done", async () => {
    const recommendation = await youth.passed({ units: ["THA"] });
    const early = await held("RTF-2018-02", "2018-02-15");
    const own = await held("THA-2018-06", "2018-06-01", "THA");
    const other = await held("KHM-2018-06", "2018-06-01", "KHM");
    const next = await held("RTF-2018-10", "2018-10-15");
    const looked = async () => Promise.all([early, own, other, next].map(async (id) => (await offered(id)).length));
    expect(await looked()).toEqual([0, 1, 0, 1]);
    await expect(tell(early, [recommendation])).rejects.toMatchObject(noLonger(recommendation));
    await followUp(secretariat(), await seen(own), [{ textId: recommendation, status: "done", body: "" }], now);
    expect(await looked()).toEqual([0, 1, 0, 0]);
  });

  it("isn't due before answers are, nor once its author has closed it", async () => {
    const observation = await replied();
    const { id: som } = await addMeeting(secretariat(), {
      plan: on.plan.code,
      code: "SOM12",
      entry: {
        kind: "som",
        year: 2018,
        startsOn: "2018-11-05",
        endsOn: "2018-11-06",
        isOnline: false,
        host: null,
        unit: null,
        texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }],
        participants: [],
        sources: [],
      },
    });
    const recommendation = await youth.passed();
    const id = await held("RTF-2018-10", "2018-10-15");
    await advanceMeeting(secretariat(), await seen(som), "hold", new Date("2020-01-01T04:00:00Z"));
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([observation]);
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation, observation]);
    await tell(id, [observation]);
    await done(observation);
    // The meeting was told that more is to come.
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation, observation]);
    await endObservation(on.plan.actors.cso, await observer.seen(observation), "answered", now);
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([observation]);
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation]);
    await endObservation(on.plan.actors.cso, await observer.seen(observation), "withdrawn", now);
    expect(await offered(id)).toEqual([]);
    expect(await ofMeeting("RTF-2018-10")).toMatchObject([{ isGone: true, body: "", told: { body: "" } }]);
  });

  it("stands at a past meeting as it did then, whatever became of it since", async () => {
    const { thailand } = on.plan.actors;
    const [closedLater, answeredLater] = [await observer.passed(), await observer.passed()];
    await held("RTF-2018-04", "2018-04-16");
    for (const [id, day] of [
      [closedLater, "2018-04-16"],
      [answeredLater, "2018-04-17"],
    ] as const)
      await sendReply(thailand, await observer.seen(id), reply, new Date(`${day}T04:00:00Z`));
    await endObservation(on.plan.actors.cso, await observer.seen(closedLater), "answered", now);
    expect((await ofMeeting("RTF-2018-04")).map(({ textId }) => textId)).toEqual([closedLater]);
  });

  it("is left out once it is answered and all is done, and what is left comes first", async () => {
    const [left, settled] = [await replied(), await replied()];
    const explained = await observer.passed();
    await sendReply(on.plan.actors.thailand, await observer.seen(explained), reply, before);
    const answeredThere = await observer.passed();
    const id = await held("RTF-2018-12", "2018-12-03");
    await sendReply(
      on.plan.actors.thailand,
      await observer.seen(answeredThere),
      reply,
      new Date("2018-12-03T04:00:00Z"),
    );
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([settled, left, answeredThere]);
    await done(settled);
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([left, answeredThere]);
  });

  it("stands at a past meeting in the round that was said by then", async () => {
    const { cso, thailand } = on.plan.actors;
    const [explained, unanswered] = [await observer.passed(), await observer.passed()];
    await sendReply(thailand, await observer.seen(explained), reply, before);
    await held("RTF-2018-10", "2018-10-15");
    await lapseResponses(now);
    const looked = async () => (await dueAt("RTF-2018-10")).map(({ textId, body }) => [textId, body]);
    const then = await looked();
    expect(then).toEqual([[unanswered, expect.any(String)]]);
    for (const id of [explained, unanswered]) {
      await speakAgain(cso, await observer.seen(id), "And still.");
      await submitObservation(cso, await observer.seen(id), now);
      await passObservation(secretariat(), await observer.seen(id), now);
    }
    expect(await looked()).toEqual(then);
    await held("RTF-2018-12", "2018-12-28");
    expect(new Set((await dueAt("RTF-2018-12")).map(({ textId }) => textId))).toEqual(new Set([explained, unanswered]));
  });

  it("is left as long as a correction that was promised isn't told as done", async () => {
    const { cso, thailand } = on.plan.actors;
    const id = await observer.passed();
    await sendReply(thailand, await observer.seen(id), { kind: "willCorrect", body: "We will." }, before);
    const meeting = await held("RTF-2018-10", "2018-10-15");
    expect((await offered(meeting)).map(({ textId }) => textId)).toEqual([id]);
    await endObservation(cso, await observer.seen(id), "answered", new Date("2018-06-01T04:00:00Z"));
    expect(await offered(meeting)).toEqual([]);
  });

  it("isn't looked at again for a link that is put right, nor for words that nobody tells of any more", async () => {
    const [retold, taken] = [await replied(), await replied()];
    for (const id of [retold, taken]) await done(id, new Date("2018-06-01T04:00:00Z"));
    await held("RTF-2018-10", "2018-10-15");
    expect(await dueAt("RTF-2018-10")).toEqual([]);
    await done(retold, now);
    const { id: keyAction } = await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId: taken } });
    const open = { state: "planned", doneOn: null, toldAt: null, toldById: null } as const;
    await on.database.prisma.keyAction.update({
      where: { id: keyAction },
      data: { ...open, evidenceTitle: "", evidenceUrl: "" },
    });
    expect((await dueAt("RTF-2018-10")).map(({ textId }) => textId)).toEqual([taken]);
    await takeDownAnswer(secretariat(), await observer.seen(taken), { of: "keyAction", id: keyAction }, "minor", now);
    expect(await dueAt("RTF-2018-10")).toEqual([]);
  });
});
