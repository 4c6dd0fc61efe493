import { describe, expect, it } from "vitest";
import { can } from "@/lib/domain/permissions";
import { sessionActor } from "@/lib/server/auth/session";
import { personOf } from "@/lib/server/queries/people/person";
import { handOverWork } from "../people/hand-over-work";
import { setPersonState } from "../people/set-person-state";
import { signIn } from "../sign-in";
import { beginTwoStep } from "./begin-two-step";
import { confirmTwoStep } from "./confirm-two-step";
import { resetTwoStep } from "./reset-two-step";
import { switchOffTwoStep } from "./switch-off-two-step";
import { appOf, now, twoStepTests } from "./testing/officers";
import { enterBy, givePasskey } from "./testing/passkeys";

const office = "192.0.2.10";
const code = (code: string) => expect.objectContaining({ code });

const on = twoStepTests();
const { officer, withApp, password, events } = on;
const requireTwoSteps = () => on.database.prisma.siteSettings.create({ data: { twoStepRequired: true } });

describe("where the site requires it", () => {
  it("whoever has to and hasn't holds nothing until it is set up, and then what was theirs", async () => {
    const administrator = await withApp("administrator");
    const person = await officer("secretariat", on.plan);
    const other = await officer("focalPoint", on.plan);
    const enter = async ({ email }: { email: string }) => signIn({ email, password }, office, now);
    const [session, others] = [await enter(person), await enter(other)];
    const may = async () => can(await sessionActor(session.id, now), "keepPeriods", { planId: on.plan.id });
    expect(await may()).toBe(true);
    await requireTwoSteps();
    expect(await may()).toBe(false);
    const held = (await sessionActor(session.id, now))!;
    expect(held).toMatchObject({ twoStepDue: true, roles: [], assignments: [] });
    expect(await sessionActor(others.id, now)).toMatchObject({ twoStepDue: false, roles: [{ role: "focalPoint" }] });
    expect(await sessionActor(administrator.session.id, now)).toMatchObject({ twoStepDue: false });
    await beginTwoStep(held, { currentPassword: password }, now);
    expect(await may()).toBe(false);
    const app = await appOf(on.database, held.id);
    const { recoveryCodes } = await confirmTwoStep(held, session.id, { code: app(now) }, now);
    expect(await may()).toBe(true);
    const actor = (await sessionActor(session.id, now))!;
    const off = switchOffTwoStep(actor, { currentPassword: password, code: recoveryCodes[0]! }, now);
    await expect(off).rejects.toThrow(code("twoStepRequired"));
    expect(await on.database.prisma.recoveryCode.count({ where: { userId: actor.id, usedAt: null } })).toBe(10);
  });

  it("isn't got round by commands that read somebody's roles anew", async () => {
    const administrator = await withApp("administrator");
    const [person, contributor] = [await officer("administrator", on.plan), await officer("focalPoint", on.plan)];
    const session = await signIn({ email: person.email, password }, office, now);
    await requireTwoSteps();
    const held = (await sessionActor(session.id, now))!;
    const refused = code("notAllowed");
    await expect(setPersonState(held, { id: contributor.id, to: "disabled" }, now)).rejects.toThrow(refused);
    const work = { from: contributor.id, to: person.id, unit: on.plan.unitId.THA!, withRole: false };
    await expect(handOverWork(held, work, now)).rejects.toThrow(refused);
    await expect(resetTwoStep(held, administrator.id, now)).rejects.toThrow(refused);
  });
});

describe("resetting somebody's second step", () => {
  it("is an administrator's, ends their sessions, and their password alone signs them in", async () => {
    const [administrator, person] = [await withApp("administrator"), await withApp("secretariat")];
    await resetTwoStep(administrator.actor, person.id, now);
    expect(await sessionActor(person.session.id, now)).toBeNull();
    await signIn({ email: person.email, password }, office, now);
    expect(await events(person.id, "twoStepReset")).toBe(1);
    await expect(resetTwoStep(administrator.actor, person.id, now)).rejects.toThrow(code("twoStepOff"));
  });

  it("takes their passkeys as well, and those of somebody who has nothing else", async () => {
    const [administrator, person] = [await withApp("administrator"), await withApp("secretariat")];
    const other = await officer("focalPoint", on.plan);
    const session = await signIn({ email: other.email, password }, office, now);
    const without = { id: other.id, actor: (await sessionActor(session.id, now))! };
    for (const { id, actor } of [person, without]) {
      const { held } = await givePasskey(actor, password, now);
      expect(await personOf(administrator.actor, id, "en", now)).toMatchObject({ mayResetTwoStep: true });
      await resetTwoStep(administrator.actor, id, now);
      await expect(enterBy(held, now)).rejects.toThrow(code("passkeyRefused"));
      expect(await personOf(administrator.actor, id, "en", now)).toMatchObject({ mayResetTwoStep: false });
    }
  });

  it("is nobody's own, and not the secretariat's", async () => {
    const [administrator, person] = [await withApp("administrator"), await withApp("secretariat")];
    await expect(resetTwoStep(administrator.actor, administrator.id, now)).rejects.toThrow(code("notAllowed"));
    await expect(resetTwoStep(person.actor, (await withApp()).id, now)).rejects.toThrow(code("notAllowed"));
    await expect(resetTwoStep(administrator.actor, 999_999, now)).rejects.toThrow(code("notFound"));
    expect(await events(administrator.id, "twoStepReset")).toBe(0);
  });
});
