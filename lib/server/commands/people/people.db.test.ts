import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { recordValue } from "@/lib/server/commands/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { refuseLastAdministrator } from "@/lib/server/people/last-administrator";
import { linkToken } from "@/lib/server/people/links";
import { openedInvitation } from "@/lib/server/people/open-invitation";
import { peopleList } from "@/lib/server/queries/people/people-list";
import { personOf } from "@/lib/server/queries/people/person";
import { transaction } from "@/lib/server/transaction";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { acceptInvitation } from "./accept-invitation";
import { changePerson } from "./change-person";
import { giveRole } from "./give-role";
import { handOverWork } from "./hand-over-work";
import { invitePeople } from "./invite-people";
import { joinByInvitation } from "./join-by-invitation";
import { makePasswordLink } from "./make-password-link";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { setPersonState } from "./set-person-state";
import { takeRole } from "./take-role";
import { usePasswordLink } from "./use-password-link";

const now = new Date("2017-05-01T04:00:00Z");
const network = "203.0.113.5";
const password = "seven quiet rivers";
const data = mkdtempSync(path.join(tmpdir(), "spaiv-people-"));
const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

let database: Database;
let plan: Reporting;
let made = 0;
beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});
beforeEach(() => database.prisma.signInThrottle.deleteMany());

const code = (code: string) => expect.objectContaining({ code });
const thailand = { plan: "spaiv", unit: "THA" };
const events = () => database.prisma.auditEvent.count();

async function person(
  role: Role | null,
  unit: string | null = null,
  planId: number | null = plan.planId,
): Promise<Actor> {
  made++;
  const { id } = await database.prisma.user.create({
    data: {
      ...{ email: `made${made}@example.org`, name: `Made up ${made}`, passwordHash: "" },
      organisationId: plan.actors.thailand.organisation.id,
      ...(role && { roles: { create: { role, planId, unitId: unit === null ? null : plan.unitIds[unit]! } } }),
    },
  });
  return acting(id);
}
async function acting(id: number): Promise<Actor> {
  const session = await database.prisma.$transaction((tx) => startSession(tx, id, new Date()));
  return (await sessionActor(session.id, new Date()))!;
}
function invite(
  by: Actor,
  email: string,
  { role = "contributor" as Role, place = thailand as { plan: string | null; unit: string | null }, at = now } = {},
) {
  const defaults = { organisation: by.organisation.id, role, place, language: "en", locale: "en", roleWords: {} };
  return invitePeople(by, { lines: [{ number: 1, fields: { email, name: "Made up" } }], defaults, isList: false }, at);
}
const tokenOf = async (id: number) =>
  linkToken("invitation", await database.prisma.invitation.findUniqueOrThrow({ where: { id } }));
async function invitedToken(by: Actor, email: string, more = {}) {
  const [id] = await invite(by, email, more);
  return { id: id!, token: await tokenOf(id!) };
}
const accept = (token: string, at = now) => acceptInvitation({ token, name: "Accepted", password }, network, at);

describe("inviting", () => {
  it("makes an account of the invited address, with the role, once", async () => {
    const { token } = await invitedToken(plan.actors.secretariat, "first@example.org");
    const session = await accept(token);
    const actor = (await sessionActor(session.id, now))!;
    expect(actor).toMatchObject({ email: "first@example.org", name: "Accepted" });
    expect(actor.roles).toMatchObject([{ role: "contributor", unit: { code: "THA" } }]);
    await expect(accept(token)).rejects.toThrow(code("linkInvalid"));
  });

  it("is refused of a role that the inviter may not give, and stores nothing", async () => {
    const before = await events();
    const { thailand: focal, secretariat, cso } = plan.actors;
    const cambodia = { plan: "spaiv", unit: "KHM" };
    const all = { plan: "spaiv", unit: null };
    await expect(invite(focal, "no@example.org", { place: cambodia })).rejects.toThrow(code("notAllowed"));
    await expect(invite(focal, "no@example.org", { role: "focalPoint" })).rejects.toThrow(code("notAllowed"));
    await expect(invite(secretariat, "no@example.org", { role: "administrator", place: all })).rejects.toThrow(
      code("notAllowed"),
    );
    await expect(invite(cso, "no@example.org")).rejects.toThrow(code("notAllowed"));
    await expect(invite(secretariat, "no@example.org", { role: "secretariat" })).rejects.toThrow(code("invalid"));
    expect(await database.prisma.invitation.count({ where: { email: "no@example.org" } })).toBe(0);
    expect(await events()).toBe(before);
  });

  it("is one answer for links that are forged, expired, revoked, renewed or unknown", async () => {
    const { secretariat } = plan.actors;
    const expired = await invitedToken(secretariat, "expired@example.org");
    const revoked = await invitedToken(secretariat, "revoked@example.org");
    const renewed = await invitedToken(secretariat, "renewed@example.org");
    await revokeInvitation(secretariat, revoked.id, now);
    await renewInvitation(secretariat, renewed.id, now);
    const forged = `${renewed.id}-${"A".repeat(43)}`;
    for (const [token, at] of [
      [expired.token, later(7)],
      ...[revoked.token, renewed.token, forged, "999999-x", "", "\0"].map((token) => [token, now] as const),
    ] as const) {
      await expect(accept(token, at)).rejects.toThrow(code("linkInvalid"));
      expect(await openedInvitation(token, at)).toBeNull();
    }
    await accept(await tokenOf(renewed.id));
    await expect(renewInvitation(secretariat, renewed.id, now)).rejects.toThrow(code("invitationOver"));
  });

  it("slows down whoever keeps trying", async () => {
    for (let n = 0; n < 60; n++) await accept("1-x").catch(() => {});
    await expect(accept("1-x")).rejects.toThrow(code("throttled"));
  });

  it("gives nothing once the inviter is disabled, or may not give the role any more", async () => {
    const inviter = await person("focalPoint", "THA");
    const disabled = await invitedToken(inviter, "later1@example.org");
    await setPersonState(plan.actors.secretariat, { id: inviter.id, to: "disabled" }, now);
    await expect(accept(disabled.token)).rejects.toThrow(code("linkInvalid"));
    await setPersonState(plan.actors.secretariat, { id: inviter.id, to: "active" }, now);
    await database.prisma.userRole.deleteMany({ where: { userId: inviter.id } });
    await expect(accept(disabled.token)).rejects.toThrow(code("linkInvalid"));
    expect(await database.prisma.user.count({ where: { email: "later1@example.org" } })).toBe(0);
  });

  it("makes no second account of an address, but adds the role to the own one", async () => {
    const own = await person(null);
    const { token } = await invitedToken(plan.actors.thailand, own.email);
    await expect(accept(token)).rejects.toThrow(code("linkInvalid"));
    await expect(joinByInvitation(plan.actors.cambodia, token, network, now)).rejects.toThrow(code("linkInvalid"));
    await joinByInvitation(own, token, network, now);
    expect((await acting(own.id)).roles).toMatchObject([{ role: "contributor", unit: { code: "THA" } }]);
    const self = await invitedToken(plan.actors.secretariat, plan.actors.secretariat.email, { role: "focalPoint" });
    await expect(joinByInvitation(plan.actors.secretariat, self.token, network, now)).rejects.toThrow(
      code("linkInvalid"),
    );
  });

  it("of a list is all or nothing", async () => {
    const lines = ["one@list.example", "not an address"].map((email, at) => ({
      number: at + 1,
      fields: { email, name: "Made up", organisation: "Ministry (made up)", role: "contributor", unit: "Thailand" },
    }));
    const defaults = { organisation: null, role: null, place: null, language: "en", locale: "en", roleWords: {} };
    const send = (some: typeof lines) =>
      invitePeople(plan.actors.secretariat, { lines: some, defaults, isList: true }, now);
    await expect(send(lines)).rejects.toMatchObject({
      problems: [{ key: "linesWrong", args: { lines: 1, first: 2 } }],
    });
    expect(await database.prisma.invitation.count({ where: { email: "one@list.example" } })).toBe(0);
    expect(await send(lines.slice(0, 1))).toHaveLength(1);
    await expect(send(lines.slice(0, 1))).rejects.toThrow(code("invalid"));
  });
});

describe("roles and accounts", () => {
  it("are given and taken by whoever may, and by nobody for themselves", async () => {
    const { secretariat, thailand: focal, cambodia } = plan.actors;
    const someone = await person("contributor", "THA");
    await expect(giveRole(cambodia, { id: someone.id, role: "contributor", place: thailand })).rejects.toThrow(
      code("notFound"),
    );
    await expect(giveRole(focal, { id: someone.id, role: "focalPoint", place: thailand })).rejects.toThrow(
      code("notAllowed"),
    );
    const all = { plan: "spaiv", unit: null };
    await expect(giveRole(secretariat, { id: secretariat.id, role: "auditor", place: all })).rejects.toThrow(
      code("notAllowed"),
    );
    await giveRole(secretariat, { id: someone.id, role: "focalPoint", place: thailand });
    const { roles } = await database.prisma.user.findUniqueOrThrow({
      where: { id: someone.id },
      select: { roles: true },
    });
    const [contributor, focalPoint] = [
      roles.find((r) => r.role === "contributor")!,
      roles.find((r) => r.role === "focalPoint")!,
    ];
    await expect(takeRole(focal, { id: someone.id, grant: focalPoint.id })).rejects.toThrow(code("notAllowed"));
    await takeRole(focal, { id: someone.id, grant: contributor.id });
    await expect(takeRole(focal, { id: someone.id, grant: contributor.id })).rejects.toThrow(code("changedMeanwhile"));
  });

  it("are changed as they were seen; an address only by whoever keeps all countries' people", async () => {
    const someone = await person("contributor", "THA");
    const was = { name: someone.name, email: someone.email, organisation: someone.organisation.id };
    const { thailand: focal, secretariat } = plan.actors;
    const email = `other${made}@example.org`;
    await expect(changePerson(focal, { id: someone.id, was, to: { ...was, email } }, now)).rejects.toThrow(
      code("notAllowed"),
    );
    await changePerson(focal, { id: someone.id, was, to: { ...was, name: "Renamed" } }, now);
    await expect(changePerson(secretariat, { id: someone.id, was, to: { ...was, email } }, now)).rejects.toThrow(
      code("changedMeanwhile"),
    );
    const present = { ...was, name: "Renamed" };
    await expect(
      changePerson(secretariat, { id: someone.id, was: present, to: { ...present, email: focal.email } }, now),
    ).rejects.toThrow(code("emailTaken"));
    await changePerson(secretariat, { id: someone.id, was: present, to: { ...present, email } }, now);
    expect((await acting(someone.id)).email).toBe(email);
  });

  it("end with all sessions once disabled", async () => {
    const someone = await person("contributor", "THA");
    const session = await database.prisma.$transaction((tx) => startSession(tx, someone.id, new Date()));
    await setPersonState(plan.actors.thailand, { id: someone.id, to: "disabled" }, now);
    expect(await sessionActor(session.id, new Date())).toBeNull();
    await setPersonState(plan.actors.thailand, { id: someone.id, to: "active" }, now);
    expect(await sessionActor(session.id, new Date())).toBeNull();
    const { secretariat, administrator } = plan.actors;
    await expect(setPersonState(secretariat, { id: administrator.id, to: "disabled" }, now)).rejects.toThrow(
      code("notAllowed"),
    );
    await expect(setPersonState(secretariat, { id: secretariat.id, to: "disabled" }, now)).rejects.toThrow(
      code("notAllowed"),
    );
  });

  it("set another password by a link, once", async () => {
    const someone = await person("contributor", "THA");
    const tokenOfLink = async (id: number) =>
      linkToken("password", await database.prisma.passwordLink.findUniqueOrThrow({ where: { id } }));
    const first = await tokenOfLink(await makePasswordLink(plan.actors.thailand, someone.id, now));
    const second = await tokenOfLink(await makePasswordLink(plan.actors.thailand, someone.id, now));
    const use = (token: string, at = now) => usePasswordLink({ token, password }, network, at);
    await expect(use(first)).rejects.toThrow(code("linkInvalid"));
    await expect(use(second, later(1))).rejects.toThrow(code("linkInvalid"));
    await expect(use(await tokenOf((await invite(plan.actors.secretariat, "x@example.org"))[0]!))).rejects.toThrow(
      code("linkInvalid"),
    );
    await use(second);
    await expect(use(second)).rejects.toThrow(code("linkInvalid"));
    expect(await database.prisma.session.count({ where: { userId: someone.id, endedAt: null } })).toBe(0);
  });

  it("hand over what they were assigned, with the focal point's role by choice", async () => {
    const [from, to] = [await person("focalPoint", "THA"), await person("contributor", "THA")];
    const place = { planId: plan.planId, unitId: plan.unitIds.THA!, periodId: plan.periodIds["2016"]! };
    const indicatorId = plan.indicatorIds["G2.1-a"]!;
    await database.prisma.indicatorAssignment.create({ data: { ...place, indicatorId, userId: from.id } });
    const work = { from: from.id, to: to.id, unit: place.unitId, withRole: true };
    await expect(handOverWork(plan.actors.thailand, work, now)).rejects.toThrow(code("notAllowed"));
    await expect(handOverWork(plan.actors.secretariat, { ...work, to: plan.actors.cambodia.id }, now)).rejects.toThrow(
      code("notOfUnit"),
    );
    expect(await handOverWork(plan.actors.secretariat, work, now)).toEqual({ indicators: 1 });
    expect(
      await database.prisma.indicatorAssignment.findMany({ where: { userId: { in: [from.id, to.id] } } }),
    ).toMatchObject([{ userId: to.id, indicatorId }]);
    expect(
      await database.prisma.mailNotice.findMany({
        where: { mail: { userId: to.id } },
        select: { kind: true, args: true },
      }),
    ).toMatchObject([{ kind: "assignment", args: { unit: "THA", period: "2016", indicators: ["G2.1-a"] } }]);
    expect((await acting(to.id)).roles.map(({ role }) => role)).toEqual(["contributor", "focalPoint"]);
    expect((await acting(from.id)).roles).toEqual([]);
  });
});

describe("who is seen", () => {
  const words = { role: (role: string) => role, state: (state: string) => state };
  const list = (actor: Actor, find = "") =>
    peopleList(actor, "en", { ...wholeTable, find, size: 50, page: 1 }, words, now);

  it("a focal point sees the own country's people and invitations alone", async () => {
    await invite(plan.actors.secretariat, "of.cambodia@example.org", { place: { plan: "spaiv", unit: "KHM" } });
    await invite(plan.actors.thailand, "of.thailand@example.org");
    const view = (await list(plan.actors.thailand))!;
    const emails = view.people.map(({ email, kind }) => (kind === "person" ? email : `${email}?`));
    expect(emails).toContain("of.thailand@example.org?");
    expect(emails).toContain(plan.actors.contributor.email);
    for (const hidden of ["of.cambodia@example.org?", plan.actors.cambodia.email, plan.actors.secretariat.email])
      expect(emails).not.toContain(hidden);
    expect((await list(plan.actors.thailand, "cambodia"))!.found).toBe(0);
    expect(await personOf(plan.actors.thailand, plan.actors.cambodia.id, "en", now)).toBeNull();
    expect(await list(plan.actors.cso)).toBeNull();
    expect((await list(plan.actors.secretariat, "CAMBODIA focalPoint"))!.people).toMatchObject([
      { name: "Officer cambodia" },
    ]);
  });
});

describe("at the same moment", () => {
  const settled = async (all: Promise<unknown>[]) =>
    (await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled").length;

  it("an invitation makes one account", async () => {
    for (let n = 0; n < 5; n++) {
      const email = `race${n}@example.org`;
      const { token } = await invitedToken(plan.actors.secretariat, email);
      expect(await settled([accept(token), accept(token), accept(token)])).toBe(1);
      expect(await database.prisma.user.count({ where: { email } })).toBe(1);
    }
  });

  it("of two administrators who disable each other, one does, though others are left", async () => {
    const bystander = await person("administrator", null, null);
    for (let n = 0; n < 5; n++) {
      const [one, other] = [await person("administrator", null, null), await person("administrator", null, null)];
      const state = (by: Actor, id: number) => setPersonState(by, { id, to: "disabled" }, now);
      expect(await settled([state(one, other.id), state(other, one.id)])).toBe(1);
      const ids = [one.id, other.id];
      expect(await database.prisma.user.count({ where: { id: { in: ids }, disabledAt: null } })).toBe(1);
      await database.prisma.user.updateMany({ where: { id: { in: ids } }, data: { disabledAt: now } });
    }
    await database.prisma.user.update({ where: { id: bystander.id }, data: { disabledAt: now } });
  });

  it("of two administrators who take each other's role, one does", async () => {
    const [one, other] = [await person("administrator", null, null), await person("administrator", null, null)];
    const grants = await database.prisma.userRole.findMany({ where: { userId: { in: [one.id, other.id] } } });
    const grantOf = ({ id }: Actor) => grants.find(({ userId }) => userId === id)!.id;
    const take = (by: Actor, from: Actor) => takeRole(by, { id: from.id, grant: grantOf(from) });
    expect(await settled([take(one, other), take(other, one)])).toBe(1);
    const left = await database.prisma.userRole.findMany({ where: { id: { in: grants.map(({ id }) => id) } } });
    expect(left).toHaveLength(1);
    await expect(transaction((tx) => refuseLastAdministrator(tx, left[0]!.userId))).rejects.toThrow(
      code("lastAdministrator"),
    );
  });

  it("a save of somebody who is being disabled is stored before it, or not at all", async () => {
    const isThere = new Set<string>();
    for (let n = 0; n < 12; n++) {
      const someone = await person("focalPoint", "THA");
      const entered = { kind: "number" as const, number: String(n + 1), missingReason: "" as const };
      const present = await database.prisma.value.findFirst({
        where: { report: { unitId: plan.unitIds.THA!, periodId: plan.periodIds["2015"]! } },
        select: { revision: true },
      });
      const save = { indicator: "G1.2-b", cell: "total", expectedRevision: present?.revision ?? 0, entered };
      const outcomes = await Promise.allSettled([
        recordValue(someone, plan.address("THA", "2015"), save, new Date()),
        setPersonState(plan.actors.secretariat, { id: someone.id, to: "disabled" }, now),
      ]);
      expect(outcomes[1]!.status).toBe("fulfilled");
      const saved = await database.prisma.auditEvent.findFirst({ where: { actorId: someone.id } });
      const disabled = await database.prisma.auditEvent.findFirstOrThrow({
        where: { stream: `user:${someone.id}`, action: "personDisabled" },
      });
      if (outcomes[0]!.status === "rejected")
        expect([(outcomes[0] as PromiseRejectedResult).reason.code, saved]).toEqual(["signedOut", null]);
      else expect(saved!.at.getTime()).toBeLessThanOrEqual(disabled.at.getTime());
      isThere.add(outcomes[0]!.status);
    }
    const gone = await person("focalPoint", "THA");
    await setPersonState(plan.actors.secretariat, { id: gone.id, to: "disabled" }, now);
    const entered = { kind: "number" as const, number: "99", missingReason: "" as const };
    const save = { indicator: "G2.1-a", cell: "total", expectedRevision: 0, entered };
    await expect(recordValue(gone, plan.address("THA", "2016"), save, new Date())).rejects.toThrow(code("signedOut"));
    expect(await database.prisma.auditEvent.count({ where: { actorId: gone.id } })).toBe(0);
  });
});
