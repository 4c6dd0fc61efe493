import { describe, expect, it } from "vitest";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addRecommendation } from "./add-recommendation";
import { deleteRecommendation } from "./delete-recommendation";
import { passRecommendation } from "./pass-recommendation";
import { recallRecommendation } from "./recall-recommendation";
import { respondToRecommendation } from "./respond-to-recommendation";
import { sendBackRecommendation } from "./send-back-recommendation";
import { submitRecommendation } from "./submit-recommendation";
import { takeDownRecommendation } from "./take-down-recommendation";
import { now, recommending, said } from "./testing/recommending";
import { writeRecommendation } from "./write-recommendation";

const on = reportingTests();
const { facilitator, forum, row, seen, answering, add, passed } = recommending(on);

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
      "recommendationAdded",
      "recommendationSubmitted",
      "recommendationRecalled",
      "recommendationSubmitted",
      "recommendationSentBack",
      "recommendationWritten",
      "recommendationSubmitted",
      "recommendationPassed",
      "answerDrafted",
      "recommendationAnswered",
      "recommendationAnswered",
    ]);
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
