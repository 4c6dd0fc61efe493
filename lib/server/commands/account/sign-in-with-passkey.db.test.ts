import { describe, expect, it } from "vitest";
import { can } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { unknownDevice } from "@/lib/server/auth/device-of";
import { sessionActor } from "@/lib/server/auth/session";
import { signIn } from "../sign-in";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { beginPasskeySignIn } from "./begin-passkey-sign-in";
import { removePasskey } from "./remove-passkey";
import { signInWithPasskey } from "./sign-in-with-passkey";
import { now, twoStepTests } from "./testing/officers";
import { device, enterBy, givePasskey, site } from "./testing/passkeys";

const office = "192.0.2.10";
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const code = (code: string) => expect.objectContaining({ code });

const on = twoStepTests();
const { officer, withApp, password, events } = on;
const signedIn = async (role: "focalPoint" | "secretariat" = "focalPoint") => {
  const person = await officer(role, on.plan);
  const session = await signIn({ email: person.email, password }, office, now);
  return { ...person, session, actor: (await sessionActor(session.id, now))! };
};
const withPasskey = async (counter = 0) => {
  const person = await signedIn();
  return { ...person, passkey: await givePasskey(person.actor, password, now, { counter }) };
};
const sessionsOf = (userId: number) => on.database.prisma.session.count({ where: { userId, endedAt: null } });
const challenges = () => on.database.prisma.passkeyChallenge.count();

describe("signing in with a passkey", () => {
  it("makes a session of the person whose it is, says so in the audit, and notes its use", async () => {
    const { id, passkey } = await withPasskey();
    const session = await enterBy(passkey.held, now);
    expect(await sessionActor(session.id, now)).toMatchObject({ id });
    const stored = await on.database.prisma.passkey.findUniqueOrThrow({ where: { id: passkey.id } });
    expect(stored).toMatchObject({ lastUsedAt: now, counter: 0n });
    const { payload } = await on.database.prisma.auditEvent.findFirstOrThrow({
      where: { stream: `user:${id}`, action: "signedIn" },
      orderBy: { sequence: "desc" },
      select: { payload: true },
    });
    expect(payload).toMatchObject({ after: { by: "passkey", passkeyId: passkey.id } });
    expect(await verifyStream(on.database.prisma, `user:${id}`)).toMatchObject({ intact: true });
  });

  it("asks for no second step, of whoever has one too", async () => {
    const { actor } = await withApp();
    const { held } = await givePasskey(actor, password, now);
    expect(await sessionActor((await enterBy(held, now)).id, now)).toMatchObject({ id: actor.id });
  });

  it("tells by mail of a new place, and knows the place from then on", async () => {
    const { id, passkey } = await withPasskey();
    const told = () => on.database.prisma.mail.count({ where: { userId: id, kind: "newPlace" } });
    await enterBy(passkey.held, now, {}, "203.0.113.5");
    expect(await told()).toBe(1);
    await enterBy(passkey.held, now, {}, "203.0.113.5");
    expect(await told()).toBe(1);
  });

  it("takes what was signed once, whether it was right or not, and none that is old, or was never asked", async () => {
    const { id, passkey } = await withPasskey();
    const before = await sessionsOf(id);
    const options = await beginPasskeySignIn(site, office, now);
    const response = device.use(passkey.held, options);
    await signInWithPasskey(response, site, office, now);
    const over = code("passkeyOver");
    await expect(signInWithPasskey(response, site, office, now)).rejects.toThrow(over);
    const wrong = await beginPasskeySignIn(site, office, now);
    const unverified = device.use(passkey.held, wrong, { isVerified: false });
    await expect(signInWithPasskey(unverified, site, office, now)).rejects.toThrow(code("passkeyRefused"));
    const again = signInWithPasskey(device.use(passkey.held, wrong), site, office, now);
    await expect(again).rejects.toThrow(over);
    const late = device.use(passkey.held, await beginPasskeySignIn(site, office, now));
    await expect(signInWithPasskey(late, site, office, inSeconds(300))).rejects.toThrow(over);
    const made = device.use(passkey.held, { challenge: "bWFkZSB1cA" });
    await expect(signInWithPasskey(made, site, office, now)).rejects.toThrow(over);
    expect(await sessionsOf(id)).toBe(before + 1);
  });

  it("takes nothing that was to be signed to add a passkey, nor the other way round", async () => {
    const { actor, passkey } = await withPasskey();
    const toAdd = await beginPasskey(actor, { currentPassword: password }, site, now);
    const used = signInWithPasskey(device.use(passkey.held, toAdd), site, office, now);
    await expect(used).rejects.toThrow(code("passkeyOver"));
    const toSignIn = await beginPasskeySignIn(site, office, now);
    const { response } = device.make({ challenge: toSignIn.challenge, user: { id: passkey.held.userHandle } });
    const added = addPasskey(actor, { name: "", response }, site, unknownDevice, now);
    await expect(added).rejects.toThrow(code("passkeyOver"));
  });

  it("forgets what was to be signed once it is over", async () => {
    await on.database.prisma.passkeyChallenge.deleteMany();
    await beginPasskeySignIn(site, office, now);
    await beginPasskeySignIn(site, office, inSeconds(299));
    expect(await challenges()).toBe(2);
    await beginPasskeySignIn(site, office, inSeconds(300));
    expect(await challenges()).toBe(2);
  });

  it.each<[string, Parameters<typeof device.use>[2]]>([
    ["another origin", { origin: "https://spaiv.example.evil.example" }],
    ["another port", { origin: "https://spaiv.example:8443" }],
    ["another site's name", { rpId: "evil.example" }],
    ["a device that didn't know its person", { isVerified: false }],
    ["another ceremony", { type: "webauthn.create" }],
    ["another person's handle", { userHandle: "c29tZWJvZHkgZWxzZQ" }],
  ])("is refused from %s", async (_, said) => {
    const { id, passkey } = await withPasskey();
    const before = await sessionsOf(id);
    await expect(enterBy(passkey.held, now, said)).rejects.toThrow(code("passkeyRefused"));
    expect(await sessionsOf(id)).toBe(before);
  });

  it("is refused with another person's key, and says the same of a passkey that nobody has", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { privateKey } = other.passkey.held;
    await expect(enterBy(one.passkey.held, now, { privateKey })).rejects.toThrow(code("passkeyRefused"));
    const nobodys = { ...one.passkey.held, credentialId: "bm9ib2R5J3M" };
    await expect(enterBy(nobodys, now)).rejects.toThrow(code("passkeyRefused"));
  });

  it("is refused of somebody who is disabled, in the same words, and once it was removed", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    await on.database.prisma.user.update({ where: { id: one.id }, data: { disabledAt: now } });
    await expect(enterBy(one.passkey.held, now)).rejects.toThrow(code("passkeyRefused"));
    const gone = { passkey: other.passkey.id, currentPassword: password };
    await removePasskey(other.actor, other.session.id, gone, now);
    await expect(enterBy(other.passkey.held, now)).rejects.toThrow(code("passkeyRefused"));
  });

  it("is refused where the device counts no further, which is written down", async () => {
    const { id, passkey } = await withPasskey(7);
    await enterBy(passkey.held, now);
    const before = await sessionsOf(id);
    for (const counter of [8, 3, 0])
      await expect(enterBy(passkey.held, now, { counter })).rejects.toThrow(code("passkeyCopied"));
    expect(await sessionsOf(id)).toBe(before);
    expect(await events(id, "passkeyRefusedAsCopied")).toBe(3);
    await enterBy(passkey.held, now, { counter: 20 });
  });

  it("makes one session of one answer, and of two copies that count the same, where two send them at once", async () => {
    const { id, passkey } = await withPasskey(1);
    const before = await sessionsOf(id);
    const options = await beginPasskeySignIn(site, office, now);
    const response = device.use(passkey.held, options, { counter: 5 });
    const same = await Promise.allSettled([1, 2].map(() => signInWithPasskey(response, site, office, now)));
    expect(same.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(same.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "passkeyOver" } });
    const copies = await Promise.allSettled([1, 2].map(() => enterBy(passkey.held, now, { counter: 9 })));
    expect(copies.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(copies.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "passkeyCopied" } });
    expect(await sessionsOf(id)).toBe(before + 2);
  });

  it("waits after many tries from one address, and a success gives its own back", async () => {
    const { passkey } = await withPasskey();
    const key = { key: `passkey:${office}` };
    await enterBy(passkey.held, now);
    await on.database.prisma.signInThrottle.updateMany({ where: key, data: { failures: 298 } });
    await enterBy(passkey.held, now);
    expect(await on.database.prisma.signInThrottle.findUnique({ where: key })).toMatchObject({ failures: 298 });
    await on.database.prisma.signInThrottle.updateMany({ where: key, data: { failures: 300 } });
    await expect(beginPasskeySignIn(site, office, now)).rejects.toThrow(code("throttled"));
    await beginPasskeySignIn(site, "203.0.113.9", now);
  });
});

describe("where the site requires two steps", () => {
  it("a passkey is both of the session that it began, and a password alone is none", async () => {
    const { session: byPassword, actor } = await signedIn("secretariat");
    const { held, id } = await givePasskey(actor, password, now);
    const byPasskey = await enterBy(held, now);
    await on.database.prisma.siteSettings.create({ data: { twoStepRequired: true } });
    const may = async (session: { id: string }) =>
      can(await sessionActor(session.id, now), "keepPeriods", { planId: on.plan.id });
    expect(await may(byPasskey)).toBe(true);
    expect(await may(byPassword)).toBe(false);
    expect(await sessionActor(byPassword.id, now)).toMatchObject({ twoStepDue: true, roles: [] });
    // Once it is taken away, what is left of the session is a password's.
    await removePasskey(actor, byPasskey.id, { passkey: id, currentPassword: password }, now);
    expect(await may(byPasskey)).toBe(false);
  });
});
