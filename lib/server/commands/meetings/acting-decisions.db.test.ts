import { describe, expect, it } from "vitest";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import { decisionForm as schema } from "@/lib/schemas/commitments/decision-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { prioritiesAmong, prioritiesOf } from "@/lib/server/commitments/priorities";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addDecision } from "./add-decision";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeDecision } from "./change-decision";
import { changeMeeting } from "./change-meeting";

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");
const words: DecisionWords = {
  kind: "task",
  body: "Each country names a hotline.",
  dueOn: "",
  units: [],
  organisations: [],
  priority: null,
  extendedTo: null,
};
const priority = (year: number, ...nodes: string[]): DecisionWords => ({
  ...words,
  kind: "regionalPriority",
  body: "Labour migration.",
  priority: { year, nodes },
});
const extension = (extendedTo: string): DecisionWords => ({ ...words, kind: "planExtended", extendedTo });
const secretariat = () => on.plan.actors.secretariat;
const seen = async (id: number) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});

async function held(kind: "som" | "workshop" = "som"): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: on.plan.code,
    code: "SOM12",
    entry: {
      kind,
      year: 2018,
      startsOn: "2018-11-05",
      endsOn: "2018-11-05",
      isOnline: false,
      host: null,
      unit: null,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: "SOM 12", place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat(), await seen(id), "hold", now);
  return id;
}
const add = async (id: number, decided: DecisionWords) => addDecision(secretariat(), await seen(id), decided, now);
const agree = async (id: number) => advanceMeeting(secretariat(), await seen(id), "agreeOutcome", now);
const faults = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => {
      if (!(error instanceof InvalidFields)) throw error;
      return error.problems.map(({ field, key }) => [field, key]);
    },
  );
const periods = async () => {
  const rows = await on.database.prisma.reportingPeriod.findMany({
    where: { planId: on.plan.planId },
    orderBy: { endsOn: "asc" },
  });
  return rows.map(({ code, state }) => [code, state] as const);
};
const version = async () =>
  (await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } })).resultsVersion;
/** The priorities of a goal at a results version. */
const shown = async (at: number) => {
  const nodes = await on.database.prisma.editionNode.findMany({ where: { edition: { planId: on.plan.planId } } });
  const priorities = await prioritiesOf({ id: on.plan.planId, version: at });
  return prioritiesAmong(priorities, new Map(nodes.map(({ nodeId, code }) => [nodeId, code])));
};
async function lastDay(): Promise<string> {
  const { _max } = await on.database.prisma.reportingPeriod.aggregate({
    where: { planId: on.plan.planId },
    _max: { endsOn: true },
  });
  return _max.endsOn!.toISOString().slice(0, 10);
}
const yearsAfter = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
async function goal(): Promise<string> {
  const plan = (await publishedPlan(on.plan.code, "en", null))!;
  const node = await on.database.prisma.editionNode.findFirstOrThrow({
    where: { editionId: plan.edition.id, node: { kind: "goal" } },
  });
  return node.code;
}

describe("an extended plan", () => {
  it("gets its further periods when the outcome is agreed, closed, and its meeting says so before and after", async () => {
    const [before, day] = [await periods(), await lastDay()];
    const id = await held();
    await add(id, extension(yearsAfter(day, 1)));
    await add(id, extension(yearsAfter(day, 2)));
    const view = (await meetingForWork(secretariat(), on.plan.code, id, { locale: "en", now }))!;
    const last = Number(day.slice(0, 4));
    expect(view.adds).toEqual([`${last + 1}`, `${last + 2}`]);
    expect(await periods()).toEqual(before);
    const at = await version();
    await agree(id);
    expect(await periods()).toEqual([...before, [`${last + 1}`, "closed"], [`${last + 2}`, "closed"]]);
    expect(await version()).toBe(at + 1);
    expect((await meetingForWork(secretariat(), on.plan.code, id, { locale: "en", now }))!.adds).toEqual([]);
    const public_ = (await publicMeeting(
      { code: on.plan.code, locale: "en", version: (await publicVersion({ plan: on.plan.code, area: "meetings" }))! },
      "SOM12",
    ))!;
    expect(public_.decisions.map(({ extendedTo }) => extendedTo)).toEqual([yearsAfter(day, 1), yearsAfter(day, 2)]);
    const added = await auditWhere(on.database.prisma, { action: "periodAdded", planId: on.plan.planId });
    expect(added).toHaveLength(2);
    const [agreed] = await auditWhere(on.database.prisma, { action: "outcomeAgreed", planId: on.plan.planId });
    expect(agreed?.after).toMatchObject({ addedPeriods: [`${last + 1}`, `${last + 2}`] });
  });

  it("adds nothing where the periods were added meanwhile, and refuses a day that extends nothing, or too far", async () => {
    const day = await lastDay();
    const id = await held();
    expect(await faults(add(id, extension(day)))).toEqual([["extendedTo", "meetingExtensionTooEarly"]]);
    expect(await faults(add(id, extension(yearsAfter(day, 11))))).toEqual([["extendedTo", "meetingExtensionTooFar"]]);
    await add(id, extension(yearsAfter(day, 1)));
    await on.database.prisma.reportingPeriod.create({
      data: {
        planId: on.plan.planId,
        code: "MORE",
        frequency: "annual",
        startsOn: new Date(`${Number(day.slice(0, 4)) + 1}-01-01`),
        endsOn: new Date(yearsAfter(day, 1)),
        dueOn: new Date(yearsAfter(day, 2)),
      },
    });
    const before = await periods();
    await agree(id);
    expect(await periods()).toEqual(before);
  });

  it("leaves the meeting as it was where a period can't be added", async () => {
    const day = await lastDay();
    const id = await held();
    await add(id, extension(yearsAfter(day, 1)));
    const next = String(Number(day.slice(0, 4)) + 1);
    await on.database.prisma.reportingPeriod.updateMany({
      where: { planId: on.plan.planId, code: (await periods())[0]![0] },
      data: { code: next },
    });
    await expect(agree(id)).rejects.toThrow(refusal("meetingPeriodRefused", { args: { period: next } }));
    expect(await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "held" });
  });
});

describe("a regional priority", () => {
  it("is on the pages of its goals from the next results version on, and never in one before", async () => {
    const code = await goal();
    const id = await held();
    await add(id, priority(2016, code));
    await changeDecision(secretariat(), await seen(id), 1, priority(2017, code));
    const at = await version();
    expect(await shown(at)).toEqual([]);
    await agree(id);
    expect(await shown(at)).toEqual([]);
    expect(await shown(at + 1)).toEqual([{ year: 2017, meeting: "SOM12", number: 1, code: "SOM12-D1", nodes: [code] }]);
    for (const change of ["DELETE FROM decision_node", "UPDATE meeting_decision SET priority_year = 2020"])
      await expect(on.database.pool.query(change)).rejects.toThrow(/is agreed/);
  });

  it("keeps its meeting one that may decide it", async () => {
    const id = await held();
    await add(id, priority(2017, await goal()));
    const entry = {
      kind: "taskForce" as const,
      year: 2018,
      startsOn: "2018-11-05",
      endsOn: "2018-11-05",
      isOnline: false,
      host: null,
      unit: "THA",
      participants: [],
      sources: [],
      texts: [{ locale: "en" as const, title: "Task force", place: "", notes: "" }],
    };
    expect(await faults(seen(id).then((at) => changeMeeting(secretariat(), at, entry)))).toEqual([
      ["kind", "meetingKindDecides"],
    ]);
    await changeMeeting(secretariat(), await seen(id), { ...entry, kind: "rtf", unit: null });
    await changeDecision(secretariat(), await seen(id), 1, words);
    await changeMeeting(secretariat(), await seen(id), entry);
  });

  it("is about what the framework has, and is decided by governments of all countries", async () => {
    const code = await goal();
    const id = await held("workshop");
    expect(await faults(add(id, priority(2017, code)))).toEqual([["kind", "choiceMissing"]]);
    await on.database.prisma.meeting.update({ where: { id }, data: { kind: "rtf" } });
    expect(await faults(add(id, priority(2017, "G99")))).toEqual([["nodes", "meetingNodeUnknown"]]);
    // One that is a task again is about nothing.
    await add(id, priority(2017, code));
    await changeDecision(secretariat(), await seen(id), 1, words);
    await agree(id);
    expect(await shown(await version())).toEqual([]);
  });

  it("needs its year and its codes; other kinds keep none of what was typed for them", () => {
    const form = { locale: "en", plan: "spaiv", id: "1", rowVersion: "1", number: "1", body: "Labour migration." };
    const typed = { year: "2017", nodes: "g3, G5.1", extendedTo: "2020-12-31" };
    expect(schema.parse({ ...form, ...typed, kind: "regionalPriority" })).toMatchObject({
      priority: { year: 2017, nodes: ["G3", "G5.1"] },
      extendedTo: null,
    });
    expect(schema.parse({ ...form, ...typed, kind: "planExtended" })).toMatchObject({
      priority: null,
      extendedTo: "2020-12-31",
    });
    expect(schema.parse({ ...form, ...typed, kind: "task" })).toMatchObject({
      organisations: [],
      priority: null,
      extendedTo: null,
    });
    const paths = (given: object) => schema.safeParse({ ...form, ...given }).error?.issues.map(({ path }) => path[0]);
    expect(paths({ kind: "regionalPriority" })).toEqual(["year", "nodes"]);
    expect(paths({ kind: "planExtended", extendedTo: "soon" })).toEqual(["extendedTo"]);
  });
});
