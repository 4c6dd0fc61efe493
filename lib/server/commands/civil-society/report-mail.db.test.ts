import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { remindOfPoints } from "@/lib/server/civil-society/remind-of-points";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { reportingTests } from "@/test/factories/reporting-plan";
import { presentPlatformReport } from "./present-platform-report";
import { takeDownPlatformPart } from "./take-down-platform-part";
import { now, reportingPlatform } from "./testing/reporting-platform";

const on = reportingTests();
const { agreed, meeting, seen, answering, act, answer } = reportingPlatform(on);
const explains = { kind: "explains", body: "It needs a law" } as const;

/** One of three points that was presented. */
async function presented(unit = "THA") {
  const report = await agreed(unit);
  await meeting("SOM12");
  await presentPlatformReport(on.plan.actors.secretariat, await seen(report.id), { meeting: "SOM12" }, now);
  const points = await on.database.prisma.platformPoint.findMany({ where: { reportId: report.id } });
  return { ...report, points: points.map(({ textId }) => textId) };
}
const noticesOf = ({ id }: Actor) =>
  on.database.prisma.mailNotice.findMany({ where: { mail: { userId: id } }, orderBy: { id: "asc" } });
const toldTo = async (actor: Actor) => (await noticesOf(actor)).map(({ kind, args }) => [kind, args]);
const told = (unit: string, report = `CSO-${unit}-2016`) => [
  "platformReply",
  { plan: on.plan.code, unit, reports: [report] },
];

describe("mail about points of a platform's report", () => {
  it("goes to those who answer for each country, and says the report's code alone", async () => {
    const { thailand, cambodia, secretariat, contributor } = on.plan.actors;
    const { author } = await presented("REGION");
    expect(await toldTo(thailand)).toEqual([told("THA", "CSO-REGION-2016")]);
    expect(await toldTo(cambodia)).toEqual([told("KHM", "CSO-REGION-2016")]);
    for (const nobody of [secretariat, contributor, author]) expect(await toldTo(nobody)).toEqual([]);
  });

  it("reminds the country once, a week before they are due, while any waits", async () => {
    const { thailand, cambodia } = on.plan.actors;
    const { points } = await presented();
    const remind = (at: string) => remindOfPoints(new Date(at));
    const [first, ...others] = points;
    await answer(thailand, first!, "THA", explains);
    await remind("2018-04-30T04:00:00Z");
    expect(await toldTo(thailand)).toHaveLength(1);
    await remind("2018-05-01T04:00:00Z");
    await remind("2018-05-02T04:00:00Z");
    expect(await toldTo(thailand)).toEqual([told("THA"), told("THA")]);
    expect(await toldTo(cambodia)).toEqual([]);
    for (const point of others) await answer(thailand, point, "THA", explains);
    await remind("2018-05-08T04:00:00Z");
    expect(await toldTo(thailand)).toHaveLength(2);
  });

  it("doesn't remind of what was answered", async () => {
    const { thailand } = on.plan.actors;
    const { points } = await presented();
    for (const point of points) await answer(thailand, point, "THA", explains);
    await remindOfPoints(new Date("2018-05-02T04:00:00Z"));
    expect(await toldTo(thailand)).toHaveLength(1);
    // Nor does the morning's mail say what is done by then.
    const reader = await mailReader({ userId: thailand.id, email: null, locale: null });
    const [notice] = await readNotices(await noticesOf(thailand), reader, now);
    expect(notice).toMatchObject({ kind: "platformReply", leftOut: "settled" });
  });

  it("says nothing of what was taken down before it goes out", async () => {
    const { thailand, secretariat } = on.plan.actors;
    const { id, points } = await presented();
    for (const point of points.slice(0, 2)) await answer(thailand, point, "THA", explains);
    const reader = await mailReader({ userId: thailand.id, email: null, locale: null });
    const leftOut = async () => (await readNotices(await noticesOf(thailand), reader, now))[0]?.leftOut;
    expect(await leftOut()).toBeNull();
    for (const part of ["challenge", "priority"] as const)
      for (const position of part === "challenge" ? [1] : [1, 2])
        await takeDownPlatformPart(secretariat, await seen(id), { part, position, rule: "identifiable" }, now);
    expect(await leftOut()).toBe("settled");
  });

  it("tells members once that a point is answered, done about, or that its day passed", async () => {
    const { thailand, cso, cambodia } = on.plan.actors;
    const { points } = await presented();
    const { planId } = on.plan;
    const { prisma } = on.database;
    const { id: unitId } = await prisma.reportingUnit.findFirstOrThrow({ where: { planId, code: "THA" } });
    const organisationId = cso.organisation.id;
    await prisma.platformMember.create({ data: { planId, unitId, organisationId, since: new Date("2016-01-01") } });
    const news = ["platformNews", { plan: on.plan.code, unit: "THA", reports: ["CSO-THA-2016"] }];
    await draftReply(thailand, await answering(points[0]!, "THA"), explains, now);
    await act(thailand, points[0]!, "THA", "Open two shelters");
    expect(await toldTo(cso)).toEqual([]);
    await answer(thailand, points[0]!, "THA", { kind: "actedOn", body: "We begin" });
    expect(await toldTo(cso)).toEqual([news]);
    const { id } = await prisma.keyAction.findFirstOrThrow({ where: { textId: points[0]! } });
    const told = { dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
    for (const state of ["underWay", "stopped"] as const)
      await tellKeyAction(
        thailand,
        await answering(points[0]!, "THA"),
        id,
        { ...told, state, reason: state === "stopped" ? "No budget" : "" },
        now,
      );
    expect(await toldTo(cso)).toEqual([news, news]);
    await lapseResponses(new Date("2018-05-20T00:00:00Z"));
    expect(await toldTo(cso)).toEqual([news, news, news]);
    expect((await toldTo(cambodia)).filter(([kind]) => kind === "platformNews")).toEqual([]);
    const leftOut = async () => {
      const reader = await mailReader({ userId: cso.id, email: null, locale: null });
      return new Set((await readNotices(await noticesOf(cso), reader, now)).map((notice) => notice.leftOut));
    };
    expect(await leftOut()).toEqual(new Set([null]));
    // Who has left isn't told any more.
    await prisma.platformMember.updateMany({ where: { organisationId }, data: { until: new Date("2018-03-09") } });
    expect(await leftOut()).toEqual(new Set(["settled"]));
  });

  it("tells once that a day has passed, of however many points", async () => {
    const { thailand } = on.plan.actors;
    const { points } = await presented();
    await answer(thailand, points[0]!, "THA", explains);
    await lapseResponses(new Date("2018-05-20T00:00:00Z"));
    expect(await toldTo(thailand)).toEqual([told("THA"), told("THA")]);
    const reader = await mailReader({ userId: thailand.id, email: null, locale: null });
    const notices = await readNotices(await noticesOf(thailand), reader, now);
    // What waits beyond its day still waits.
    expect(notices.map(({ leftOut }) => leftOut)).toEqual([null, null]);
  });
});
