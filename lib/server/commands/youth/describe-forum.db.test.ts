import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { ForumFacts } from "@/lib/schemas/commitments/forum-form";
import { forumForm } from "@/lib/server/queries/youth-forum/forum-form";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { describeForum } from "./describe-forum";

const on = reportingTests();
const facilitator = (): Actor => ({
  ...on.plan.actors.cso,
  roles: [{ role: "youthFacilitator", plan: { id: on.plan.planId, code: on.plan.code }, unit: null }],
});
const facts: ForumFacts = {
  theme: "Safe journeys",
  organisers: "A network",
  safeguarding: null,
  counts: [
    { unit: "THA", sex: "female", age: "from15", count: 6 },
    { unit: "KHM", sex: "male", age: "from15", count: 2 },
    { unit: "KHM", sex: "male", age: "from18", count: 5 },
  ],
};

async function forum(kind: "youthForum" | "som" = "youthForum") {
  const { secretariat } = on.plan.actors;
  const { id } = await addMeeting(secretariat, {
    plan: on.plan.code,
    code: "YF-2018",
    entry: {
      kind,
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
  await advanceMeeting(
    secretariat,
    { plan: on.plan.code, id, rowVersion: 1 },
    "hold",
    new Date("2018-03-09T04:00:00Z"),
  );
  return { plan: on.plan.code, id, rowVersion: 2 };
}

describe("who came to a forum", () => {
  it("is told by counts, by who speaks for the young people, and read by everybody in groups that nobody is found in", async () => {
    const seen = await forum();
    await describeForum(facilitator(), seen, facts);
    const view = await publicYouthForum({ code: on.plan.code, locale: "en", version: "1-1" });
    expect(view?.forums[0]).toMatchObject({
      theme: "Safe journeys",
      organisers: "A network",
      participants: {
        total: 13,
        countries: 2,
        parts: [
          { sex: null, age: "from15", count: 8 },
          { age: "from18", count: 5 },
        ],
      },
    });
    const events = await auditWhere(on.database.prisma, { stream: `meeting:${seen.id}` });
    expect(events.at(-1)).toMatchObject({ action: "forumDescribed" });
    // In another window it stood otherwise.
    await expect(describeForum(facilitator(), seen, facts)).rejects.toThrow(refusal("changedMeanwhile"));
    const { secretariat } = on.plan.actors;
    await describeForum(secretariat, { ...seen, rowVersion: 3 }, { ...facts, counts: [] });
    expect(await on.database.prisma.youthParticipants.count({ where: { meetingId: seen.id } })).toBe(0);
  });

  it("stands once the meeting is closed: its form is gone, and what was typed before is refused", async () => {
    const seen = await forum();
    const { secretariat } = on.plan.actors;
    const asked = () => forumForm(facilitator(), on.plan.code, seen.id, { locale: "en" });
    expect(await asked()).not.toBeNull();
    await advanceMeeting(secretariat, seen, "agreeOutcome", new Date("2018-03-09T04:00:00Z"));
    await advanceMeeting(secretariat, { ...seen, rowVersion: 3 }, "close", new Date("2018-03-09T04:00:00Z"));
    for (const actor of [facilitator(), secretariat])
      await expect(describeForum(actor, { ...seen, rowVersion: 4 }, facts)).rejects.toThrow(
        refusal("changedMeanwhile"),
      );
    expect(await asked()).toBeNull();
  });

  it("is nobody else's to tell, of no other meeting, and of no organisation that there isn't", async () => {
    const seen = await forum();
    const { cso, thailand } = on.plan.actors;
    for (const stranger of [cso, thailand])
      await expect(describeForum(stranger, seen, facts)).rejects.toThrow(refusal("notAllowed"));
    await expect(describeForum(facilitator(), seen, { ...facts, safeguarding: 999_999 })).rejects.toThrow(
      refusal("invalid"),
    );
  });

  it("keeps an organisation that is archived since, marked so, and offers it to no other forum", async () => {
    const seen = await forum();
    const name = "Safe house network";
    const { id } = await on.database.prisma.organisation.create({ data: { name, kind: "civilSociety" } });
    await describeForum(facilitator(), seen, { ...facts, safeguarding: id });
    const archivedAt = new Date("2018-03-09T04:00:00Z");
    await on.database.prisma.organisation.update({ where: { id }, data: { archivedAt } });
    const form = async () => (await forumForm(facilitator(), on.plan.code, seen.id, { locale: "en" }))!;
    const archived = { id, name, isArchived: true };
    expect(await form()).toMatchObject({ safeguarding: id, organisations: expect.arrayContaining([archived]) });
    await describeForum(facilitator(), { ...seen, rowVersion: 3 }, { ...facts, safeguarding: id });
    await describeForum(facilitator(), { ...seen, rowVersion: 4 }, facts);
    expect((await form()).organisations).not.toContainEqual(archived);
    await expect(
      describeForum(facilitator(), { ...seen, rowVersion: 5 }, { ...facts, safeguarding: id }),
    ).rejects.toThrow(refusal("invalid"));
  });

  it("is told of no other kind of meeting", async () => {
    await expect(describeForum(facilitator(), await forum("som"), facts)).rejects.toThrow(refusal("notFound"));
  });
});
