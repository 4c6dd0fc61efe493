import { describe, expect, it } from "vitest";
import type { AgendaEntry } from "@/lib/schemas/commitments/agenda-form";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { meetingForWork, meetingsForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { publicMeeting, publicMeetings } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { changeOrganisation } from "../organisations/change-organisation";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeMeeting } from "./change-meeting";
import { deleteMeeting } from "./delete-meeting";
import { sendPapers } from "./send-papers";
import { writeAgenda } from "./write-agenda";

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");

const entry: MeetingEntry = {
  kind: "som",
  year: 2018,
  startsOn: "2018-11-05",
  endsOn: "2018-11-06",
  isOnline: false,
  host: "KHM",
  unit: null,
  texts: [
    { locale: "en", title: "Twelfth meeting", place: "Vientiane", notes: "" },
    { locale: "th", title: "ครั้งที่ 12", place: "", notes: "" },
  ],
  participants: [],
  sources: [{ title: "Its papers", url: "" }],
};
const secretariat = () => on.plan.actors.secretariat;
const add = (code = "SOM12", more: Partial<MeetingEntry> = {}, actor = secretariat()) =>
  addMeeting(actor, { plan: on.plan.code, code, entry: { ...entry, ...more } }).then(({ id }) => id);
const seen = async (id: number) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const events = async (id: number) =>
  (await auditWhere(on.database.prisma, { stream: `meeting:${id}` })).map(({ action }) => action);
const area = async (locale = "en") => ({
  code: on.plan.code,
  locale,
  version: (await publicVersion({ plan: on.plan.code, area: "meetings" }))!,
});
const point = (title: string, nodes: string[] = []) => ({
  texts: [{ locale: "en" as const, title }],
  organisation: null,
  speaker: "",
  attends: [],
  nodes,
  documents: [],
  field: "nodes_1",
});

describe("a forum of young people", () => {
  const forum: Partial<MeetingEntry> = { kind: "youthForum", host: null, sources: [] };
  const named = "Bright Future High School";
  it.each<[string, Partial<MeetingEntry>]>([
    ["texts", { texts: [{ locale: "en", title: "Forum", place: named, notes: "" }] }],
    ["sources", { sources: [{ title: `Songs of ${named}`, url: "" }] }],
  ])("names nobody in its %s, from its first day", async (_, more) => {
    await expect(add("YF-1", { ...forum, ...more })).rejects.toThrow(refusal("invalid"));
    // Of a meeting of officials it may be said.
    const id = await add("SOM1", { ...more });
    await expect(changeMeeting(secretariat(), await seen(id), { ...entry, ...forum, ...more })).rejects.toThrow(
      refusal("invalid"),
    );
  });
  it("counts no young people so few that they could be known, nor does any other meeting", async () => {
    const few: Partial<MeetingEntry> = { participants: [{ kind: "youth", count: 2 }] };
    const refused = { problems: [{ field: "participants_youth", key: "platformReachSmall" }] };
    await expect(add("YF-1", { ...forum, ...few })).rejects.toMatchObject(refused);
    await expect(add("SOM1", few)).rejects.toMatchObject(refused);
    const id = await add("SOM1", { participants: [{ kind: "government", count: 2 }] });
    await expect(changeMeeting(secretariat(), await seen(id), { ...entry, ...few })).rejects.toMatchObject(refused);
    // Those that were counted before, or under a lower threshold, are told on no page.
    await on.database.prisma.meetingParticipants.create({ data: { meetingId: id, kind: "youth", count: 2 } });
    expect((await publicMeeting(await area(), "SOM1"))?.meeting.participants).toEqual([
      { kind: "government", count: 2 },
      { kind: "youth", count: null },
    ]);
  });
  it("has neither an agenda nor decisions that name somebody, nor becomes one with them", async () => {
    const id = await add("YF-2", forum);
    const decided: Omit<DecisionWords, "body"> = {
      kind: "task",
      dueOn: "",
      units: [],
      organisations: [],
      priority: null,
      extendedTo: null,
    };
    const words = [{ ...point("Opening"), speaker: "Malee, 15" }];
    await expect(writeAgenda(secretariat(), await seen(id), words)).rejects.toMatchObject({
      problems: [{ field: "speaker_1", key: "youngPersonNamed" }],
    });
    await advanceMeeting(secretariat(), await seen(id), "hold", now);
    await expect(addDecision(secretariat(), await seen(id), { ...decided, body: named }, now)).rejects.toMatchObject({
      problems: [{ field: "body", key: "youngPersonNamed" }],
    });
    const document = { title: `Songs of ${named}`, url: "https://a.example/d", field: "docTitle_1_3" };
    const papers = [{ ...point("Opening"), documents: [document] }];
    await expect(writeAgenda(secretariat(), await seen(id), papers)).rejects.toMatchObject({
      problems: [{ field: "docTitle_1_3", key: "youngPersonNamed" }],
    });
    const other = await add("SOM2");
    for (const agenda of [words, papers]) {
      await writeAgenda(secretariat(), await seen(other), agenda);
      await expect(changeMeeting(secretariat(), await seen(other), { ...entry, ...forum })).rejects.toMatchObject({
        problems: [{ field: "kind", key: "youngPersonNamed" }],
      });
    }
    await writeAgenda(secretariat(), await seen(other), [point("Opening")]);
    await changeMeeting(secretariat(), await seen(other), { ...entry, ...forum });
  });
});

describe("a meeting", () => {
  it("is planned, held, agreed on and closed, each step once and written down", async () => {
    const before = (await area()).version;
    const id = await add();
    expect((await area()).version).not.toBe(before);
    expect((await publicMeetings(await area()))?.coming.map(({ code, title }) => [code, title])).toEqual([
      ["SOM12", "Twelfth meeting"],
    ]);
    await changeMeeting(secretariat(), await seen(id), { ...entry, participants: [{ kind: "media", count: 3 }] });
    await writeAgenda(secretariat(), await seen(id), [
      point("Opening"),
      {
        ...point("Progress", ["G1"]),
        attends: ["government" as const],
        documents: [{ title: "Draft", url: "https://a.example/d", field: "" }],
      },
    ]);
    await sendPapers(secretariat(), await seen(id), null, now);
    await advanceMeeting(secretariat(), await seen(id), "hold", now);
    await expect(advanceMeeting(secretariat(), await seen(id), "hold", now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await advanceMeeting(secretariat(), await seen(id), "agreeOutcome", now);
    await advanceMeeting(secretariat(), await seen(id), "close", now);
    await expect(changeMeeting(secretariat(), await seen(id), entry)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await events(id)).toEqual([
      "meetingAdded",
      "meetingChanged",
      "agendaWritten",
      "papersSent",
      "meetingHeld",
      "outcomeAgreed",
      "meetingClosed",
    ]);
    const { meeting } = (await publicMeeting(await area("th"), "SOM12"))!;
    expect(meeting).toMatchObject({
      title: "ครั้งที่ 12",
      place: "Vientiane",
      state: "closed",
      participants: [{ kind: "media", count: 3 }],
      agenda: [
        { title: "Opening", documents: [] },
        {
          title: "Progress",
          nodes: [{ code: "G1", isGoal: true }],
          documents: [{ title: "Draft", url: "https://a.example/d" }],
        },
      ],
      host: { code: "KHM" },
      startsOn: "2018-11-05",
      endsOn: "2018-11-06",
    });
    expect((await publicMeetings(await area()))?.past).toMatchObject([{ year: 2018, meetings: [{ code: "SOM12" }] }]);
    expect((await meetingForWork(secretariat(), on.plan.code, id, { locale: "en", now }))?.may).toEqual(["takeDown"]);
  });

  it("isn't held before its first day, where the country is whose own it is, or in the region", async () => {
    const id = await add();
    const hold = async (at: string) => advanceMeeting(secretariat(), await seen(id), "hold", new Date(at));
    await expect(hold("2018-11-04T16:59:00Z")).rejects.toThrow(
      refusal("meetingNotBegun", { args: { startsOn: "2018-11-05" } }),
    );
    await hold("2018-11-04T17:01:00Z");
  });

  it("is the secretariat's, and nothing is left of what is refused", async () => {
    const { thailand, contributor, cso, administrator } = on.plan.actors;
    const id = await add();
    for (const actor of [thailand, contributor, cso, administrator]) {
      await expect(add("SOM13", {}, actor)).rejects.toThrow(refusal("notAllowed"));
      await expect(changeMeeting(actor, await seen(id), entry)).rejects.toThrow(refusal("notAllowed"));
      await expect(deleteMeeting(actor, await seen(id))).rejects.toThrow(refusal("notAllowed"));
      expect(await meetingsForWork(actor, on.plan.code, "en")).toBeNull();
    }
    await expect(add()).rejects.toThrow(refusal("meetingCodeTaken"));
    await expect(add("SOM13", { host: "XXX" })).rejects.toThrow(refusal("invalid"));
    await expect(writeAgenda(secretariat(), await seen(id), [point("Nothing", ["G99"])])).rejects.toThrow(
      refusal("invalid", { problems: [expect.objectContaining({ field: "nodes_1", key: "meetingNodeUnknown" })] }),
    );
    await expect(sendPapers(secretariat(), await seen(id), "no-release", now)).rejects.toThrow(refusal("notFound"));
    expect(await on.database.prisma.meeting.count({ where: { planId: on.plan.planId } })).toBe(1);
    expect(await events(id)).toEqual(["meetingAdded"]);
  });

  it("is changed by the first of two who change it at once", async () => {
    const id = await add();
    const asSeen = await seen(id);
    const outcomes = await Promise.allSettled([
      changeMeeting(secretariat(), asSeen, entry),
      changeMeeting(secretariat(), asSeen, entry),
    ]);
    expect(outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []))).toEqual([
      refusal("changedMeanwhile"),
    ]);
    expect(await events(id)).toEqual(["meetingAdded", "meetingChanged"]);
  });

  it("names the organisation that speaks, by the name that it has, and one of the directory alone", async () => {
    const { prisma } = on.database;
    const { id: speaker } = await prisma.organisation.create({ data: { name: "Lamp", kind: "media" } });
    const id = await add();
    const attends: AgendaEntry["attends"] = ["donor"];
    const agenda = (organisation: number) => [{ ...point("Opening"), organisation, speaker: "a choir", attends }];
    await expect(writeAgenda(secretariat(), await seen(id), agenda(999_999))).rejects.toMatchObject({
      problems: [{ field: "organisation_1", key: "choiceMissing" }],
    });
    await writeAgenda(secretariat(), await seen(id), agenda(speaker));
    const shown = async () =>
      (await publicMeeting(await area(), "SOM12"))!.meeting.agenda.map((each) => [each.speaker, each.attends]);
    expect(await shown()).toEqual([["Lamp, a choir", attends]]);
    const version = (await area()).version;
    const renamed = { name: "Lantern", kind: "media", acronym: null, website: null, names: [], unitIds: [] } as const;
    const asSeen = { id: speaker, rowVersion: 1 };
    await changeOrganisation(secretariat(), asSeen, { ...renamed, names: [], unitIds: [] });
    expect((await area()).version).not.toBe(version);
    expect(await shown()).toEqual([["Lantern, a choir", attends]]);
    // Archived since, it stays where it stands, and isn't chosen anew.
    await prisma.organisation.update({ where: { id: speaker }, data: { archivedAt: now } });
    await writeAgenda(secretariat(), await seen(id), agenda(speaker));
    const other = await add("SOM13");
    await expect(writeAgenda(secretariat(), await seen(other), agenda(speaker))).rejects.toThrow(refusal("invalid"));
  });

  it("leaves the calendar as long as it is planned; the database keeps it afterwards", async () => {
    const id = await add();
    await deleteMeeting(secretariat(), await seen(id));
    expect(await publicMeeting(await area(), "SOM12")).toBeNull();
    const again = await add();
    await sendPapers(secretariat(), await seen(again), null, now);
    await expect(deleteMeeting(secretariat(), await seen(again))).rejects.toThrow(refusal("changedMeanwhile"));
    const { pool } = on.database;
    for (const change of [
      "DELETE FROM meeting",
      "UPDATE meeting SET code = 'SOM99'",
      "UPDATE meeting SET state = 'planned'",
    ])
      await expect(pool.query(`${change} WHERE id = $1`, [again])).rejects.toThrow("are out");
  });
});
