import { describe, expect, it } from "vitest";
import { photo } from "@/lib/cleaning/testing/authored-files";
import { observationsFilterOf } from "@/lib/schemas/addresses/observations-filter";
import { presentEdition } from "@/lib/server/framework/edition";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationForm } from "@/lib/server/queries/observations/observation-form";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import { observationsWaiting } from "@/lib/server/queries/observations/observations-waiting";
import { publicObservations } from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "../meetings/add-decision";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { changeMeeting } from "../meetings/change-meeting";
import { addKeyAction } from "./add-key-action";
import { addObservation } from "./add-observation";
import { addObservationFile } from "./add-observation-file";
import { draftReply } from "./draft-reply";
import { passObservation } from "./pass-observation";
import { removeObservationFile } from "./remove-observation-file";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { now, observing, said } from "./testing/observing";
import { observingSubjects } from "./testing/observing-subjects";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

const on = reportingTests();
const { seen } = observing(on);
const { add, heard, area } = observingSubjects(on);

describe("an observation about a decision", () => {
  const secretariat = () => on.plan.actors.secretariat;
  const meeting = async (id: number) => ({
    plan: on.plan.code,
    id,
    rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
  });
  /** A meeting that was held, with a decision for Thailand alone and one for all countries. */
  async function decided(kind: "som" | "youthForum" = "som"): Promise<number> {
    const day = "2017-11-05";
    const { id } = await addMeeting(secretariat(), {
      plan: on.plan.code,
      code: "SOM12",
      entry: {
        kind,
        year: 2017,
        startsOn: day,
        endsOn: day,
        isOnline: false,
        host: null,
        unit: null,
        participants: [],
        sources: [],
        texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }],
      },
    });
    await advanceMeeting(secretariat(), await meeting(id), "hold", now);
    const words = { kind: "task" as const, dueOn: "", organisations: [], priority: null, extendedTo: null };
    for (const units of [["THA"], []])
      await addDecision(
        secretariat(),
        await meeting(id),
        { ...words, units, body: "Each country names a hotline." },
        now,
      );
    return id;
  }
  const agree = async (id: number) => advanceMeeting(secretariat(), await meeting(id), "agreeOutcome", now);
  const about = (code: string) => ({ of: "decision" as const, code });
  const form = async (decision: string) =>
    observationForm(
      on.plan.actors.cso,
      on.plan.code,
      { unit: null, period: null, indicator: null, node: null, narrative: null, decision },
      { locale: "en", now },
    );

  it("is of one that is agreed, and addressed to a unit that it asks", async () => {
    const id = await decided();
    await expect(add(about("SOM12-D1"))).rejects.toThrow(refusal("notFound"));
    expect(await form("SOM12-D1")).toBeNull();
    await agree(id);
    for (const none of ["SOM12-D9", "SOM99-D1", "SOM12", "D1", "SOM12-D0"])
      await expect(add(about(none)), none).rejects.toThrow(refusal("notFound"));
    const toCambodia = (code: string) =>
      addObservation(on.plan.actors.cso, { ...on.plan.address("KHM", "2016"), about: about(code) }, said, now);
    await expect(toCambodia("SOM12-D1")).rejects.toThrow(refusal("notFound"));
    await toCambodia("SOM12-D2");
    const event = await auditWhere(on.database.prisma, { stream: `addressed:${await add(about("SOM12-D1"))}` });
    expect(event.at(-1)).toMatchObject({ action: "observationAdded", after: { decision: "SOM12-D1", period: "2016" } });
    const offered = await form("SOM12-D1");
    expect(offered?.units.map(({ code }) => code)).toEqual(["THA"]);
    expect(offered?.asked.subject).toMatchObject({ of: "decision", code: "SOM12-D1" });
  });

  it("is told by the decision's code wherever it is read, and counted beside the decision once it is public", async () => {
    await agree(await decided());
    const read = async () => {
      const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
      return (await publicMeeting({ code: on.plan.code, locale: "en", version }, "SOM12"))!;
    };
    await add(about("SOM12-D1"));
    expect((await read()).observed).toEqual({});
    const number = await heard(about("SOM12-D1"));
    expect((await read()).observed).toEqual({ "SOM12-D1": 1 });
    const page = async (asked: string) =>
      publicObservations(await area(), observationsFilterOf(new URLSearchParams({ about: asked })));
    const subject = { of: "decision", code: "SOM12-D1" };
    expect((await page("SOM12-D1"))?.observations).toMatchObject([{ number, subject }]);
    expect(await page("SOM12-D2")).toBeNull();
    const asked = { locale: "en" as const, now };
    const { cso } = on.plan.actors;
    const { listed } = (await observationList(cso, on.plan.code, asked))!;
    expect(listed.map((each) => each.subject)).toMatchObject([subject, subject]);
    for (const { id } of listed)
      expect((await observationForWork(cso, on.plan.code, id, asked))?.subject).toMatchObject(subject);
    const { waiting } = await observationsWaiting(cso, { id: on.plan.planId, resultsVersion: 1 }, asked);
    expect(waiting.map((each) => each.subject)).toMatchObject([subject, subject]);
  });

  it("names nobody where young people decided it, nor does the second round, a reply, or what is done about it", async () => {
    await agree(await decided("youthForum"));
    const { cso, thailand } = on.plan.actors;
    const named = "Malee, a 15-year-old, was asked.";
    const refused = (field: string) => ({ problems: [{ field, key: "youngPersonNamed" }] });
    const sources = [{ title: "Songs of Bright Future High School", url: "https://songs.example/" }];
    await expect(add(about("SOM12-D1"), { body: named })).rejects.toMatchObject(refused("body"));
    await expect(add(about("SOM12-D1"), { sources })).rejects.toMatchObject(refused("title_1"));
    // Of what officials decided, a warning does.
    await add({ of: "unit" }, { body: named, sources });
    const id = await add(about("SOM12-D1"));
    await expect(writeObservation(cso, await seen(id), { ...said, body: named })).rejects.toMatchObject(
      refused("body"),
    );
    const file = { title: named, consent: true, bytes: await photo("jpeg") };
    await expect(addObservationFile(cso, await seen(id), file, now)).rejects.toMatchObject(refused("title"));
    await submitObservation(cso, await seen(id), now);
    await passObservation(secretariat(), await seen(id), now);
    const evidence = { evidenceTitle: named, evidenceUrl: "https://gov.example/r" };
    for (const answer of [draftReply, sendReply]) {
      const words = { kind: "explains" as const, body: named };
      await expect(answer(thailand, await seen(id), words, now)).rejects.toMatchObject(refused("body"));
      await expect(answer(thailand, await seen(id), { ...words, body: "", ...evidence }, now)).rejects.toMatchObject(
        refused("evidenceTitle"),
      );
    }
    const action = { body: named, organisationId: null, dueOn: "2018-12-01" as const };
    await expect(addKeyAction(thailand, await seen(id), action, now)).rejects.toMatchObject(refused("action"));
    await sendReply(thailand, await seen(id), { kind: "explains", body: "They were heard." }, now);
    await expect(speakAgain(cso, await seen(id), named)).rejects.toMatchObject(refused("body"));
  });

  it("names nobody either once its meeting is a forum, whether it was sent before or is a draft", async () => {
    const { cso, thailand } = on.plan.actors;
    const id = await decided();
    await agree(id);
    const named = "Malee, a 15-year-old, was asked.";
    const kindOf = (kind: "som" | "youthForum") => on.database.prisma.meeting.update({ where: { id }, data: { kind } });
    const become = async () =>
      changeMeeting(secretariat(), await meeting(id), {
        kind: "youthForum",
        year: 2017,
        startsOn: "2017-11-05",
        endsOn: "2017-11-05",
        isOnline: false,
        host: null,
        unit: null,
        participants: [],
        sources: [],
        texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }],
      });
    const send = async (text: number) => submitObservation(cso, await seen(text), now);
    const refused = (field: string) => ({ problems: [{ field, key: "youngPersonNamed" }] });
    const sources = [{ title: "Songs of Bright Future High School", url: "https://songs.example/" }];
    const drafts = [await add(about("SOM12-D1"), { body: named }), await add(about("SOM12-D1"), { sources })];
    // Nobody but its author knows of a draft: it is judged when it is sent.
    await become();
    await expect(send(drafts[0]!)).rejects.toMatchObject(refused("body"));
    await expect(send(drafts[1]!)).rejects.toMatchObject(refused("title_1"));
    await kindOf("som");
    for (const draft of drafts) {
      await send(draft);
      await expect(become()).rejects.toMatchObject(refused("kind"));
      // One that was sent while its meeting became a forum.
      await kindOf("youthForum");
      await expect(passObservation(secretariat(), await seen(draft), now)).rejects.toThrow(
        refusal("youngPersonInWords"),
      );
      await sendBackObservation(secretariat(), await seen(draft), { rule: "minor", note: "" }, now);
      await kindOf("som");
    }
    const sound = await add(about("SOM12-D1"));
    await send(sound);
    await passObservation(secretariat(), await seen(sound), now);
    await become();
    await kindOf("som");
    await sendReply(thailand, await seen(sound), { kind: "explains", body: named }, now);
    await expect(become()).rejects.toMatchObject(refused("kind"));
  });

  it("isn't written where it can't be sent with its words: who tries again finds it as they saw it", async () => {
    const { cso } = on.plan.actors;
    const meetingId = await decided();
    await agree(meetingId);
    const id = await add(about("SOM12-D1"));
    const file = { title: "Malee, a 15-year-old", consent: true, bytes: await photo("jpeg") };
    await addObservationFile(cso, await seen(id), file, now);
    await on.database.prisma.meeting.update({ where: { id: meetingId }, data: { kind: "youthForum" } });
    const before = await seen(id);
    const send = writeObservation(cso, before, { ...said, body: "Other words." }, { sentAt: now });
    await expect(send).rejects.toMatchObject({ problems: [{ key: "youngPersonNamed" }] });
    expect(await seen(id)).toEqual(before);
    const files = await on.database.prisma.addressedFile.findMany({ where: { textId: id }, select: { fileId: true } });
    await removeObservationFile(cso, before, files[0]!.fileId);
    await writeObservation(cso, await seen(id), { ...said, body: "Other words." }, { sentAt: now });
    expect(await on.database.prisma.addressedRound.findFirst({ where: { textId: id } })).toMatchObject({
      body: "Other words.",
      stage: "inSafetyCheck",
    });
  });

  it("has one subject, whatever asks", async () => {
    await agree(await decided());
    const textId = await add(about("SOM12-D1"));
    const { nodeId } = await on.database.prisma.editionNode.findFirstOrThrow({
      where: { edition: { planId: on.plan.planId, ...presentEdition } },
    });
    await expect(on.database.prisma.observation.update({ where: { textId }, data: { nodeId } })).rejects.toThrow();
  });
});
