import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { refuseLastAdministrator } from "@/lib/server/people/last-administrator";
import { linkToken } from "@/lib/server/people/links";
import { peopleList } from "@/lib/server/queries/people/people-list";
import { personOf } from "@/lib/server/queries/people/person";
import { transaction } from "@/lib/server/transaction";
import { makeReport } from "@/test/factories/make-report";
import { refusal } from "@/test/factories/reporting-plan";
import { changePerson } from "./change-person";
import { giveRole } from "./give-role";
import { handOverWork } from "./hand-over-work";
import { makePasswordLink } from "./make-password-link";
import { setPersonState } from "./set-person-state";
import { takeRole } from "./take-role";
import { later, network, now, password, peopleTests, settled, thailand } from "./testing/managed-people";
import { usePasswordLink } from "./use-password-link";

const on = peopleTests();
const { acting, invite, person, tokenOf } = on;

describe("roles and accounts", () => {
  it("are given and taken by whoever may, and by nobody for themselves", async () => {
    const { secretariat, thailand: focal, cambodia } = on.plan.actors;
    const someone = await person("contributor", "THA");
    await expect(giveRole(cambodia, { id: someone.id, role: "contributor", place: thailand })).rejects.toThrow(
      refusal("notFound"),
    );
    await expect(giveRole(focal, { id: someone.id, role: "focalPoint", place: thailand })).rejects.toThrow(
      refusal("notAllowed"),
    );
    const all = { plan: "spaiv", unit: null };
    await expect(giveRole(secretariat, { id: secretariat.id, role: "auditor", place: all })).rejects.toThrow(
      refusal("notAllowed"),
    );
    await giveRole(secretariat, { id: someone.id, role: "focalPoint", place: thailand });
    const { roles } = await on.database.prisma.user.findUniqueOrThrow({
      where: { id: someone.id },
      select: { roles: true },
    });
    const [contributor, focalPoint] = [
      roles.find((r) => r.role === "contributor")!,
      roles.find((r) => r.role === "focalPoint")!,
    ];
    await expect(takeRole(focal, { id: someone.id, grant: focalPoint.id })).rejects.toThrow(refusal("notAllowed"));
    await takeRole(focal, { id: someone.id, grant: contributor.id });
    await expect(takeRole(focal, { id: someone.id, grant: contributor.id })).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
  });

  it("are changed as they were seen; an address only by whoever keeps all countries' people", async () => {
    const someone = await person("contributor", "THA");
    const was = { name: someone.name, email: someone.email, organisation: someone.organisation.id };
    const { thailand: focal, secretariat } = on.plan.actors;
    const email = `other.${someone.email}`;
    await expect(changePerson(focal, { id: someone.id, was, to: { ...was, email } }, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await changePerson(focal, { id: someone.id, was, to: { ...was, name: "Renamed" } }, now);
    await expect(changePerson(secretariat, { id: someone.id, was, to: { ...was, email } }, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    const present = { ...was, name: "Renamed" };
    await expect(
      changePerson(secretariat, { id: someone.id, was: present, to: { ...present, email: focal.email } }, now),
    ).rejects.toThrow(refusal("emailTaken"));
    await changePerson(secretariat, { id: someone.id, was: present, to: { ...present, email } }, now);
    expect((await acting(someone.id)).email).toBe(email);
  });

  it("end with all sessions once disabled", async () => {
    const someone = await person("contributor", "THA");
    const session = await on.database.prisma.$transaction((tx) => startSession(tx, someone.id, new Date()));
    await setPersonState(on.plan.actors.thailand, { id: someone.id, to: "disabled" }, now);
    expect(await sessionActor(session.id, new Date())).toBeNull();
    await setPersonState(on.plan.actors.thailand, { id: someone.id, to: "active" }, now);
    expect(await sessionActor(session.id, new Date())).toBeNull();
    const { secretariat, administrator } = on.plan.actors;
    await expect(setPersonState(secretariat, { id: administrator.id, to: "disabled" }, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(setPersonState(secretariat, { id: secretariat.id, to: "disabled" }, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
  });

  it("set another password by a link, once", async () => {
    const someone = await person("contributor", "THA");
    const tokenOfLink = async (id: number) =>
      linkToken("password", await on.database.prisma.passwordLink.findUniqueOrThrow({ where: { id } }));
    const first = await tokenOfLink(await makePasswordLink(on.plan.actors.thailand, someone.id, now));
    const second = await tokenOfLink(await makePasswordLink(on.plan.actors.thailand, someone.id, now));
    const use = (token: string, at = now) => usePasswordLink({ token, password }, network, at);
    await expect(use(first)).rejects.toThrow(refusal("linkInvalid"));
    await expect(use(second, later(1))).rejects.toThrow(refusal("linkInvalid"));
    await expect(use(await tokenOf((await invite(on.plan.actors.secretariat, "x@example.org"))[0]!))).rejects.toThrow(
      refusal("linkInvalid"),
    );
    await use(second);
    await expect(use(second)).rejects.toThrow(refusal("linkInvalid"));
    expect(await on.database.prisma.session.count({ where: { userId: someone.id, endedAt: null } })).toBe(0);
  });

  it("hand over what they were assigned, with the focal point's role by choice", async () => {
    const [from, to] = [await person("focalPoint", "THA"), await person("contributor", "THA")];
    const place = { planId: on.plan.planId, unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2016"]! };
    const indicatorId = on.plan.indicatorIds["G2.1-a"]!;
    await on.database.prisma.indicatorAssignment.create({ data: { ...place, indicatorId, userId: from.id } });
    const work = { from: from.id, to: to.id, unit: place.unitId, withRole: true };
    await expect(handOverWork(on.plan.actors.thailand, work, now)).rejects.toThrow(refusal("notAllowed"));
    await expect(
      handOverWork(on.plan.actors.secretariat, { ...work, to: on.plan.actors.cambodia.id }, now),
    ).rejects.toThrow(refusal("notOfUnit"));
    expect(await handOverWork(on.plan.actors.secretariat, work, now)).toEqual({ indicators: 1 });
    expect(
      await on.database.prisma.indicatorAssignment.findMany({ where: { userId: { in: [from.id, to.id] } } }),
    ).toMatchObject([{ userId: to.id, indicatorId }]);
    expect(
      await on.database.prisma.mailNotice.findMany({
        where: { mail: { userId: to.id } },
        select: { kind: true, args: true },
      }),
    ).toMatchObject([{ kind: "assignment", args: { unit: "THA", period: "2016", indicators: ["G2.1-a"] } }]);
    expect((await acting(to.id)).roles.map(({ role }) => role)).toEqual(["contributor", "focalPoint"]);
    expect((await acting(from.id)).roles).toEqual([]);
    // A focal point enters it with an assignment or without.
    expect(await on.database.prisma.mailNotice.count({ where: { mail: { userId: from.id } } })).toBe(0);
  });

  it("are told what they enter no longer once it is handed over, but for what their organisation has", async () => {
    const [from, to] = [await person("contributor", "THA"), await person("contributor", "THA")];
    const place = { planId: on.plan.planId, unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2016"]! };
    const [indicatorId, other] = [on.plan.indicatorIds["G2.1-a"]!, on.plan.indicatorIds["G1.1-a"]!];
    const { organisationId } = await on.database.prisma.user.findUniqueOrThrow({ where: { id: from.id } });
    await on.database.prisma.indicatorAssignment.createMany({
      data: [
        { ...place, indicatorId, userId: from.id },
        { ...place, indicatorId, userId: to.id },
        { ...place, indicatorId: other, userId: from.id },
        { ...place, indicatorId: other, organisationId },
      ],
    });
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016" });
    const work = { from: from.id, to: to.id, unit: place.unitId, withRole: false };
    await handOverWork(on.plan.actors.secretariat, work, now);
    const told = await on.database.prisma.mailNotice.findMany({
      where: { mail: { userId: from.id } },
      select: { kind: true, args: true },
    });
    expect(told).toMatchObject([{ kind: "takenOver", args: { indicators: ["G2.1-a"], reassigned: true } }]);
    expect(await on.database.prisma.mention.findMany({ where: { personId: from.id } })).toMatchObject([
      { kind: "takenOver", indicatorId, seenAt: null },
    ]);
  });
});

describe("who is seen", () => {
  const words = { role: (role: string) => role, state: (state: string) => state };
  const list = (actor: Actor, find = "") =>
    peopleList(actor, "en", { ...wholeTable, find, size: 50, page: 1 }, words, now);

  it("a focal point sees the own country's people and invitations alone", async () => {
    await invite(on.plan.actors.secretariat, "of.cambodia@example.org", { place: { plan: "spaiv", unit: "KHM" } });
    await invite(on.plan.actors.thailand, "of.thailand@example.org");
    const view = (await list(on.plan.actors.thailand))!;
    const emails = view.people.map(({ email, kind }) => (kind === "person" ? email : `${email}?`));
    expect(emails).toContain("of.thailand@example.org?");
    expect(emails).toContain(on.plan.actors.contributor.email);
    for (const hidden of ["of.cambodia@example.org?", on.plan.actors.cambodia.email, on.plan.actors.secretariat.email])
      expect(emails).not.toContain(hidden);
    expect((await list(on.plan.actors.thailand, "cambodia"))!.found).toBe(0);
    expect(await personOf(on.plan.actors.thailand, on.plan.actors.cambodia.id, "en", now)).toBeNull();
    expect(await list(on.plan.actors.cso)).toBeNull();
    expect((await list(on.plan.actors.secretariat, "CAMBODIA focalPoint"))!.people).toMatchObject([
      { name: "Officer cambodia" },
    ]);
  });
});

describe("at the same moment", () => {
  it("of two administrators who disable each other, one does, though others are left", async () => {
    const bystander = await person("administrator", null, null);
    for (let n = 0; n < 5; n++) {
      const [one, other] = [await person("administrator", null, null), await person("administrator", null, null)];
      const state = (by: Actor, id: number) => setPersonState(by, { id, to: "disabled" }, now);
      expect(await settled([state(one, other.id), state(other, one.id)])).toBe(1);
      const ids = [one.id, other.id];
      expect(await on.database.prisma.user.count({ where: { id: { in: ids }, disabledAt: null } })).toBe(1);
      await on.database.prisma.user.updateMany({ where: { id: { in: ids } }, data: { disabledAt: now } });
    }
    await on.database.prisma.user.update({ where: { id: bystander.id }, data: { disabledAt: now } });
  });

  it("of two administrators who take each other's role, one does", async () => {
    const [one, other] = [await person("administrator", null, null), await person("administrator", null, null)];
    const grants = await on.database.prisma.userRole.findMany({ where: { userId: { in: [one.id, other.id] } } });
    const grantOf = ({ id }: Actor) => grants.find(({ userId }) => userId === id)!.id;
    const take = (by: Actor, from: Actor) => takeRole(by, { id: from.id, grant: grantOf(from) });
    expect(await settled([take(one, other), take(other, one)])).toBe(1);
    const left = await on.database.prisma.userRole.findMany({ where: { id: { in: grants.map(({ id }) => id) } } });
    expect(left).toHaveLength(1);
    await expect(transaction((tx) => refuseLastAdministrator(tx, left[0]!.userId))).rejects.toThrow(
      refusal("lastAdministrator"),
    );
  });

  it("a save of somebody who is being disabled is stored before it, or not at all", async () => {
    for (let n = 0; n < 12; n++) {
      const someone = await person("focalPoint", "THA");
      const entered = { kind: "number" as const, number: String(n + 1), missingReason: "" as const };
      const present = await on.database.prisma.value.findFirst({
        where: { report: { unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2015"]! } },
        select: { revision: true },
      });
      const save = { indicator: "G1.2-b", cell: "total", expectedRevision: present?.revision ?? 0, entered };
      const outcomes = await Promise.allSettled([
        recordValue(someone, on.plan.address("THA", "2015"), save, new Date()),
        setPersonState(on.plan.actors.secretariat, { id: someone.id, to: "disabled" }, now),
      ]);
      expect(outcomes[1]!.status).toBe("fulfilled");
      const saved = await on.database.prisma.auditEvent.findFirst({ where: { actorId: someone.id } });
      const disabled = await on.database.prisma.auditEvent.findFirstOrThrow({
        where: { stream: `user:${someone.id}`, action: "personDisabled" },
      });
      if (outcomes[0]!.status === "rejected")
        expect([(outcomes[0] as PromiseRejectedResult).reason.code, saved]).toEqual(["signedOut", null]);
      else expect(saved!.at.getTime()).toBeLessThanOrEqual(disabled.at.getTime());
    }
    const gone = await person("focalPoint", "THA");
    await setPersonState(on.plan.actors.secretariat, { id: gone.id, to: "disabled" }, now);
    const entered = { kind: "number" as const, number: "99", missingReason: "" as const };
    const save = { indicator: "G2.1-a", cell: "total", expectedRevision: 0, entered };
    await expect(recordValue(gone, on.plan.address("THA", "2016"), save, new Date())).rejects.toThrow(
      refusal("signedOut"),
    );
    expect(await on.database.prisma.auditEvent.count({ where: { actorId: gone.id } })).toBe(0);
  });
});
