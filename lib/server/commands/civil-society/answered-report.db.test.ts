import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { observing } from "@/lib/server/commands/commitments/testing/observing";
import { platformReportForWork, pointReply } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { platformsWaiting } from "@/lib/server/queries/civil-society/platforms-waiting";
import { publicCivilSociety, publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { publicVersion } from "@/lib/server/queries/public-version";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { presentPlatformReport } from "./present-platform-report";
import { now, reportingPlatform } from "./testing/reporting-platform";

const on = reportingTests();
const { agreed, meeting, seen, events, answering, act, answer } = reportingPlatform(on);
const { passed } = observing(on);
const explains = { kind: "explains", body: "It needs a law" } as const;
const acts = { kind: "actedOn", body: "We begin" } as const;
const area = async () => ({
  code: on.plan.code,
  locale: "en",
  version: (await publicVersion({ plan: on.plan.code, area: "civil-society" }))!,
});
const pointsOf = (id: number) =>
  on.database.prisma.platformPoint.findMany({ where: { reportId: id }, orderBy: { textId: "asc" } });

describe("a report that was presented", () => {
  it("is answered point by point, and as a whole with the last one", async () => {
    const { secretariat, thailand, cambodia, contributor } = on.plan.actors;
    const { id, author, address: of } = await agreed("THA");
    await expect(presentPlatformReport(author, await seen(id), { meeting: "SOM12" }, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now)).rejects.toThrow(
      refusal("invalid"),
    );
    // What it tells of hadn't been yet.
    await meeting("SOM10", 2015);
    await expect(presentPlatformReport(secretariat, await seen(id), { meeting: "SOM10" }, now)).rejects.toThrow(
      refusal("invalid"),
    );
    await meeting("SOM12");
    expect((await platformsWaiting(secretariat, on.plan.code))?.toPresent).toEqual([{ unit: "THA", year: 2016 }]);
    await presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now);
    const points = await pointsOf(id);
    expect((await platformsWaiting(thailand, on.plan.code))?.toAnswer).toEqual([
      { unit: "THA", year: 2016, points: points.length, dueOn: "2018-05-08", isLate: false },
    ]);
    const [first, ...others] = points.map(({ textId }) => textId);
    await expect(answer(contributor, first!, "THA", explains)).rejects.toThrow(refusal("notAllowed"));
    for (const other of [cambodia, author])
      await expect(answer(other, first!, "THA", explains)).rejects.toThrow(refusal("notFound"));
    await expect(answer(thailand, first!, "THA", acts)).rejects.toThrow(refusal("keyActionMissing"));
    await act(thailand, first!, "THA", "Open two shelters");
    await answer(thailand, first!, "THA", acts);
    await expect(answer(thailand, first!, "THA", explains)).rejects.toThrow(refusal("changedMeanwhile"));
    expect((await publicPlatformReport(await area(), "CSO-THA-2016"))?.report).toMatchObject({
      state: "presented",
      answered: 1,
      points: 3,
      presented: { meeting: "SOM12" },
      challenges: [
        { responses: [{ reply: { kind: "actedOn", keyActions: [{ body: "Open two shelters" }], isLate: false } }] },
      ],
    });
    for (const point of others) await answer(thailand, point, "THA", explains);
    expect(await platformReportForWork(author, of, { locale: "en", now })).toMatchObject({
      state: "answered",
      answered: 3,
      may: [],
    });
    expect((await events(id)).slice(-4)).toEqual(["keyActionAdded", ...Array(3).fill("pointReplySent")]);
  });

  it("asks every country for the region; a day that passes is a fact, and a late answer is added", async () => {
    const { secretariat, cambodia } = on.plan.actors;
    const { id } = await agreed("REGION");
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now);
    const [point] = await pointsOf(id);
    const asked = await on.database.prisma.unitResponse.count({ where: { textId: point!.textId } });
    expect(asked).toBe(
      await on.database.prisma.reportingUnit.count({ where: { planId: on.plan.planId, level: "country" } }),
    );
    const later = new Date("2018-07-01T04:00:00Z");
    expect(await lapseResponses(later)).toBe(asked * 3);
    // No country answers for another.
    await expect(answer(cambodia, point!.textId, "THA", explains, later)).rejects.toThrow(refusal("notFound"));
    await answer(cambodia, point!.textId, "KHM", explains, later);
    const report = (await publicPlatformReport(await area(), "CSO-REGION-2016"))!.report;
    expect(report).toMatchObject({ state: "presented", answered: 0 });
    expect(report.challenges[0]!.responses.map(({ state, reply }) => [state, reply?.isLate])).toContainEqual([
      "given",
      true,
    ]);
  });

  it("has what its government does told of, with evidence, and by nobody else", async () => {
    const { secretariat, thailand, contributor, cambodia } = on.plan.actors;
    const { id, author, address: of } = await agreed("REGION");
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now);
    const point = (await pointsOf(id))[0]!.textId;
    const { prisma } = on.database;
    const done = { state: "done", dueOn: null, evidenceTitle: "Opened", evidenceUrl: "https://example.org" } as const;
    const tell = async (actor: Actor, unit: string, keyAction: number, told: KeyActionTold = { ...done, reason: "" }) =>
      tellKeyAction(actor, await answering(point, unit), keyAction, told, now);
    await expect(tell(thailand, "THA", 1)).rejects.toThrow(refusal("changedMeanwhile"));
    await act(thailand, point, "THA", "Open two shelters");
    await answer(thailand, point, "THA", acts);
    const keyAction = (await prisma.keyAction.findFirstOrThrow({ where: { textId: point } })).id;
    await answer(cambodia, point, "KHM", explains);
    await expect(tell(contributor, "THA", keyAction)).rejects.toThrow(refusal("notAllowed"));
    for (const other of [cambodia, author]) await expect(tell(other, "THA", keyAction)).rejects.toThrow(/./);
    await expect(tell(cambodia, "KHM", keyAction)).rejects.toThrow(refusal("notFound"));
    const before = await publicVersion({ plan: on.plan.code, area: "civil-society" });
    await tell(thailand, "THA", keyAction, { ...done, state: "underWay", dueOn: "2019-06-30", reason: "" });
    expect(await publicVersion({ plan: on.plan.code, area: "civil-society" })).not.toBe(before);
    const seenBefore = await answering(point, "THA");
    await tell(thailand, "THA", keyAction);
    await expect(tellKeyAction(thailand, seenBefore, keyAction, { ...done, reason: "" }, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    const { report } = (await publicPlatformReport(await area(), "CSO-REGION-2016"))!;
    const told = report.challenges[0]!.responses.find(({ unit }) => unit.code === "THA")?.reply?.keyActions;
    expect(told).toMatchObject([
      { state: "done", firstDueOn: "2018-12-31", dueOn: "2019-06-30", evidence: { title: "Opened" } },
    ]);
    expect((await events(id)).slice(-2)).toEqual(["keyActionTold", "keyActionTold"]);
    // The page on which it is told is the answer's.
    const page = (actor: Actor, unit: string) => pointReply(actor, { ...of, point, of: unit }, { locale: "en", now });
    expect(await page(thailand, "THA")).toMatchObject({ may: { draft: false, keyActions: "tell" }, keyActions: [{}] });
    expect(await page(contributor, "THA")).toMatchObject({ may: { draft: false, keyActions: null }, keyActions: [] });
    expect(await page(cambodia, "THA")).toBeNull();
    expect((await platformReportForWork(thailand, of, { locale: "en", now }))?.answersFor).toEqual(["THA"]);
  });

  it("has what two governments do told of at once, each as it was seen", async () => {
    const { secretariat, thailand, cambodia } = on.plan.actors;
    const { id } = await agreed("REGION");
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now);
    const point = (await pointsOf(id))[0]!.textId;
    const { prisma } = on.database;
    const both = [
      [thailand, "THA"],
      [cambodia, "KHM"],
    ] as const;
    for (const [actor, unit] of both) {
      await act(actor, point, unit, "Open two shelters");
      await answer(actor, point, unit, acts);
    }
    const told = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" } as const;
    const actions = await prisma.keyAction.findMany({ where: { textId: point }, orderBy: { id: "asc" } });
    const opened = await Promise.all(both.map(([, unit]) => answering(point, unit)));
    const tell = () =>
      Promise.allSettled(both.map(([actor], row) => tellKeyAction(actor, opened[row]!, actions[row]!.id, told, now)));
    expect((await tell()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await tell()).toEqual(both.map(() => ({ status: "rejected", reason: refusal("changedMeanwhile") })));
  });

  it("keeps its words and whom it addresses, whoever tries", async () => {
    const { id } = await agreed("THA");
    await meeting("SOM12");
    await presentPlatformReport(on.plan.actors.secretariat, await seen(id), { meeting: "SOM12" }, now);
    const { pool } = on.database;
    const points = `(SELECT text_id FROM platform_point WHERE report_id = ${id})`;
    for (const change of [
      `UPDATE platform_report SET locale = 'th' WHERE id = ${id}`,
      `UPDATE platform_report SET state = 'agreed' WHERE id = ${id}`,
      `DELETE FROM platform_report WHERE id = ${id}`,
      `UPDATE platform_activity SET title = 'Other' WHERE report_id = ${id}`,
      `UPDATE addressed_round SET body = 'Other' WHERE text_id IN ${points}`,
      `DELETE FROM addressed_unit WHERE text_id IN ${points}`,
      `UPDATE addressed_unit SET unit_id = (SELECT id FROM reporting_unit WHERE code = 'KHM' AND plan_id = ${on.plan.planId}) WHERE text_id IN ${points}`,
    ])
      await expect(pool.query(change), change).rejects.toThrow();
  });
});

describe("what the public reads of platforms", () => {
  it("is what their authors chose, and of observations nothing that isn't public", async () => {
    await passed({ attribution: "secretariatOnly", visibility: "governments", body: "Only for governments" });
    const { author, address: of } = await agreed("THA", "governments");
    expect(await publicPlatformReport(await area(), "CSO-THA-2016")).toBeNull();
    const { platforms } = (await publicCivilSociety(await area()))!;
    const thailand = platforms.find(({ unit }) => unit.code === "THA")!;
    expect(thailand).toMatchObject({ members: [{ name: expect.stringContaining("Legal aid") }, {}], reports: [] });
    // Its government reads the report with what was said to it; whose words they are, only the secretariat knows.
    const read = await platformReportForWork(on.plan.actors.thailand, of, { locale: "en", now });
    expect(read?.observations).toMatchObject([{ organisation: null, rounds: [{ body: "Only for governments" }] }]);
    expect(await platformReportForWork(author, of, { locale: "en", now })).not.toBeNull();
  });

  it("has no observation of others' in a public report", async () => {
    await passed({ visibility: "governments" });
    await agreed("THA");
    const found = await publicPlatformReport(await area(), "CSO-THA-2016");
    expect(found?.report).toMatchObject({ observations: [], agreed: 1, members: 2 });
  });

  it("can't be presented where governments don't read it", async () => {
    const { id } = await agreed("THA", "platform");
    await meeting("SOM12");
    await expect(
      presentPlatformReport(on.plan.actors.secretariat, await seen(id), { meeting: "SOM12" }, now),
    ).rejects.toThrow(refusal("changedMeanwhile"));
  });
});
