import { describe, expect, it } from "vitest";
import { type DecisionWords, decisionForm as schema } from "@/lib/schemas/commitments/decision-forms";
import { changeOrganisation } from "@/lib/server/commands/organisations/change-organisation";
import { presentEdition } from "@/lib/server/framework/edition";
import { decisionForm } from "@/lib/server/queries/meetings/decision-forms";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeDecision } from "./change-decision";
import { deleteDecision } from "./delete-decision";
import { followUp } from "./follow-up";

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");
const words: DecisionWords = {
  kind: "task",
  body: "Each country names a hotline.",
  dueOn: "",
  units: ["THA"],
  organisations: [],
  priority: null,
  extendedTo: null,
};
const secretariat = () => on.plan.actors.secretariat;

/** A meeting that was held. */
async function held(code: string, day: string): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: on.plan.code,
    code,
    entry: {
      kind: "som",
      year: Number(day.slice(0, 4)),
      startsOn: day,
      endsOn: day,
      isOnline: false,
      host: null,
      unit: null,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: code, place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat(), await seen(id), "hold", new Date("2020-01-01T04:00:00Z"));
  return id;
}
const seen = async (id: number) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const add = async (id: number, more: Partial<DecisionWords> = {}, actor = secretariat()) =>
  (await addDecision(actor, await seen(id), { ...words, ...more }, now)).number;
const agree = async (id: number) => advanceMeeting(secretariat(), await seen(id), "agreeOutcome", now);
const read = async (code: string) => {
  const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
  return (await publicMeeting({ code: on.plan.code, locale: "en", version }, code))!;
};
const events = async (id: number) =>
  (await auditWhere(on.database.prisma, { stream: `meeting:${id}` })).map(({ action, subject }) => [action, subject]);

describe("a decision", () => {
  it("is read by everybody once the outcome is agreed, and its words stay from then on", async () => {
    const id = await held("SOM12", "2018-11-05");
    expect([await add(id), await add(id), await add(id)]).toEqual([1, 2, 3]);
    await changeDecision(secretariat(), await seen(id), 3, { ...words, body: "A document is adopted.", units: [] });
    await deleteDecision(secretariat(), await seen(id), 2);
    expect((await read("SOM12")).decisions).toEqual([]);
    await agree(id);
    expect((await read("SOM12")).decisions).toMatchObject([
      { code: "SOM12-D1", body: "Each country names a hotline.", units: [{ code: "THA" }] },
      { code: "SOM12-D3", body: "A document is adopted.", units: [] },
    ]);
    for (const late of [
      async () => add(id),
      async () => changeDecision(secretariat(), await seen(id), 3, words),
      async () => deleteDecision(secretariat(), await seen(id), 3),
    ])
      await expect(late()).rejects.toThrow(refusal("changedMeanwhile"));
    const { textId } = await on.database.prisma.meetingDecision.findFirstOrThrow({
      where: { meetingId: id, number: 1 },
    });
    for (const change of [
      "UPDATE addressed_round SET body = 'Other words' WHERE text_id = $1",
      "UPDATE meeting_decision SET due_on = '2019-01-01' WHERE text_id = $1",
      "DELETE FROM meeting_decision WHERE text_id = $1",
      "DELETE FROM addressed_unit WHERE text_id = $1",
    ])
      await expect(on.database.pool.query(change, [textId])).rejects.toThrow(/only ever added|is agreed/);
    expect((await events(id)).slice(-3)).toEqual([
      ["decisionChanged", `decision ${on.plan.code} SOM12-D3`],
      ["decisionDeleted", `decision ${on.plan.code} SOM12-D2`],
      ["outcomeAgreed", `meeting ${on.plan.code} SOM12`],
    ]);
  });

  it("is due at the next meeting, which is told what became of it, until it is done", async () => {
    const first = await held("SOM12", "2017-11-05");
    await add(first);
    await add(first, { body: "Due much later.", dueOn: "2030-01-01" });
    await agree(first);
    const second = await held("SOM13", "2018-11-05");
    const third = await held("SOM14", "2019-11-05");
    const due = async (code: string) =>
      (await read(code)).due.map(({ decision, told }) => [decision.code, told?.status]);
    expect(await due("SOM13")).toEqual([["SOM12-D1", undefined]]);
    const { decision } = (await read("SOM13")).due[0]!;
    const tell = async (id: number, status: "underWay" | "done", textId = decision.textId) =>
      followUp(secretariat(), await seen(id), [{ textId, status, body: "Four of six did." }], now);
    await tell(second, "underWay");
    expect(await due("SOM13")).toEqual([["SOM12-D1", "underWay"]]);
    expect(await due("SOM14")).toEqual([["SOM12-D1", undefined]]);
    await tell(second, "done");
    expect(await due("SOM13")).toEqual([["SOM12-D1", "done"]]);
    expect(await due("SOM14")).toEqual([]);
    expect((await read("SOM12")).decisions[0]?.followUps).toEqual([
      { meeting: "SOM13", status: "done", body: "Four of six did.", isEmptied: false },
    ]);
    await expect(tell(third, "done")).rejects.toMatchObject({
      problems: [{ field: `status_${decision.textId}`, key: "meetingLooksNoLonger" }],
    });
    await agree(second);
    await advanceMeeting(secretariat(), await seen(second), "close", now);
    await expect(tell(second, "underWay")).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(on.database.pool.query("DELETE FROM follow_up")).rejects.toThrow("is closed");
  });

  it("addresses organisations too, by the name that they have, also once they are archived", async () => {
    const organisation = async (name: string) => {
      const { id } = await on.database.prisma.organisation.create({ data: { name, kind: "international" } });
      return id;
    };
    const [first, second] = [await organisation("Harbour"), await organisation("Lighthouse")];
    const id = await held("SOM12", "2018-11-05");
    await add(id, { units: [], organisations: [first] });
    const archive = (row: number) =>
      on.database.prisma.organisation.update({ where: { id: row }, data: { archivedAt: now } });
    await archive(first);
    await archive(second);
    const form = async () => (await decisionForm(secretariat(), on.plan.code, id, 1, "en"))!;
    expect((await form()).organisations).toEqual([String(first)]);
    expect((await form()).directory.filter(({ isArchived }) => isArchived).map(({ name }) => name)).toEqual([
      "Harbour",
    ]);
    const change = async (organisations: number[]) =>
      changeDecision(secretariat(), await seen(id), 1, { ...words, units: [], organisations });
    await expect(change([first, second])).rejects.toThrow(refusal("invalid"));
    await change([first]);
    await agree(id);
    const addressed = async () =>
      (await read("SOM12")).decisions.map(({ units, organisations }) => [units, organisations]);
    expect(await addressed()).toEqual([[[], ["Harbour"]]]);
    const version = await publicVersion({ plan: on.plan.code, area: "meetings" });
    const { rowVersion } = await on.database.prisma.organisation.findUniqueOrThrow({ where: { id: first } });
    const entry = { name: "Harbour House", kind: "international", acronym: null, website: null } as const;
    await changeOrganisation(secretariat(), { id: first, rowVersion }, { ...entry, names: [], unitIds: [] });
    expect(await publicVersion({ plan: on.plan.code, area: "meetings" })).not.toBe(version);
    expect(await addressed()).toEqual([[[], ["Harbour House"]]]);
    await expect(on.database.pool.query("DELETE FROM decision_organisation")).rejects.toThrow("is agreed");
  });

  it("stays about what the framework has no more until that is taken out, and is about no other such thing", async () => {
    const { prisma } = on.database;
    const { planId } = on.plan;
    const id = await held("SOM12", "2018-11-05");
    const node = async (code: string) =>
      (await prisma.editionNode.findFirstOrThrow({ where: { code, edition: { planId, ...presentEdition } } })).nodeId;
    const [goal, other] = [await node("G1"), await node("G1.1")];
    const priority = { year: 2019, nodes: ["G1"] };
    const more: Pick<DecisionWords, "kind" | "units"> = { kind: "regionalPriority", units: [] };
    const number = await add(id, { ...more, priority });
    // Two nodes that an edition had before, one of them named by the decision.
    const edition = await prisma.frameworkEdition.create({ data: { planId, number: 99 } });
    const former = async (code: string) => {
      const row = await prisma.frameworkNode.create({ data: { planId, kind: "outcome" } });
      const of = { editionId: edition.id, nodeId: row.id };
      await prisma.editionNode.create({ data: { ...of, code, parentId: null, position: 1 } });
      await prisma.editionNodeText.create({ data: { ...of, locale: "en", title: `Former ${code}` } });
      return row.id;
    };
    const [gone, elsewhere] = [await former("G9.1"), await former("G9.2")];
    await prisma.frameworkEdition.update({ where: { id: edition.id }, data: { fromVersion: 0, untilVersion: 0 } });
    const { textId } = await prisma.meetingDecision.findFirstOrThrow({ where: { meetingId: id, number } });
    await prisma.decisionNode.create({ data: { textId, nodeId: gone } });
    const form = async () => (await decisionForm(secretariat(), on.plan.code, id, number, "en"))!;
    const asSent = async () => {
      const { nodes, formerNodes } = await form();
      return schema.parse({
        plan: on.plan.code,
        id: String(id),
        rowVersion: String((await seen(id)).rowVersion),
        number: String(number),
        kind: "regionalPriority",
        body: words.body,
        year: "2019",
        nodes,
        formerNodes: formerNodes.map((each) => String(each.id)),
      });
    };
    const about = async () =>
      (await prisma.decisionNode.findMany({ where: { textId }, orderBy: { nodeId: "asc" } })).map(
        ({ nodeId }) => nodeId,
      );
    expect((await form()).formerNodes).toEqual([{ id: gone, code: "G9.1", title: "Former G9.1" }]);
    const change = async ({ priority: of }: Pick<DecisionWords, "priority">) =>
      changeDecision(secretariat(), await seen(id), number, { ...words, ...more, priority: of });
    await change(await asSent());
    expect(await about()).toEqual([goal, gone]);
    await change({ priority: { year: 2019, nodes: ["G1.1"], formerNodes: [gone] } });
    expect(await about()).toEqual([other, gone]);
    await expect(change({ priority: { ...priority, formerNodes: [elsewhere] } })).rejects.toThrow(refusal("invalid"));
    await expect(add(id, { ...more, priority: { ...priority, formerNodes: [gone] } })).rejects.toThrow(
      refusal("invalid"),
    );
    await change({ priority: { year: 2019, nodes: [], formerNodes: [gone] } });
    await change({ priority });
    expect([await about(), (await form()).formerNodes]).toEqual([[goal], []]);
  });

  it("is the secretariat's to write down, once as it was seen, and nothing is left of what is refused", async () => {
    const id = await held("SOM12", "2018-11-05");
    const before = await events(id);
    for (const actor of [on.plan.actors.thailand, on.plan.actors.cso, on.plan.actors.administrator]) {
      await expect(add(id, {}, actor)).rejects.toThrow(refusal("notAllowed"));
      await expect(followUp(actor, await seen(id), [], now)).rejects.toThrow(refusal("notAllowed"));
    }
    await expect(add(id, { units: ["XXX"] })).rejects.toThrow(refusal("invalid"));
    await expect(deleteDecision(secretariat(), await seen(id), 9)).rejects.toThrow(refusal("notFound"));
    expect(await events(id)).toEqual(before);
    const asSeen = await seen(id);
    const outcomes = await Promise.allSettled([
      addDecision(secretariat(), asSeen, words, now),
      addDecision(secretariat(), asSeen, words, now),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await on.database.prisma.meetingDecision.count({ where: { meetingId: id } })).toBe(1);
  });
});
