import { describe, expect, it } from "vitest";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { decisionsOf } from "@/lib/server/commitments/decision-rows";
import { decisionsWaiting } from "@/lib/server/queries/meetings/acting-decisions";
import { followUpForm } from "@/lib/server/queries/meetings/decision-forms";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "../commitments/add-key-action";
import { addObservation } from "../commitments/add-observation";
import { tellKeyAction } from "../commitments/tell-key-action";
import { said } from "../commitments/testing/observing";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeDecision } from "./change-decision";
import { changeMeeting } from "./change-meeting";
import { deleteDecision } from "./delete-decision";
import { followUp } from "./follow-up";
import { takeDownMeetingPart } from "./take-down-meeting-part";
import { now, takingDown } from "./testing/taking-down";
import { writeAgenda } from "./write-agenda";

const on = reportingTests();
const { secretariat, standing, seen, takeDown, read, partsOf, verified, entryOf } = takingDown(on);
const entry = (code: string, word: string): MeetingEntry => {
  const text = { title: code, place: "", notes: `Notes ${word}5` };
  const sources = [{ title: `Source ${word}6`, url: `https://x.example/${word}6` }];
  return entryOf(
    [
      { locale: "en", ...text },
      { locale: "th", ...text },
    ],
    { sources },
  );
};
const point = (word: string) => ({
  texts: [{ locale: "en" as const, title: `Point ${word}7` }],
  organisation: null,
  speaker: `Speaker ${word}7`,
  attends: [],
  nodes: [],
  field: "nodes_1",
  documents: [{ title: `Paper ${word}7`, url: `https://x.example/${word}7`, field: "" }],
});
const decided = (body: string) => ({
  kind: "task" as const,
  body,
  dueOn: "",
  units: ["THA"],
  organisations: [],
  priority: null,
  extendedTo: null,
});
const actionOf = async (textId: number) =>
  (await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId } })).id;
/** The notes of a meeting in each language, written anew. */
const writeNotes = async (id: number, code: string, notes: Record<"en" | "th", string>) => {
  const { texts, ...facts } = entry(code, "NEW");
  const anew = { ...facts, texts: texts.map((text) => ({ ...text, notes: notes[text.locale] })) };
  return changeMeeting(secretariat(), await seen(id), anew);
};

/** Two meetings that say such a word wherever one can, and said it before; the second is told of the first, which is closed. */
async function spoken(word: string) {
  const add = async (code: string) => {
    const { id } = await addMeeting(secretariat(), { plan: on.plan.code, code, entry: entry(code, word) });
    await changeMeeting(secretariat(), await seen(id), entry(code, word));
    for (const points of [[point(word)], [point(word), point("Other")]])
      await writeAgenda(secretariat(), await seen(id), points);
    await advanceMeeting(secretariat(), await seen(id), "hold", now);
    return id;
  };
  const id = await add("SOM12");
  for (const body of [`Decision ${word}1`, `Decided ${word}1`, "Another"])
    await addDecision(secretariat(), await seen(id), decided(body), now);
  await changeDecision(secretariat(), await seen(id), 1, decided(`Decides ${word}1`));
  await changeDecision(secretariat(), await seen(id), 2, decided(`Decided anew ${word}1`));
  await deleteDecision(secretariat(), await seen(id), 2);
  await advanceMeeting(secretariat(), await seen(id), "agreeOutcome", now);
  const { textId } = await on.database.prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: id, number: 1 } });
  const acted = async () => {
    const { rowVersion } = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id: textId } });
    return { plan: on.plan.code, id: textId, rowVersion, unit: "THA", kind: "decision" as const };
  };
  const { thailand } = on.plan.actors;
  await addKeyAction(
    thailand,
    await acted(),
    { body: `Does ${word}2`, organisationId: null, dueOn: "2019-12-01" },
    now,
  );
  const action = await actionOf(textId);
  const told = {
    state: "done" as const,
    dueOn: null,
    reason: "",
    evidenceTitle: `Proof ${word}2`,
    evidenceUrl: `https://x.example/${word}2`,
  };
  await tellKeyAction(thailand, { ...(await acted()), rowVersion: 1 }, action, told, now);
  await advanceMeeting(secretariat(), await seen(id), "close", now);
  const next = await add("SOM13");
  for (const body of [`Told ${word}3`, `Told again ${word}3`])
    await followUp(secretariat(), await seen(next), [{ textId, status: "underWay", body }], now);
  return { id, next, textId, action };
}

describe("what was said at a meeting", () => {
  it("is taken down part by part, and stands in no row any more; nor does what the audit repeats of it", async () => {
    const { id, next, textId, action } = await spoken("MALEE");
    expect(await standing("MALEE2")).toEqual([
      "key_action.body",
      "key_action.evidence_title",
      "key_action.evidence_url",
    ]);
    await takeDown(id, "keyAction", action);
    expect(await standing("MALEE2")).toEqual([]);
    expect(await standing("MALEE3")).toEqual(["audit_payload.before", "follow_up.body"]);
    await takeDown(next, "followUp", textId);
    expect(await standing("MALEE3")).toEqual([]);
    expect(await standing("MALEE1")).toEqual(["addressed_round.body", "audit_payload.before"]);
    await takeDown(id, "decision", 1);
    expect(await standing("MALEE1")).toEqual([]);
    for (const meetingId of [id, next]) {
      const source = await on.database.prisma.meetingSource.findFirstOrThrow({ where: { meetingId } });
      await takeDown(meetingId, "notes");
      await takeDown(meetingId, "source", source.id);
      await takeDown(meetingId, "agendaPoint", 1);
    }
    expect(await standing("MALEE")).toEqual([]);
    expect([await verified(id), await verified(next)]).toEqual([true, true]);
    expect(await read("SOM12")).toMatchObject({
      meeting: {
        notes: "",
        areNotesTakenDown: true,
        sources: [{ title: "", url: "", isTakenDown: true }],
        agenda: [
          { title: "", speaker: "", documents: [], isTakenDown: true },
          { title: "Point Other7", isTakenDown: false },
        ],
      },
      decisions: [
        {
          code: "SOM12-D1",
          body: "",
          isTakenDown: true,
          units: [{ code: "THA" }],
          actions: [{ keyActions: [{ body: "", state: "done" }] }],
          followUps: [{ status: "underWay", body: "", isEmptied: true }],
        },
        { code: "SOM12-D3", body: "Another", isTakenDown: false },
      ],
    });
    const text = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id: textId } });
    const ended = { end: "takenDown", endedAt: now, endedById: secretariat().id };
    expect(text).toMatchObject({ ...ended, endRule: "namesSomebody" });
    const audit = await auditWhere(on.database.prisma, { stream: `meeting:${id}`, action: "meetingPartTakenDown" });
    expect(audit.map(({ after }) => after)).toMatchObject([
      { part: "keyAction", row: action, rule: "namesSomebody" },
      { part: "decision", place: "SOM12-D1" },
      { part: "notes" },
      { part: "source" },
      { part: "agendaPoint", place: 1 },
    ]);
    // Of what is left nothing can be taken down but what stands.
    expect((await partsOf(id)).map(({ value }) => value)).toEqual(["decision-3", "agendaPoint-2"]);
  });

  it("goes with the decision that it is about", async () => {
    const { id, textId } = await spoken("SOMSRI");
    await takeDown(id, "decision", 1);
    for (const place of ["1", "2", "3"]) expect(await standing(`SOMSRI${place}`)).toEqual([]);
    // Nobody is asked to act on it, or to tell of it.
    const { prisma } = on.database;
    const plan = await prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } });
    const ofPlan = () => decisionsOf(prisma, on.plan.planId, "en");
    const waiting = await decisionsWaiting(on.plan.actors.thailand, plan, { locale: "en", now }, ofPlan);
    expect(waiting.map(({ code }) => code)).toEqual(["SOM12-D3"]);
    const { id: next } = await prisma.meeting.findFirstOrThrow({ where: { planId: plan.id, code: "SOM13" } });
    const form = await followUpForm(secretariat(), on.plan.code, next, { locale: "en", now });
    expect(form?.due.map(({ decision }) => decision.code)).toEqual(["SOM12-D3"]);
    const late = { plan: on.plan.code, id: textId, rowVersion: 1, unit: "THA", kind: "decision" as const };
    const does = { body: "Late", organisationId: null, dueOn: "2019-12-01" };
    await expect(addKeyAction(on.plan.actors.thailand, late, does, now)).rejects.toThrow(refusal("notFound"));
    const about = { of: "decision" as const, code: "SOM12-D1" };
    const subject = { ...on.plan.address("THA", "2016"), about };
    await expect(addObservation(on.plan.actors.cso, subject, said, now)).rejects.toThrow(refusal("notFound"));
    // What is told of others leaves what was told of it.
    await followUp(secretariat(), await seen(next), [], now);
    expect((await read("SOM12")).decisions[0]?.followUps).toMatchObject([{ status: "underWay", isEmptied: true }]);
  });

  it("keeps its place when the rest is written anew", async () => {
    const { next, textId } = await spoken("KANYA");
    const { id: source } = await on.database.prisma.meetingSource.findFirstOrThrow({ where: { meetingId: next } });
    for (const [of, at] of [
      ["notes", 0],
      ["source", source],
      ["agendaPoint", 1],
      ["followUp", textId],
    ] as const)
      await takeDown(next, of, at);
    await writeNotes(next, "SOM13", { en: "", th: "" });
    await writeAgenda(secretariat(), await seen(next), [point("NEW"), point("NEWER")]);
    await followUp(secretariat(), await seen(next), [{ textId, status: "done", body: "" }], now);
    const { meeting, due } = await read("SOM13");
    expect(meeting).toMatchObject({
      areNotesTakenDown: true,
      sources: [{ isTakenDown: true }, { title: "Source NEW6" }],
    });
    expect(meeting.agenda.map(({ title }) => title)).toEqual(["", "Point NEW7", "Point NEWER7"]);
    expect(due[0]?.told).toMatchObject({ status: "done", isEmptied: true });
    // Words that stand aren't gone, in whatever language they are read.
    await writeNotes(next, "SOM13", { en: "Clean", th: "" });
    expect((await read("SOM13", "th")).meeting).toMatchObject({ notes: "Clean", areNotesTakenDown: false });
  });

  it("is offered in whatever language it stands", async () => {
    const { next } = await spoken("PRANEE");
    await writeNotes(next, "SOM13", { en: "", th: "บันทึก" });
    expect(await partsOf(next)).toContainEqual({ value: "notes", kind: "notes", place: "", begins: "บันทึก" });
    await takeDown(next, "notes");
    expect(await standing("บันทึก")).toEqual([]);
  });

  it("is taken down by the secretariat alone, as they saw it, once, and only what there is", async () => {
    const { id, next, textId } = await spoken("ANONG");
    const { thailand, cso, administrator } = on.plan.actors;
    for (const nobody of [thailand, cso, administrator])
      await expect(takeDown(id, "decision", 1, nobody)).rejects.toThrow(refusal("notAllowed"));
    const before = await seen(id);
    await takeDown(id, "decision", 1);
    await expect(takeDownMeetingPart(secretariat(), before, { of: "notes", at: 0 }, "minor", now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    for (const [of, at] of [
      ["decision", 1],
      ["decision", 2],
      ["agendaPoint", 9],
      ["source", 999_999],
      ["keyAction", 999_999],
      ["followUp", textId],
    ] as const)
      await expect(takeDown(id, of, at)).rejects.toThrow(refusal("notFound"));
    await addDecision(secretariat(), await seen(next), decided("Not agreed"), now);
    await expect(takeDown(next, "decision", 1)).rejects.toThrow(refusal("notFound"));
  });
});
