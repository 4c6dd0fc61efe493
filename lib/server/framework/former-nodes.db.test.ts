import { describe, expect, it } from "vitest";
import { type AgendaEntry, agendaForm as agendaSchema } from "@/lib/schemas/commitments/agenda-form";
import { type PlatformReportWords, platformReportForm as reportSchema } from "@/lib/schemas/commitments/platform-forms";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { writeAgenda } from "@/lib/server/commands/meetings/write-agenda";
import { platformReportForm } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { agendaForm } from "@/lib/server/queries/meetings/meeting-form";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { presentEdition } from "./edition";

// What a later framework doesn't have any more stays where somebody named it, until somebody takes it out.

const on = reportingTests();
const platform = reportingPlatform(on);

/** Two nodes that only an earlier edition had, and one that the present one has. */
async function nodes() {
  const { prisma } = on.database;
  const { planId } = on.plan;
  const edition = await prisma.frameworkEdition.create({ data: { planId, number: 99 } });
  const former = async (code: string) => {
    const { id: nodeId } = await prisma.frameworkNode.create({ data: { planId, kind: "outcome" } });
    const of = { editionId: edition.id, nodeId };
    await prisma.editionNode.create({ data: { ...of, code, parentId: null, position: 1 } });
    await prisma.editionNodeText.create({ data: { ...of, locale: "en", title: `Former ${code}` } });
    return nodeId;
  };
  const [gone, elsewhere] = [await former("G9.1"), await former("G9.2")];
  await prisma.frameworkEdition.update({ where: { id: edition.id }, data: { fromVersion: 0, untilVersion: 0 } });
  const { nodeId: goal } = await prisma.editionNode.findFirstOrThrow({
    where: { code: "G1", edition: { planId, ...presentEdition } },
  });
  return { gone, elsewhere, goal };
}

/** Boxes as a browser sends them: one as a word, several as a list, none not at all. */
const boxes = (field: string, ticked: readonly { id: number }[]) =>
  ticked.length === 0
    ? {}
    : { [field]: ticked.length === 1 ? String(ticked[0]!.id) : ticked.map(({ id }) => String(id)) };

describe("a point of an agenda", () => {
  it("stays about what the framework has no more until that is taken out, and is about no other such thing", async () => {
    const { prisma } = on.database;
    const { secretariat } = on.plan.actors;
    const { gone, elsewhere, goal } = await nodes();
    const { id } = await addMeeting(secretariat, {
      plan: on.plan.code,
      code: "RTF-2018-09",
      entry: {
        kind: "rtf",
        year: 2018,
        startsOn: null,
        endsOn: null,
        isOnline: true,
        host: null,
        unit: null,
        texts: [{ locale: "en", title: "Meeting", place: "", notes: "" }],
        participants: [],
        sources: [],
      },
    });
    const seen = async () => {
      const { rowVersion } = await prisma.meeting.findUniqueOrThrow({ where: { id } });
      return { plan: on.plan.code, id, rowVersion };
    };
    const point = (title: string, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
      texts: [{ locale: "en", title }],
      organisation: null,
      speaker: "",
      attends: [],
      documents: [],
      nodes: ["G1"],
      field: "nodes_1",
      ...more,
    });
    const write = async (points: AgendaEntry[]) => writeAgenda(secretariat, await seen(), points);
    const about = async () =>
      (await prisma.agendaPointNode.findMany({ orderBy: [{ position: "asc" }, { nodeId: "asc" }] }))
        .filter(({ meetingId }) => meetingId === id)
        .map(({ position, nodeId }) => [position, nodeId]);
    await write([point("Opening", { nodes: [] }), point("Shelters")]);
    await prisma.agendaPointNode.create({ data: { meetingId: id, position: 2, nodeId: gone } });

    const form = (await agendaForm(secretariat, on.plan.code, id, "en"))!;
    expect(form.points.map(({ nodes: codes, formerNodes }) => [codes, formerNodes])).toEqual([
      [[], []],
      [["G1"], [{ id: gone, code: "G9.1", title: "Former G9.1" }]],
    ]);
    // Sent as it stood, with the points the other way round.
    const { points } = agendaSchema.parse({
      ...(await seen()),
      id: String(id),
      rowVersion: String(form.rowVersion),
      ...Object.fromEntries(
        form.points.flatMap(({ title, nodes: codes }, index) => [
          [`order_${index + 1}`, String(9 - index)],
          [`title_${index + 1}`, title],
          [`nodes_${index + 1}`, codes.join(", ")],
        ]),
      ),
      ...boxes("formerNodes_2", form.points[1]!.formerNodes),
    });
    await write(points);
    expect(await about()).toEqual([goal, gone].map((nodeId) => [1, nodeId]));
    await expect(write([point("Other", { formerNodes: [gone, elsewhere] })])).rejects.toThrow(
      refusal("invalid", { problems: [{ field: "formerNodes_1", key: "choiceMissing" }] }),
    );
    await write([point("Shelters")]);
    expect(await about()).toEqual([[1, goal]]);
    await expect(write([point("Shelters", { formerNodes: [gone] })])).rejects.toThrow(refusal("invalid"));
  });
});

describe("an activity of a platform's report", () => {
  it("goes on serving what the framework has no more until that is taken out, and no other such thing", async () => {
    const { prisma } = on.database;
    const { gone, elsewhere, goal } = await nodes();
    const { author, id } = await platform.begun();
    const words = platform.words(author.organisation.id);
    const [activity] = words.activities;
    const write = async (more: Partial<PlatformReportWords>) =>
      writePlatformReport(author, await platform.seen(id), { ...words, ...more }, now);
    const serves = async () =>
      (await prisma.platformActivityNode.findMany({ where: { reportId: id }, orderBy: { nodeId: "asc" } })).map(
        ({ nodeId }) => nodeId,
      );
    await write({});
    await prisma.platformActivityNode.create({ data: { reportId: id, position: 1, nodeId: gone } });

    const seen = await platform.seen(id);
    const form = (await platformReportForm(author, seen, { locale: "en", now }))!;
    const { title, nodes: codes, formerNodes, organisationId } = form.activities[0]!;
    expect([codes, formerNodes]).toEqual([["G1"], [{ id: gone, code: "G9.1", title: "Former G9.1" }]]);
    const sent = reportSchema.parse({
      ...seen,
      year: String(seen.year),
      rowVersion: String(seen.rowVersion),
      language: "en",
      visibility: "public",
      title_1: title,
      nodes_1: codes.join(", "),
      organisation_1: String(organisationId),
      priority_1: "Shelters",
      ...boxes("formerNodes_1", formerNodes),
    });
    await write(sent.words);
    expect(await serves()).toEqual([goal, gone]);
    await expect(write({ activities: [{ ...activity!, formerNodes: [elsewhere] }] })).rejects.toThrow(
      refusal("invalid", { problems: [{ field: "formerNodes_1", key: "choiceMissing" }] }),
    );
    await write({});
    expect(await serves()).toEqual([goal]);
  });
});
