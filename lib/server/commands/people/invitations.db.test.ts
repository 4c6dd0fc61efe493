import { describe, expect, it } from "vitest";
import { sessionActor } from "@/lib/server/auth/session";
import { openedInvitation } from "@/lib/server/people/open-invitation";
import { refusal } from "@/test/factories/reporting-plan";
import { invitePeople } from "./invite-people";
import { joinByInvitation } from "./join-by-invitation";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { setPersonState } from "./set-person-state";
import { later, network, now, peopleTests, settled } from "./testing/managed-people";

const on = peopleTests();
const { accept, acting, invite, invitedToken, person, tokenOf } = on;
const events = () => on.database.prisma.auditEvent.count();

describe("inviting", () => {
  it("makes an account of the invited address, with the role, once", async () => {
    const { token } = await invitedToken(on.plan.actors.secretariat, "first@example.org");
    const session = await accept(token);
    const actor = (await sessionActor(session.id, now))!;
    expect(actor).toMatchObject({ email: "first@example.org", name: "Accepted" });
    expect(actor.roles).toMatchObject([{ role: "contributor", unit: { code: "THA" } }]);
    await expect(accept(token)).rejects.toThrow(refusal("linkInvalid"));
  });

  it("is refused of a role that the inviter may not give, and stores nothing", async () => {
    const before = await events();
    const { thailand: focal, secretariat, cso } = on.plan.actors;
    const cambodia = { plan: "spaiv", unit: "KHM" };
    const all = { plan: "spaiv", unit: null };
    await expect(invite(focal, "no@example.org", { place: cambodia })).rejects.toThrow(refusal("notAllowed"));
    await expect(invite(focal, "no@example.org", { role: "focalPoint" })).rejects.toThrow(refusal("notAllowed"));
    await expect(invite(secretariat, "no@example.org", { role: "administrator", place: all })).rejects.toThrow(
      refusal("notAllowed"),
    );
    await expect(invite(cso, "no@example.org")).rejects.toThrow(refusal("notAllowed"));
    await expect(invite(secretariat, "no@example.org", { role: "secretariat" })).rejects.toThrow(refusal("invalid"));
    expect(await on.database.prisma.invitation.count({ where: { email: "no@example.org" } })).toBe(0);
    expect(await events()).toBe(before);
  });

  it("is one answer for links that are forged, expired, revoked, renewed or unknown", async () => {
    const { secretariat } = on.plan.actors;
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
      await expect(accept(token, at)).rejects.toThrow(refusal("linkInvalid"));
      expect(await openedInvitation(token, at)).toBeNull();
    }
    await accept(await tokenOf(renewed.id));
    await expect(renewInvitation(secretariat, renewed.id, now)).rejects.toThrow(refusal("invitationOver"));
  });

  it("slows down whoever keeps trying", async () => {
    for (let n = 0; n < 60; n++) await accept("1-x").catch(() => {});
    await expect(accept("1-x")).rejects.toThrow(refusal("throttled"));
  });

  it("gives nothing once the inviter is disabled, or may not give the role any more", async () => {
    const inviter = await person("focalPoint", "THA");
    const disabled = await invitedToken(inviter, "later1@example.org");
    await setPersonState(on.plan.actors.secretariat, { id: inviter.id, to: "disabled" }, now);
    await expect(accept(disabled.token)).rejects.toThrow(refusal("linkInvalid"));
    await setPersonState(on.plan.actors.secretariat, { id: inviter.id, to: "active" }, now);
    await on.database.prisma.userRole.deleteMany({ where: { userId: inviter.id } });
    await expect(accept(disabled.token)).rejects.toThrow(refusal("linkInvalid"));
    expect(await on.database.prisma.user.count({ where: { email: "later1@example.org" } })).toBe(0);
  });

  it("makes no second account of an address, but adds the role to the own one", async () => {
    const own = await person(null);
    const { token } = await invitedToken(on.plan.actors.thailand, own.email);
    await expect(accept(token)).rejects.toThrow(refusal("linkInvalid"));
    await expect(joinByInvitation(on.plan.actors.cambodia, token, network, now)).rejects.toThrow(
      refusal("linkInvalid"),
    );
    await joinByInvitation(own, token, network, now);
    expect((await acting(own.id)).roles).toMatchObject([{ role: "contributor", unit: { code: "THA" } }]);
    const self = await invitedToken(on.plan.actors.secretariat, on.plan.actors.secretariat.email, {
      role: "focalPoint",
    });
    await expect(joinByInvitation(on.plan.actors.secretariat, self.token, network, now)).rejects.toThrow(
      refusal("linkInvalid"),
    );
  });

  it("of a list is all or nothing", async () => {
    const lines = ["one@list.example", "not an address"].map((email, at) => ({
      number: at + 1,
      fields: { email, name: "Made up", organisation: "Ministry (made up)", role: "contributor", unit: "Thailand" },
    }));
    const defaults = { organisation: null, role: null, place: null, language: "en", locale: "en", roleWords: {} };
    const send = (some: typeof lines) =>
      invitePeople(on.plan.actors.secretariat, { lines: some, defaults, isList: true }, now);
    await expect(send(lines)).rejects.toMatchObject({
      problems: [{ key: "linesWrong", args: { lines: 1, first: 2 } }],
    });
    expect(await on.database.prisma.invitation.count({ where: { email: "one@list.example" } })).toBe(0);
    expect(await send(lines.slice(0, 1))).toHaveLength(1);
    await expect(send(lines.slice(0, 1))).rejects.toThrow(refusal("invalid"));
  });

  it("makes one account of three who accept at the same moment", async () => {
    for (let n = 0; n < 5; n++) {
      const email = `race${n}@example.org`;
      const { token } = await invitedToken(on.plan.actors.secretariat, email);
      expect(await settled([accept(token), accept(token), accept(token)])).toBe(1);
      expect(await on.database.prisma.user.count({ where: { email } })).toBe(1);
    }
  });
});
