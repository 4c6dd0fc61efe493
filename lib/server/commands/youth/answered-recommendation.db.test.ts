import { describe, expect, it } from "vitest";
import type { OrganisationEntry } from "@/lib/schemas/organisations/organisation-form";
import { recommendationForWork } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "../commitments/add-key-action";
import { removeKeyAction } from "../commitments/remove-key-action";
import { takeDownAnswer } from "../commitments/take-down-answer";
import { tellKeyAction } from "../commitments/tell-key-action";
import { addOrganisation } from "../organisations/add-organisation";
import { changeOrganisation } from "../organisations/change-organisation";
import { respondToRecommendation } from "./respond-to-recommendation";
import { takeDownRecommendation } from "./take-down-recommendation";
import { now, recommending } from "./testing/recommending";

const on = reportingTests();
const { row, seen, answering, passed } = recommending(on);

describe("a recommendation that was passed on", () => {
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
      name: `Teachers of ${on.plan.code}`,
      names: [],
      acronym: null,
      kind: "academia",
      website: null,
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
});
