import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { translationsForm } from "@/lib/schemas/commitments/recommendation-forms";
import { publicVersion } from "@/lib/server/queries/public-version";
import { publicYouthCard } from "@/lib/server/queries/youth-forum/public-youth-card";
import { recommendationForWork } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { addRecommendation } from "./add-recommendation";
import { passRecommendation } from "./pass-recommendation";
import { submitRecommendation } from "./submit-recommendation";
import { takeDownRecommendation } from "./take-down-recommendation";
import { takeDownTranslation } from "./take-down-translation";
import { translateRecommendation } from "./translate-recommendation";

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");

/** Speaks for the young people, in the organisation of the plan's member of civil society. */
const facilitator = (): Actor => ({
  ...on.plan.actors.cso,
  roles: [{ role: "youthFacilitator", plan: { id: on.plan.planId, code: on.plan.code }, unit: null }],
});
const seen = async (id: number) => {
  const { rowVersion } = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
  return { plan: on.plan.code, id, rowVersion };
};
async function submitted(): Promise<number> {
  const { secretariat } = on.plan.actors;
  const { id: meeting } = await addMeeting(secretariat, {
    plan: on.plan.code,
    code: "YF-2018",
    entry: {
      kind: "youthForum",
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: "Forum", place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat, { plan: on.plan.code, id: meeting, rowVersion: 1 }, "hold", now);
  const said = { body: "Ask us.", language: "en" as const, node: "G1", units: [] };
  const { id } = await addRecommendation(facilitator(), { plan: on.plan.code, meeting }, said, now);
  await submitRecommendation(facilitator(), await seen(id), now);
  return id;
}
async function passed(): Promise<number> {
  const id = await submitted();
  await passRecommendation(on.plan.actors.secretariat, await seen(id), now);
  return id;
}
const version = async () => (await publicVersion({ plan: on.plan.code, area: "youth-forum" }))!;
const card = async (language: string) =>
  (await publicYouthCard({ code: on.plan.code, language, version: await version() }, 1))?.recommendation.said;
const stored = async (id: number) =>
  (await on.database.prisma.recommendationWords.findMany({ where: { textId: id }, orderBy: { locale: "asc" } })).map(
    ({ locale, body }) => `${locale} ${body}`,
  );
const events = async (id: number) =>
  (await auditWhere(on.database.prisma, { stream: `addressed:${id}` })).filter(
    ({ action }) => action === "recommendationTranslated",
  );

describe("translations of a recommendation", () => {
  it("stand beside its own words, are put right, and are taken out again", async () => {
    const id = await passed();
    const before = await version();
    await translateRecommendation(facilitator(), await seen(id), [
      { language: "th", body: "ถามเรา" },
      { language: "km", body: "សួរយើង" },
      { language: "lo", body: "" },
    ]);
    expect(await version()).not.toBe(before);
    expect(await card("th")).toEqual({ body: "ถามเรา", language: "th", saidIn: "en" });
    expect(await card("vi")).toEqual({ body: "Ask us.", language: "en", saidIn: "en" });
    await translateRecommendation(on.plan.actors.secretariat, await seen(id), [
      { language: "th", body: "โปรดถามเรา" },
      { language: "km", body: "" },
    ]);
    expect(await stored(id)).toEqual(["th โปรดถามเรา"]);
    expect((await events(id)).map(({ actorId }) => actorId)).toEqual([
      on.plan.actors.cso.id,
      on.plan.actors.secretariat.id,
    ]);
    const view = await recommendationForWork(facilitator(), on.plan.code, id, { locale: "th", now });
    expect(view?.translating).toEqual({
      said: { body: "Ask us.", language: "en" },
      words: [{ language: "th", body: "โปรดถามเรา" }],
    });
  });

  it("never stand in the language in which it was said, and nothing changed leaves no trace", async () => {
    const id = await passed();
    const { rowVersion } = await seen(id);
    await expect(
      translateRecommendation(facilitator(), await seen(id), [{ language: "en", body: "Ask them." }]),
    ).rejects.toThrow(refusal("invalid"));
    const insert = "INSERT INTO recommendation_words (text_id, locale, body) VALUES ($1, 'en', 'Ask them.')";
    await expect(on.database.pool.query(insert, [id])).rejects.toThrow("it was said in this language");
    await translateRecommendation(facilitator(), await seen(id), [{ language: "en", body: "" }]);
    expect([(await seen(id)).rowVersion, await events(id), await stored(id)]).toEqual([rowVersion, [], []]);
  });

  it("are written by who speaks for the young people and the secretariat, of what everybody reads", async () => {
    const { secretariat, cso, thailand } = on.plan.actors;
    const words = [{ language: "th" as const, body: "ถามเราก่อนพิมพ์" }];
    const id = await submitted();
    await expect(translateRecommendation(secretariat, await seen(id), words)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await passRecommendation(secretariat, await seen(id), now);
    for (const stranger of [cso, thailand])
      await expect(translateRecommendation(stranger, await seen(id), words)).rejects.toThrow(refusal("notAllowed"));
    expect((await recommendationForWork(thailand, on.plan.code, id, { locale: "en", now }))?.translating).toBeNull();
    await translateRecommendation(secretariat, await seen(id), words);
    expect(await whereWordsStand(on.database, "ถามเราก่อนพิมพ์")).toEqual(["recommendation_words.body"]);
    await takeDownRecommendation(secretariat, await seen(id), "minor", now);
    expect(await whereWordsStand(on.database, "ถามเราก่อนพิมพ์")).toEqual([]);
    await expect(translateRecommendation(secretariat, await seen(id), words)).rejects.toThrow(refusal("notFound"));
    expect(await stored(id)).toEqual([]);
  });

  it("are taken down for safety one by one, by the secretariat alone", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const id = await passed();
    await translateRecommendation(facilitator(), await seen(id), [
      { language: "th", body: "ถามเราก่อนพิมพ์" },
      { language: "km", body: "សួរយើង" },
    ]);
    const takeDown = async (actor: Actor, language: "th" | "lo") =>
      takeDownTranslation(actor, await seen(id), language, "minor", now);
    for (const stranger of [facilitator(), thailand])
      await expect(takeDown(stranger, "th")).rejects.toThrow(refusal("notAllowed"));
    await expect(takeDown(secretariat, "lo")).rejects.toThrow(refusal("notFound"));
    const before = await version();
    await takeDown(secretariat, "th");
    expect(await version()).not.toBe(before);
    expect(await whereWordsStand(on.database, "ถามเราก่อนพิมพ์")).toEqual([]);
    expect(await stored(id)).toEqual(["km សួរយើង"]);
    expect(await card("th")).toEqual({ body: "Ask us.", language: "en", saidIn: "en" });
    const [event] = (await auditWhere(on.database.prisma, { stream: `addressed:${id}` })).slice(-1);
    expect(event).toMatchObject({ action: "translationTakenDown", after: { language: "th", rule: "minor" } });
  });

  it("are changed by the first of two who change them at once", async () => {
    const id = await passed();
    const at = await seen(id);
    const change = (body: string) => translateRecommendation(facilitator(), at, [{ language: "th", body }]);
    const settled = await Promise.allSettled([change("หนึ่ง"), change("สอง")]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([(await stored(id)).length, (await events(id)).length]).toEqual([1, 1]);
  });

  it("name no young person and no school, as the words themselves", () => {
    const form = { locale: "en", plan: "spaiv", id: "1", rowVersion: "1" };
    const faults = (fields: Record<string, string>) =>
      translationsForm.safeParse({ ...form, ...fields }).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(faults({ "in-en": "Ask Malee, a 15-year-old." })).toEqual([["in-en", "youngPersonNamed"]]);
    expect(faults({ "in-th": "ถามน้องมะลิ อายุ 15 ปี" })).toEqual([["in-th", "youngPersonNamed"]]);
    expect(faults({ "in-th": "ถามเรา" })).toBeUndefined();
  });
});
