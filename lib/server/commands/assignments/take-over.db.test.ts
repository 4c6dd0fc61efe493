import { describe, expect, it } from "vitest";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { Actor } from "@/lib/domain/permissions";
import { sendDueMail } from "@/lib/server/mail/send-due-mail";
import { mentionsForWork } from "@/lib/server/queries/mentions-for-work";
import { makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { seeMention } from "../mentions/see-mention";
import { recordValue } from "../values/record-value";
import { assignIndicators } from "./assign-indicators";
import { takeOver } from "./take-over";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");
const take = (actor: Actor, assigned = `${on.plan.actors.contributor.id}`) =>
  takeOver(actor, here(), { indicator: "G2.1-a", assigned }, now);
const place = () => ({ unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2016"]! });
const assigned = () => on.database.prisma.indicatorAssignment.count({ where: place() });
const events = () =>
  on.database.prisma.auditEvent.findMany({
    where: { action: "indicatorTakenOver", stream: { startsWith: `assignments:${on.plan.unitIds.THA}:` } },
  });

const waiting = async (actor: Actor) => {
  const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } });
  return mentionsForWork(actor, plan, { locale: "en", now });
};

/** What somebody saves that is refused before it is read. */
const enter = (actor: Actor) => {
  const entered = { kind: "missing", reason: "notCollected", missingReason: "notCollected" } as never;
  return recordValue(actor, here(), { indicator: "G2.1-a", cell: "total", expectedRevision: 1, entered }, now);
};

describe("taking an indicator over", () => {
  it("is for whoever enters and assigns all of the report, while it can be changed", async () => {
    const { contributor, secretariat, cambodia, thailand } = on.plan.actors;
    const before = await assigned();
    await expect(take(contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(take(secretariat)).rejects.toThrow(refusal("notAllowed"));
    await expect(take(cambodia)).rejects.toThrow(refusal("notFound"));
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    await expect(take(thailand)).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    expect(await assigned()).toBe(before);
    expect(await events()).toEqual([]);
  });

  it("takes it from everybody, keeps what they entered, tells them once, and is done once", async () => {
    const { contributor, thailand } = on.plan.actors;
    const values = { "G2.1-a": { total: { kind: "yesNo", yes: true } } } as const;
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", values });
    const before = await assigned();
    const entered = await on.database.prisma.value.count({ where: { periodId: place().periodId } });
    const outcomes = await Promise.allSettled([take(thailand), take(thailand)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(take(thailand)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await assigned()).toBe(before - 1);
    expect(await on.database.prisma.value.count({ where: { periodId: place().periodId } })).toBe(entered);
    const former = { ...contributor, assignments: [] };
    await expect(enter(former)).rejects.toThrow(refusal("notAssigned"));
    expect(await events()).toMatchObject([{ actorId: thailand.id }]);
    const notices = await on.database.prisma.mailNotice.findMany({
      where: { kind: "takenOver", mail: { userId: contributor.id } },
      select: { args: true },
    });
    expect(notices).toMatchObject([{ args: { indicators: ["G2.1-a"] } }]);
  });

  it("waits among the work of whoever entered it, who can't read it any more, until they say that they saw it", async () => {
    const { contributor, thailand } = on.plan.actors;
    const former = { ...contributor, assignments: [] };
    await take(thailand);
    expect(await waiting(former)).toMatchObject([
      { kind: "takenOver", indicator: { code: "G2.1-a" }, by: thailand.name, body: "", isReadable: false, count: 1 },
    ]);
    // Whoever got it back enters it as before.
    expect(await waiting(contributor)).toEqual([]);
    expect(await waiting(thailand)).toEqual([]);
    const seen = { indicator: "G2.1-a", kind: "takenOver", last: 999_999 } as const;
    await expect(seeMention(thailand, here(), seen, now)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(seeMention(on.plan.actors.cambodia, here(), seen, now)).rejects.toThrow(refusal("notFound"));
    await expect(seeMention(former, here(), { ...seen, kind: "comment" }, now)).rejects.toThrow(refusal("notAllowed"));
    await seeMention(former, here(), seen, now);
    expect(await waiting(former)).toEqual([]);
  });

  it("waits for nobody who may no longer know of the report, and so couldn't say that they saw it", async () => {
    const { contributor, cso, thailand } = on.plan.actors;
    await take(thailand);
    const stranger = { ...contributor, assignments: [], roles: cso.roles };
    const seen = { indicator: "G2.1-a", kind: "takenOver", last: 999_999 } as const;
    await expect(seeMention(stranger, here(), seen, now)).rejects.toThrow(refusal("notFound"));
    expect(await waiting(stranger)).toEqual([]);
  });

  it("takes it from nobody whom the taker didn't see there", async () => {
    const { contributor, secretariat, thailand } = on.plan.actors;
    const before = await assigned();
    for (const seen of ["", `${secretariat.id}`, `${contributor.id} ${secretariat.id}`])
      await expect(take(thailand, seen)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await assigned()).toBe(before);
    expect(await events()).toEqual([]);
    await take(thailand);
  });

  it("is noted where a matrix takes it as well, but for whoever enters it still by their organisation", async () => {
    const { contributor, thailand } = on.plan.actors;
    const former = { ...contributor, assignments: [] };
    const { prisma } = on.database;
    await makeReport(prisma, on.plan, { unit: "THA", period: "2016" });
    const own = tickOf("G2.1-a", contributor.id);
    const theirs = tickOf("G2.1-a", contributor.organisation.id);
    const change = (by: "persons" | "organisations", seen: string[], assigned: string[]) =>
      assignIndicators(thailand, here(), { by, seen: new Set(seen), assigned: new Set(assigned) }, now);
    await change("organisations", [], [theirs]);
    await change("persons", [own], []);
    expect(await waiting(former)).toEqual([]);
    await change("organisations", [theirs], []);
    expect(await waiting(former)).toMatchObject([
      { kind: "takenOver", indicator: { code: "G2.1-a" }, by: thailand.name, isReadable: false, count: 1 },
    ]);
    expect(await waiting(thailand)).toEqual([]);
  });

  it.each(["persons", "organisations"] as const)("is settled once it was assigned again to %s", async (by) => {
    const { contributor, thailand } = on.plan.actors;
    await take(thailand);
    const former = { ...contributor, assignments: [] };
    expect(await waiting(former)).toHaveLength(1);
    const { organisationId } = await on.database.prisma.user.findUniqueOrThrow({ where: { id: contributor.id } });
    const tick = tickOf("G2.1-a", by === "persons" ? contributor.id : organisationId);
    const assign = (seen: string[], assigned: string[]) =>
      assignIndicators(thailand, here(), { by, seen: new Set(seen), assigned: new Set(assigned) }, now);
    await assign([], [tick]);
    expect(await waiting(former)).toEqual([]);
    // What is taken away again is told anew, and once.
    await assign([tick], []);
    expect(await waiting(former)).toMatchObject([{ count: 1 }]);
  });

  it("is not told once it was assigned to them again", async () => {
    const { contributor, thailand } = on.plan.actors;
    await take(thailand);
    const indicator = await on.database.prisma.editionIndicator.findFirstOrThrow({
      where: { code: "G2.1-a", edition: { planId: on.plan.planId } },
    });
    await on.database.prisma.indicatorAssignment.create({
      data: { ...place(), planId: on.plan.planId, indicatorId: indicator.indicatorId, userId: contributor.id },
    });
    const later = new Date("2017-02-03T04:00:00Z");
    await sendDueMail({ clock: async () => later, settings: null });
    const [notice] = await on.database.prisma.mailNotice.findMany({
      where: { kind: "takenOver", mail: { userId: contributor.id } },
    });
    expect(notice?.leftOut).toBe("settled");
  });
});
