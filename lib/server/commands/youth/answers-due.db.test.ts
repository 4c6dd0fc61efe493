import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import type { RecommendationSaid } from "@/lib/schemas/commitments/recommendation-forms";
import { publicVersion } from "@/lib/server/queries/public-version";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { recommendationForWork } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { notePassedMeetings } from "@/lib/server/youth/note-passed-meetings";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { changeMeeting } from "../meetings/change-meeting";
import { addRecommendation } from "./add-recommendation";
import { passRecommendation } from "./pass-recommendation";
import { respondToRecommendation } from "./respond-to-recommendation";
import { submitRecommendation } from "./submit-recommendation";

const on = reportingTests();
const [asked, inTime, after] = ["2018-03-09", "2018-04-02", "2018-06-01"].map(
  (day) => new Date(`${day}T04:00:00Z`),
) as [Date, Date, Date];

const entryOf = (kind: "youthForum" | "som", code: string, day: string | null): MeetingEntry => ({
  kind,
  year: 2018,
  startsOn: day,
  endsOn: day,
  isOnline: true,
  host: null,
  unit: null,
  participants: [],
  sources: [],
  texts: [{ locale: "en", title: code, place: "", notes: "" }],
});
const meeting = (kind: "youthForum" | "som", code: string, day: string) =>
  addMeeting(on.plan.actors.secretariat, { plan: on.plan.code, code, entry: entryOf(kind, code, day) });
const hold = (id: number, now: Date) =>
  advanceMeeting(on.plan.actors.secretariat, { plan: on.plan.code, id, rowVersion: 1 }, "hold", now);

it("a meeting whose last day passed leaves answers missed, and later ones late, as everybody reads them", async () => {
  const { secretariat, thailand, cambodia, cso } = on.plan.actors;
  const young: Actor = {
    ...cso,
    roles: [{ role: "youthFacilitator", plan: { id: on.plan.planId, code: on.plan.code }, unit: null }],
  };
  const forum = await meeting("youthForum", "YF-2018", "2018-03-01");
  await hold(forum.id, asked);
  const som = await meeting("som", "SOM20", "2018-05-10");
  const said: RecommendationSaid = {
    body: "Teach it at school",
    language: "en",
    node: "G1",
    units: ["THA", "KHM"],
  };
  const { id } = await addRecommendation(young, { plan: on.plan.code, meeting: forum.id }, said, asked);
  const seen = async () => {
    const { rowVersion } = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: on.plan.code, id, rowVersion };
  };
  const answer = async (actor: Actor, unit: string, now: Date) => {
    const { rowVersion } = await on.database.prisma.addressedUnit.findFirstOrThrow({
      where: { textId: id, unit: { code: unit } },
    });
    const given = { unit, answer: "accepted", body: "" } as const;
    await respondToRecommendation(actor, { plan: on.plan.code, id, rowVersion }, given, "sendReply", now);
  };
  const read = async (now: Date) => {
    const version = (await publicVersion({ plan: on.plan.code, area: "youth-forum" }))!;
    const page = await publicYouthForum({ code: on.plan.code, locale: "en", version, now });
    const { due, answers } = page!.forums[0]!.recommendations[0]!;
    return { version, due, late: answers.flatMap(({ unit, isLate }) => (isLate ? [unit.code] : [])) };
  };
  await submitRecommendation(young, await seen(), asked);
  await passRecommendation(secretariat, await seen(), asked);
  await answer(thailand, "THA", inTime);
  const before = await read(inTime);
  expect(before).toMatchObject({ due: { meeting: { code: "SOM20" }, isPast: false }, late: [] });
  // On its last day they are in time, where it is as well as in mail; the next one passes it, once.
  const passes = async (moment: string) => {
    await notePassedMeetings(new Date(moment));
    return read(new Date(moment));
  };
  const lastDay = await passes("2018-05-10T16:59:00Z");
  expect(lastDay).toMatchObject({ due: { isPast: false }, version: before.version });
  const over = await passes("2018-05-10T17:01:00Z");
  expect(over).toMatchObject({ due: { isPast: true }, late: [] });
  expect(over.version).not.toBe(before.version);
  expect((await passes("2018-05-11T17:01:00Z")).version).toBe(over.version);
  // Put off, it lies ahead again, and passes on its new day. Nobody has told that it was held.
  await changeMeeting(
    secretariat,
    { plan: on.plan.code, id: som.id, rowVersion: 1 },
    entryOf("som", "SOM20", "2018-05-20"),
  );
  const putOff = await passes("2018-05-12T04:00:00Z");
  expect(putOff.due?.isPast).toBe(false);
  const again = await passes("2018-05-21T04:00:00Z");
  expect(again.due?.isPast).toBe(true);
  expect(again.version).not.toBe(putOff.version);
  await answer(cambodia, "KHM", after);
  expect((await read(after)).late).toEqual(["KHM"]);
  const atWork = await recommendationForWork(thailand, on.plan.code, id, { locale: "en", now: after });
  expect(atWork).toMatchObject({ due: { meeting: { code: "SOM20" }, isPast: true } });
});
