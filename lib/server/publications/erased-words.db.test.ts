import { beforeEach, describe, expect, it } from "vitest";
import { unpackContent } from "@/lib/publication/content";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { takeDownMeetingPart } from "@/lib/server/commands/meetings/take-down-meeting-part";
import { nameRelease } from "@/lib/server/commands/name-release";
import { makeMember } from "@/test/factories/make-member";
import { writtenTables } from "@/test/factories/written-tables";
import { dropSpoilt } from "./drop-spoilt";
import { publicationJob } from "./publication-job";
import { now, Publishing } from "./testing/publishing";

const given = new Publishing("erased");
const secretariat = () => given.plan.actors.secretariat;
const reply = { of: "reply", round: 1, unit: "THA" } as const;

let meeting: number;
let said: number;

const textSeen = async () => {
  const { rowVersion } = await given.database.prisma.addressedText.findUniqueOrThrow({ where: { id: said } });
  return { plan: given.plan.code, id: said, rowVersion };
};
const takeDown = async (at = new Date()) => takeDownAnswer(secretariat(), await textSeen(), reply, "minor", at);
const request = async () =>
  (await requestPaperSet(secretariat(), { plan: given.plan.code, id: meeting, language: "en" }, now)).id;
/** Whether words stand in what a publication is made of; null of one that was made of nothing yet. */
async function says(id: number, words: string): Promise<boolean | null> {
  const { content } = await given.database.prisma.publication.findUniqueOrThrow({ where: { id } });
  return content && JSON.stringify(await unpackContent(content)).includes(words);
}
const saysReply = (id: number) => says(id, "REPLY OF MALEE");
const files = (id: number) => given.database.prisma.publicationFile.count({ where: { publicationId: id } });

beforeEach(async () => {
  const { code, planId } = given.plan;
  const release = { plan: code, code: "may", version: 2, title: "May", notes: "", titleTh: "", notesTh: "" };
  await nameRelease(secretariat(), release, now);
  ({ id: meeting } = await addMeeting(secretariat(), {
    plan: code,
    code: "SOM12",
    entry: {
      kind: "som",
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: "THA",
      unit: null,
      texts: [{ locale: "en", title: "Meeting SOM12", place: "Bangkok", notes: "" }],
      participants: [],
      sources: [],
    },
  }));
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id: meeting } });
  await sendPapers(secretariat(), { plan: code, id: meeting, rowVersion }, "may", now);
  const member = await makeMember(given.database.prisma, given.plan, `Organisation of ${planId}`);
  ({ id: said } = await addObservation(
    member,
    { ...given.plan.address("THA", "2016"), about: { of: "indicator", code: "G2.1-a" } },
    {
      kind: "reportsGap",
      basis: "study",
      body: "A gap.",
      language: "en",
      attribution: "named",
      visibility: "public",
      sources: [],
      shadow: null,
    },
    now,
  ));
  await submitObservation(member, await textSeen(), now);
  await passObservation(secretariat(), await textSeen(), now);
  await sendReply(given.plan.actors.thailand, await textSeen(), { kind: "explains", body: "REPLY OF MALEE" }, now);
});

describe("words that are taken down for safety", () => {
  it("are gone with papers that say them; papers that wait are made of what is left", { tags: ["long"] }, async () => {
    const made = await request();
    await given.make(made);
    expect([await saysReply(made), await files(made)]).toEqual([true, 2]);
    const waiting = (await requestPaperSet(secretariat(), { plan: given.plan.code, id: meeting, language: "th" }, now))
      .id;
    await takeDown();
    expect(await given.database.prisma.publication.findMany({ where: { meetingId: meeting } })).toMatchObject([
      { id: waiting, state: "queued" },
    ]);
    await given.make(waiting);
    expect([(await given.read(waiting)).state, await saysReply(waiting)]).toEqual(["ready", false]);
  });

  it.each([
    ["title", "Meeting SOM12"],
    ["place", "Bangkok"],
  ] as const)("are gone with papers of the meeting where they are its %s", async (of, words) => {
    const made = await request();
    await given.make(made);
    expect([await says(made, words), await files(made)]).toEqual([true, 2]);
    const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id: meeting } });
    const seen = { plan: given.plan.code, id: meeting, rowVersion };
    await takeDownMeetingPart(secretariat(), seen, { of, at: 0 }, "namesSomebody", now);
    expect(await given.read(made)).toBeNull();
    const anew = await request();
    await given.make(anew);
    expect([await says(anew, words), await files(anew)]).toEqual([false, 2]);
  });

  it("are taken out of every row before the versions of public pages, which whoever changes those rows waits for", {
    tags: ["long"],
  }, async () => {
    const meetingSeen = async () => {
      const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id: meeting } });
      return { plan: given.plan.code, id: meeting, rowVersion };
    };
    for (const work of [
      () => takeDown(),
      async () => takeDownObservation(secretariat(), await textSeen(), "minor", now),
      async () => takeDownMeetingPart(secretariat(), await meetingSeen(), { of: "place", at: 0 }, "minor", now),
    ]) {
      await given.make(await request());
      const written = await writtenTables(given.database, work);
      expect(written).toContain("publication");
      const after = written.slice(written.indexOf("area_version")).filter((table) => table !== "area_version");
      // Mails and the audit are last with every command.
      expect(after.filter((table) => !/^(mail|audit)/.test(table))).toEqual([]);
    }
  });

  it("leave papers that are to be made anew without files, and without what these were made of", async () => {
    const id = await request();
    await given.make(id);
    await makePublicationAgain(secretariat(), given.plan.code, id, now);
    expect(await files(id)).toBe(2);
    await takeDown();
    expect([await saysReply(id), await files(id)]).toEqual([null, 0]);
    await given.make(id);
    expect([(await given.read(id)).state, await saysReply(id), await files(id)]).toEqual(["ready", false, 2]);
  });

  it.each(["wording", "pdf", "keeping"])("stand in no papers that were read before, at the step %s", async (at) => {
    const id = await request();
    let isTaken = false;
    await given.make(id, (job) =>
      publicationJob.run({
        ...job,
        progress: async (step) => {
          await job.progress(step);
          if (step !== at || isTaken) return;
          isTaken = true;
          // As if it had been asked for long before: by the clock alone nobody would know.
          await takeDown(now);
        },
      }),
    );
    expect([isTaken, (await given.read(id)).state, await saysReply(id)]).toEqual([true, "ready", false]);
  });

  it("are found in papers that an earlier version left, by the clock", async () => {
    const [id, other] = [await request(), await given.request({ formats: ["csv"] })];
    await given.make(id);
    await given.make(other);
    await dropSpoilt();
    expect(await files(id)).toBe(2);
    await given.database.pool.query(
      `UPDATE unit_response SET body = '', redacted_at = now() AT TIME ZONE 'UTC' + interval '1 second' WHERE text_id = $1`,
      [said],
    );
    expect(await given.read(id)).toMatchObject({ mayHoldTakenDown: true });
    await dropSpoilt();
    expect([await given.read(id), (await given.read(other)).state]).toEqual([null, "ready"]);
    expect((await given.actionsOf(id)).at(-1)).toBe("publicationDeleted");
  });
});
