import { describe, expect, it } from "vitest";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { Actor } from "@/lib/domain/permissions";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordValue } from "../values/record-value";
import { assignIndicators } from "./assign-indicators";

const on = reportingTests();
const now = new Date("2017-02-01T04:00:00Z");
const here = () => on.plan.address("THA", "2016");
const contributor = () => on.plan.actors.contributor;
const mine = (code: string) => tickOf(code, contributor().id);

const assign = (seen: string[], assigned: string[], more: { actor?: Actor; by?: "persons" | "organisations" } = {}) =>
  assignIndicators(
    more.actor ?? on.plan.actors.thailand,
    here(),
    { by: more.by ?? "persons", seen: new Set(seen), assigned: new Set(assigned) },
    now,
  );
const place = () => ({ unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2016"]! });
async function stored(): Promise<string[]> {
  const rows = await on.database.prisma.indicatorAssignment.findMany({ where: place() });
  const codes = Object.fromEntries(Object.entries(on.plan.indicatorIds).map(([code, id]) => [id, code]));
  return rows
    .map(({ indicatorId, userId, organisationId }) =>
      [codes[indicatorId], userId === null ? `organisation ${organisationId}` : userId].join(" "),
    )
    .sort();
}
const events = () => auditWhere(on.database.prisma, { stream: `assignments:${place().unitId}:${place().periodId}` });
const enter = (actor: Actor, indicator: string, number = "1") =>
  recordValue(
    actor,
    here(),
    { indicator, cell: "total", expectedRevision: 0, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
/** Who they are with their next request. */
async function anew({ id }: Actor): Promise<Actor> {
  const session = await on.database.prisma.$transaction((tx) => startSession(tx, id, now));
  return (await sessionActor(session.id, now))!;
}

describe("assigning indicators", () => {
  it("gives and takes what was changed of what was seen, with one event and a mail to who got some", async () => {
    expect(await assign([mine("G2.1-a")], [mine("G1.1-a"), mine("G1.1-b")])).toEqual({
      added: 2,
      removed: 1,
      refused: 0,
      others: { added: [], removed: [] },
    });
    expect(await stored()).toEqual([mine("G1.1-a"), mine("G1.1-b")]);
    expect(await events()).toMatchObject([
      {
        action: "indicatorsAssigned",
        actorId: on.plan.actors.thailand.id,
        before: { removed: [mine("G2.1-a")] },
        after: { added: [mine("G1.1-a"), mine("G1.1-b")] },
      },
    ]);
    const notices = await on.database.prisma.mailNotice.findMany({ where: { kind: "assignment" } });
    expect(notices.map(({ args }) => args)).toContainEqual({
      plan: on.plan.code,
      unit: "THA",
      period: "2016",
      indicators: ["G1.1-a", "G1.1-b"],
    });
  });

  it("tells by mail whoever enters some no longer, once for all that one change took, and again when it is taken again", async () => {
    const { id, organisation } = contributor();
    const [one, other] = [mine("G1.1-a"), mine("G1.1-b")];
    const lost = async () => {
      const where = { kind: "takenOver", mail: { userId: id } };
      const notices = await on.database.prisma.mailNotice.findMany({ where, orderBy: { id: "asc" } });
      return notices.map(({ args }) => args);
    };
    const taken = (...indicators: string[]) => ({
      plan: on.plan.code,
      unit: "THA",
      period: "2016",
      indicators,
      reassigned: true,
    });
    await assign([], [one, other]);
    expect(await lost()).toEqual([]);
    await assign([one, other], []);
    expect(await lost()).toEqual([taken("G1.1-a", "G1.1-b")]);
    await assign([], [one]);
    // Whoever enters it by their organisation as well has lost nothing.
    await assign([], [tickOf("G1.1-a", organisation.id)], { by: "organisations" });
    await assign([one], []);
    expect(await lost()).toHaveLength(1);
    await assign([tickOf("G1.1-a", organisation.id)], [], { by: "organisations" });
    expect(await lost()).toEqual([taken("G1.1-a", "G1.1-b"), taken("G1.1-a")]);
  });

  it("lets every contributor of an organisation enter its indicators, in that period alone", async () => {
    const actor = contributor();
    await expect(enter(actor, "G1.1-a")).rejects.toThrow(refusal("notAssigned"));
    await assign([], [tickOf("G1.1-a", actor.organisation.id)], { by: "organisations" });
    const next = await anew(actor);
    expect(await enter(next, "G1.1-a")).toMatchObject({ revision: 1 });
    const other = { indicator: "G1.1-a", cell: "total", expectedRevision: 0 };
    const entered = { kind: "number", number: "1", missingReason: "" } as const;
    await expect(recordValue(next, on.plan.address("THA", "2015"), { ...other, entered }, now)).rejects.toThrow(
      refusal("notAssigned"),
    );
    // The focal point works there too, and has no need of it; somebody of another unit gets nothing.
    expect((await anew(on.plan.actors.cambodia)).assignments).toEqual([]);
  });

  it("changes nothing for whoever may not, in a locked period, or where nothing was changed", async () => {
    for (const [actor, code] of [
      [contributor(), "notAllowed"],
      [on.plan.actors.cambodia, "notFound"],
      [on.plan.actors.cso, "notFound"],
    ] as const)
      await expect(assign([], [mine("G1.1-a")], { actor })).rejects.toThrow(refusal(code));
    await assign([mine("G2.1-a")], [mine("G2.1-a")]);
    await on.database.prisma.reportingPeriod.update({ where: { id: place().periodId }, data: { state: "locked" } });
    await expect(assign([], [mine("G1.1-a")])).rejects.toThrow(refusal("locked"));
    expect([await stored(), await events()]).toEqual([[mine("G2.1-a")], []]);
  });

  it("says what it didn't give: to who is disabled or no contributor of the unit, and what the period hasn't", async () => {
    const { thailand, cambodia } = on.plan.actors;
    const wanted = [tickOf("G1.1-a", cambodia.id), tickOf("G1.1-a", thailand.id), mine("G9.9-z"), mine("G2.1-r")];
    expect(await assign([], wanted)).toMatchObject({ added: 0, refused: 4 });
    await on.database.prisma.user.update({ where: { id: contributor().id }, data: { disabledAt: now } });
    expect(await assign([], [mine("G1.1-a")])).toMatchObject({ added: 0, refused: 1 });
    // What somebody who left has can be taken away.
    expect(await assign([mine("G2.1-a")], [])).toMatchObject({ removed: 1 });
    expect(await stored()).toEqual([]);
  });

  it("keeps what others changed meanwhile, and tells it", async () => {
    const seen = [mine("G2.1-a")];
    await assign(seen, [mine("G2.1-a"), mine("G1.1-a")]);
    await assign([mine("G2.1-a")], [], { actor: on.plan.actors.secretariat });
    expect(await assign(seen, [mine("G2.1-a"), mine("G1.1-b")])).toEqual({
      added: 1,
      removed: 0,
      refused: 0,
      others: { added: [mine("G1.1-a")], removed: [mine("G2.1-a")] },
    });
    expect(await stored()).toEqual([mine("G1.1-a"), mine("G1.1-b")]);
  });

  it("loses no tick of two who save at once", async () => {
    const seen = [mine("G2.1-a")];
    const { thailand, secretariat } = on.plan.actors;
    const codes = ["G1.1-a", "G1.1-b", "G1.1-c", "G1.2-a"];
    const saved = await Promise.all(
      codes.map((code, at) => assign(seen, [...seen, mine(code)], { actor: at % 2 ? thailand : secretariat })),
    );
    expect(await stored()).toEqual([...codes, "G2.1-a"].map(mine));
    // Each was told what those before it added.
    expect(saved.map(({ others }) => others.added.length).sort()).toEqual([0, 1, 2, 3]);
    expect(await events()).toHaveLength(4);
  });

  it("taken away while its person saves a value: that came before, or is refused", async () => {
    for (let round = 0; round < 5; round++) {
      await on.anew();
      const actor = contributor();
      const [away, save] = await Promise.allSettled([assign([mine("G2.1-a")], []), enter(actor, "G2.1-a")]);
      expect(away.status).toBe("fulfilled");
      const [revision] = await on.database.prisma.valueRevision.findMany({ where: { createdById: actor.id } });
      if (save.status === "rejected") expect([save.reason.code, revision]).toEqual(["notAssigned", undefined]);
      else expect(revision!.createdAt.getTime()).toBeLessThanOrEqual((await events())[0]!.at.getTime());
    }
  });

  it("taken away after their page was made, it takes no value any more", async () => {
    const stale = contributor();
    await enter(on.plan.actors.thailand, "G1.1-a");
    await assign([mine("G2.1-a")], []);
    await expect(enter(stale, "G2.1-a")).rejects.toThrow(refusal("notAssigned"));
  });
});
