import { describe, expect, it } from "vitest";
import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import type { Actor } from "@/lib/domain/permissions";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { decisionsOf } from "@/lib/server/commitments/decision-rows";
import { actingDecision, decisionsWaiting } from "@/lib/server/queries/meetings/acting-decisions";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeMeeting } from "./change-meeting";
import { followUp } from "./follow-up";

// What is done about a decision, from the first promise to what meetings are told of it, of decisions that all of it shares: in two
// files they would stand twice.

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");
const asked = { locale: "en", now };
const promised = { body: "A hotline is named.", organisationId: null, dueOn: "2018-12-31" };
const underWay = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" } as const;
const done = { ...underWay, state: "done", evidenceTitle: "Notice", evidenceUrl: "https://gov.example/n" } as const;
const secretariat = () => on.plan.actors.secretariat;

const meetingSeen = async (id: number) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});
type Of = { unit?: string; kind?: MeetingKind };
const entryOf = (code: string, year: number, of: Of): MeetingEntry => ({
  kind: of.kind ?? (of.unit ? "taskForce" : "som"),
  year,
  startsOn: null,
  endsOn: null,
  isOnline: false,
  host: null,
  unit: of.unit ?? null,
  participants: [],
  sources: [],
  texts: [{ locale: "en", title: code, place: "", notes: "" }],
});
async function held(code: string, year: number, of: Of = {}): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: on.plan.code,
    code,
    entry: entryOf(code, year, of),
  });
  await advanceMeeting(secretariat(), await meetingSeen(id), "hold", now);
  return id;
}
const agree = async (id: number) => advanceMeeting(secretariat(), await meetingSeen(id), "agreeOutcome", now);
/** One of a meeting whose outcome is agreed. */
async function decided(addressed: { units?: string[]; organisations?: number[] }, of: Of = {}): Promise<number> {
  const id = await held("SOM12", 2017, of);
  const words = { kind: "task", body: "Each names a hotline.", dueOn: "", priority: null, extendedTo: null } as const;
  await addDecision(
    secretariat(),
    await meetingSeen(id),
    { ...words, units: [], organisations: [], ...addressed },
    now,
  );
  await agree(id);
  return (await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: id } })).textId;
}
const seen = async (id: number, unit = "THA") => {
  const { rowVersion } = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
  return { plan: on.plan.code, id, rowVersion, unit, kind: "decision" as const };
};
/** As who tells of a key action saw that. */
const seenOf = async (keyAction: number, unit = "THA") => {
  const { rowVersion, textId } = await on.database.prisma.keyAction.findUniqueOrThrow({ where: { id: keyAction } });
  return { ...(await seen(textId, unit)), rowVersion };
};
const plan = async () => on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } });
const decisions = () => decisionsOf(on.database.prisma, on.plan.planId, "en");
const waiting = async (actor: Actor, at = now) =>
  (await decisionsWaiting(actor, await plan(), { ...asked, now: at }, decisions)).map(
    ({ code, unit, waits, overdue }) => [code, unit.code, waits, overdue],
  );
const read = async (code: string) => {
  const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
  return (await publicMeeting({ code: on.plan.code, locale: "en", version }, code))!;
};
const only = (textId: number) => on.database.prisma.keyAction.findFirstOrThrow({ where: { textId } });

describe("key actions of a decision", () => {
  it("are a country's that it asks: said, told as done with evidence, and read at the next meeting", {
    tags: ["long"],
  }, async () => {
    const { thailand, cambodia } = on.plan.actors;
    const id = await decided({ units: ["THA"] });
    const next = await held("SOM13", 2018);
    expect(await waiting(thailand)).toEqual([["SOM12-D1", "THA", "add", 0]]);
    expect([await waiting(cambodia), await waiting(secretariat())]).toEqual([[], []]);
    const version = await publicVersion({ plan: on.plan.code, area: "meetings" });
    await addKeyAction(thailand, await seen(id), promised, now);
    expect(await publicVersion({ plan: on.plan.code, area: "meetings" })).not.toBe(version);
    const { id: keyAction } = await only(id);
    expect(await waiting(thailand)).toEqual([["SOM12-D1", "THA", "tell", 0]]);
    expect(await waiting(thailand, new Date("2019-01-02T04:00:00Z"))).toEqual([["SOM12-D1", "THA", "tell", 1]]);
    await tellKeyAction(thailand, await seenOf(keyAction), keyAction, done, now);
    expect(await waiting(thailand)).toEqual([]);
    const told = [{ unit: { code: "THA" }, keyActions: [{ body: promised.body, state: "done", organisation: null }] }];
    expect((await read("SOM12")).decisions).toMatchObject([{ code: "SOM12-D1", actions: told }]);
    expect((await read("SOM13")).due).toMatchObject([{ decision: { code: "SOM12-D1", actions: told } }]);
    const events = await auditWhere(on.database.prisma, { action: { in: ["keyActionAdded", "keyActionTold"] } });
    expect(events.map(({ action, subject }) => [action, subject])).toEqual([
      ["keyActionAdded", `decision ${on.plan.code} SOM12-D1`],
      ["keyActionTold", `decision ${on.plan.code} SOM12-D1`],
    ]);
    await followUp(secretariat(), await meetingSeen(next), [{ textId: id, status: "done", body: "" }], now);
    await addKeyAction(thailand, await seen(id), promised, now);
    expect(await waiting(thailand)).toEqual([]);
  });

  it("are the secretariat's to say of organisations that it addresses, each by its name", async () => {
    const { thailand } = on.plan.actors;
    const organisation = await on.database.prisma.organisation.create({ data: { name: "Harbour", kind: "donor" } });
    const id = await decided({ organisations: [organisation.id] });
    expect(await waiting(secretariat())).toEqual([["SOM12-D1", "REGION", "add", 0]]);
    expect([await waiting(thailand), await actingDecision(thailand, on.plan.code, id, asked)]).toEqual([[], null]);
    const view = await actingDecision(secretariat(), on.plan.code, id, asked);
    expect(view?.acting).toMatchObject([{ unit: { code: "REGION" }, organisations: [{ name: "Harbour" }] }]);
    const add = async (organisationId: number | null, actor = secretariat(), unit = "REGION") =>
      addKeyAction(actor, await seen(id, unit), { ...promised, organisationId }, now);
    await expect(add(null)).rejects.toThrow(InvalidFields);
    await expect(add(thailand.organisation.id)).rejects.toThrow(refusal("notFound"));
    await expect(add(organisation.id, thailand)).rejects.toThrow(/notFound|notAllowed/);
    await expect(add(null, thailand, "THA")).rejects.toThrow(refusal("notFound"));
    // Archived meanwhile, it still acts on what was asked of it.
    await on.database.prisma.organisation.update({ where: { id: organisation.id }, data: { archivedAt: now } });
    const offered = await actingDecision(secretariat(), on.plan.code, id, asked);
    expect(offered?.acting).toMatchObject([{ organisations: [{ name: "Harbour" }] }]);
    await add(organisation.id);
    expect((await read("SOM12")).decisions[0]?.actions).toMatchObject([
      { unit: { code: "REGION" }, keyActions: [{ organisation: "Harbour" }] },
    ]);
  });

  it("are every country's own where nobody is named", async () => {
    const { thailand, cambodia, contributor, cso, administrator } = on.plan.actors;
    const id = await decided({});
    expect((await waiting(thailand)).length).toBe(1);
    await addKeyAction(cambodia, await seen(id, "KHM"), promised, now);
    for (const actor of [cambodia, contributor, cso, administrator, secretariat()]) {
      await expect(addKeyAction(actor, await seen(id), promised, now)).rejects.toThrow(/notFound|notAllowed/);
      if (actor !== cambodia) expect(await actingDecision(actor, on.plan.code, id, asked)).toBeNull();
    }
    expect(await on.database.prisma.keyAction.count({ where: { textId: id } })).toBe(1);
  });

  it("are added by one country whatever another added meanwhile, and one that is sent twice stands once", async () => {
    const { thailand, cambodia } = on.plan.actors;
    const id = await decided({});
    const [ofThailand, ofCambodia] = [await seen(id), await seen(id, "KHM")];
    await addKeyAction(cambodia, ofCambodia, promised, now);
    await addKeyAction(thailand, ofThailand, promised, now);
    await addKeyAction(thailand, ofThailand, { ...promised, body: "It is free of charge." }, now);
    await expect(addKeyAction(thailand, ofThailand, promised, now)).rejects.toThrow(refusal("changedMeanwhile"));
    const stand = await on.database.prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    expect(stand.map(({ body }) => body)).toEqual([promised.body, promised.body, "It is free of charge."]);
    const view = await actingDecision(thailand, on.plan.code, id, asked);
    expect(view?.acting).toMatchObject([{ unit: { code: "THA" }, keyActions: [{}, {}] }]);
  });

  it("of a country's own meeting are asked of no other", async () => {
    const id = await decided({}, { unit: "THA" });
    expect([await waiting(on.plan.actors.thailand), await waiting(on.plan.actors.cambodia)]).toMatchObject([
      [["SOM12-D1", "THA", "add", 0]],
      [],
    ]);
    await expect(addKeyAction(on.plan.actors.cambodia, await seen(id, "KHM"), promised, now)).rejects.toThrow(
      refusal("notFound"),
    );
    const { meetingId } = await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { textId: id } });
    const change = async (unit: string) =>
      changeMeeting(secretariat(), await meetingSeen(meetingId), entryOf("SOM12", 2017, { unit }));
    await expect(change("KHM")).rejects.toMatchObject({ problems: [{ field: "unit", key: "meetingUnitKept" }] });
    await change("THA");
  });

  it("name nobody where a forum of young people decided it, nor does what becomes of it, wherever that is told", async () => {
    const { thailand } = on.plan.actors;
    const named = "Malee, 15, of Bright Future High School";
    const id = await decided({ units: ["THA"] }, { kind: "youthForum" });
    const problem = (field: string) => ({ problems: [{ field, key: "youngPersonNamed" }] });
    await expect(addKeyAction(thailand, await seen(id), { ...promised, body: named }, now)).rejects.toMatchObject(
      problem("action"),
    );
    await addKeyAction(thailand, await seen(id), promised, now);
    const { id: keyAction } = await only(id);
    const stopped = { ...underWay, state: "stopped", reason: named } as const;
    for (const [field, told] of [
      ["evidenceTitle", { ...done, evidenceTitle: named }],
      ["reason", stopped],
    ] as const)
      await expect(tellKeyAction(thailand, await seenOf(keyAction), keyAction, told, now)).rejects.toMatchObject(
        problem(field),
      );
    const next = await held("SOM13", 2018);
    const tell = async (body: string) =>
      followUp(secretariat(), await meetingSeen(next), [{ textId: id, status: "underWay", body }], now);
    await expect(tell(named)).rejects.toMatchObject(problem(`words_${id}`));
    await tell("It is under way.");
  });

  it("and what became of it name nobody before their meeting becomes a forum", async () => {
    const { thailand } = on.plan.actors;
    const named = "Malee, 15";
    const id = await decided({ units: ["THA"] });
    const { meetingId } = await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { textId: id } });
    const next = await held("SOM13", 2018);
    const become = async (meeting: number, code: string) =>
      changeMeeting(secretariat(), await meetingSeen(meeting), entryOf(code, 2017, { kind: "youthForum" }));
    await followUp(secretariat(), await meetingSeen(next), [{ textId: id, status: "underWay", body: named }], now);
    const refused = { problems: [{ field: "kind", key: "youngPersonNamed" }] };
    await expect(become(meetingId, "SOM12")).rejects.toMatchObject(refused);
    await expect(become(next, "SOM13")).rejects.toMatchObject(refused);
    await followUp(secretariat(), await meetingSeen(next), [], now);
    await addKeyAction(thailand, await seen(id), { ...promised, body: named }, now);
    await expect(become(meetingId, "SOM12")).rejects.toMatchObject(refused);
  });

  it("are none before the outcome is agreed, stay as they were promised, and are told once as they were seen", async () => {
    const { thailand } = on.plan.actors;
    const draft = await held("SOM13", 2018);
    const words = { kind: "task", body: "Not agreed.", dueOn: "", priority: null, extendedTo: null } as const;
    await addDecision(secretariat(), await meetingSeen(draft), { ...words, units: ["THA"], organisations: [] }, now);
    const { textId } = await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: draft } });
    await expect(addKeyAction(thailand, await seen(textId), promised, now)).rejects.toThrow(refusal("notFound"));
    expect([await waiting(thailand), await actingDecision(thailand, on.plan.code, textId, asked)]).toEqual([[], null]);
    const early = `INSERT INTO key_action (text_id, unit_id, body, first_due_on, due_on, created_at, created_by_id)
      SELECT text_id, unit_id, 'Early', now(), now(), now(), $2 FROM addressed_unit WHERE text_id = $1`;
    await expect(on.database.pool.query(early, [textId, thailand.id])).rejects.toThrow("no agreed decision");
    const id = await decided({ units: ["THA"] });
    await addKeyAction(thailand, await seen(id), promised, now);
    const { id: keyAction } = await only(id);
    await expect(removeKeyAction(thailand, await seen(id), keyAction)).rejects.toThrow(refusal("changedMeanwhile"));
    for (const change of ["UPDATE key_action SET body = 'Less'", "DELETE FROM key_action"])
      await expect(on.database.pool.query(change)).rejects.toThrow("only ever added");
    const asSeen = await seenOf(keyAction);
    const outcomes = await Promise.allSettled([
      tellKeyAction(thailand, asSeen, keyAction, underWay, now),
      tellKeyAction(thailand, asSeen, keyAction, done, now),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of two units or organisations are told of at once, each as it was seen", async () => {
    const { prisma } = on.database;
    const { thailand, cambodia } = on.plan.actors;
    const organisations = await Promise.all(
      ["Pier", "Jetty"].map((name) => prisma.organisation.create({ data: { name, kind: "donor" } })),
    );
    const id = await decided({ units: ["THA", "KHM"], organisations: organisations.map((each) => each.id) });
    await addKeyAction(thailand, await seen(id), promised, now);
    await addKeyAction(cambodia, await seen(id, "KHM"), promised, now);
    for (const { id: organisationId } of organisations)
      await addKeyAction(secretariat(), await seen(id, "REGION"), { ...promised, organisationId }, now);
    const actions = await prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    const tellers = [
      [thailand, "THA"],
      [cambodia, "KHM"],
      [secretariat(), "REGION"],
      [secretariat(), "REGION"],
    ] as const;
    const asSeen = await Promise.all(actions.map((each, row) => seenOf(each.id, tellers[row]![1])));
    const tell = (row: number, told: KeyActionTold) =>
      tellKeyAction(tellers[row]![0], asSeen[row]!, actions[row]!.id, told, now);
    await Promise.all(actions.map((_, row) => tell(row, underWay)));
    for (const row of actions.keys()) await expect(tell(row, done)).rejects.toThrow(refusal("changedMeanwhile"));
    const told = await prisma.keyAction.findMany({ where: { textId: id }, select: { state: true, rowVersion: true } });
    expect(told).toEqual(actions.map(() => ({ state: "underWay", rowVersion: 2 })));
  });
});
