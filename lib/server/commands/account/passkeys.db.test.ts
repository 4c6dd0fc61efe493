import { describe, expect, it } from "vitest";
import { MOST_PASSKEYS } from "@/lib/schemas/forms/passkeys";
import { unknownDevice } from "@/lib/server/auth/device-of";
import { sessionActor } from "@/lib/server/auth/session";
import { ownPasskeys } from "@/lib/server/queries/account/own-passkeys";
import { changePassword } from "../change-password";
import { signIn } from "../sign-in";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { removePasskey } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";
import { now, twoStepTests } from "./testing/officers";
import { device, enterBy, givePasskey, site } from "./testing/passkeys";

const office = "192.0.2.10";
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const code = (code: string) => expect.objectContaining({ code });

const on = twoStepTests();
const { officer, password, events } = on;
const asked = { currentPassword: password };
const signedIn = async (isDemo = false) => {
  const person = await officer("focalPoint", on.plan, { isDemo });
  const session = await signIn({ email: person.email, password }, office, now);
  return { ...person, session, actor: (await sessionActor(session.id, now))! };
};
const passkeysOf = (userId: number) => on.database.prisma.passkey.count({ where: { userId } });
const mailsOf = (userId: number, kind: string) => on.database.prisma.mail.count({ where: { userId, kind } });

describe("adding a passkey", () => {
  it("keeps its public half under its name, tells its person by mail, and the audit", async () => {
    const { actor, id } = await signedIn();
    const options = await beginPasskey(actor, asked, site, now);
    expect(options).toMatchObject({
      rp: { id: site.id },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    expect(JSON.stringify(options.user.id)).not.toContain(String(id));
    const { response } = device.make(options);
    await addPasskey(actor, { name: "", response }, site, { browser: "Chrome", system: "Windows" }, now);
    expect(await ownPasskeys(actor)).toMatchObject([{ name: "Chrome, Windows", usedAt: null, isBackedUp: false }]);
    expect([await events(id, "passkeyAdded"), await mailsOf(id, "passkeyAdded")]).toEqual([1, 1]);
  });

  it("takes the present password, and is nobody's of a shared account", async () => {
    const { actor, id } = await signedIn();
    const wrong = beginPasskey(actor, { currentPassword: "another one" }, site, now);
    await expect(wrong).rejects.toThrow(code("wrongPassword"));
    const demo = await signedIn(true);
    await expect(beginPasskey(demo.actor, asked, site, now)).rejects.toThrow(code("passkeyOfDemo"));
    expect(await passkeysOf(id)).toBe(0);
  });

  it("takes what was made once, in time, by whom it was asked of, under the same password", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const over = code("passkeyOver");
    const add = (who: typeof one, made: ReturnType<typeof device.make>, at = now) =>
      addPasskey(who.actor, { name: "Key", response: made.response }, site, unknownDevice, at);
    const make = async (who: typeof one) => device.make(await beginPasskey(who.actor, asked, site, now));
    const made = await make(one);
    await expect(add(other, made)).rejects.toThrow(over);
    await expect(add(one, made, inSeconds(300))).rejects.toThrow(over);
    await add(one, made);
    await expect(add(one, made)).rejects.toThrow(over);
    const before = await make(one);
    const passwords = { currentPassword: password, newPassword: "eleven patient herons" };
    await changePassword(one.actor, one.session.id, passwords, now);
    await expect(add(one, before)).rejects.toThrow(over);
    expect([await passkeysOf(one.id), await passkeysOf(other.id)]).toEqual([1, 0]);
  });

  it.each<[string, Parameters<typeof device.make>[1]]>([
    ["another origin", { origin: "https://evil.example" }],
    ["another site's name", { rpId: "evil.example" }],
    ["a device that didn't know its person", { isVerified: false }],
    ["another ceremony", { type: "webauthn.get" }],
  ])("is refused from %s, and changes nothing", async (_, said) => {
    const { actor, id } = await signedIn();
    const { response } = device.make(await beginPasskey(actor, asked, site, now), said);
    const added = addPasskey(actor, { name: "", response }, site, unknownDevice, now);
    await expect(added).rejects.toThrow(code("passkeyFailed"));
    expect([await passkeysOf(id), await events(id, "passkeyAdded"), await mailsOf(id, "passkeyAdded")]).toEqual([
      0, 0, 0,
    ]);
  });

  it("ends at so many, also where two are added at once", async () => {
    const { actor, id } = await signedIn();
    for (let n = 1; n < MOST_PASSKEYS; n++) await givePasskey(actor, password, now);
    const made = [1, 2].map(async () => device.make(await beginPasskey(actor, asked, site, now)));
    const outcomes = await Promise.allSettled(
      (await Promise.all(made)).map(({ response }) =>
        addPasskey(actor, { name: "", response }, site, unknownDevice, now),
      ),
    );
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "passkeysFull" } });
    expect(await passkeysOf(id)).toBe(MOST_PASSKEYS);
    await expect(beginPasskey(actor, asked, site, now)).rejects.toThrow(code("passkeysFull"));
  });

  it("takes a key of a device once, whoever brings it", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const { held } = await givePasskey(one.actor, password, now);
    const options = await beginPasskey(one.actor, asked, site, now);
    expect(options.excludeCredentials).toMatchObject([{ id: held.credentialId }]);
    const made = device.make(await beginPasskey(other.actor, asked, site, now));
    await on.database.prisma.passkey.updateMany({
      where: { userId: one.id },
      data: { credentialId: made.held.credentialId },
    });
    const added = addPasskey(other.actor, { name: "", response: made.response }, site, unknownDevice, now);
    await expect(added).rejects.toThrow(code("passkeyKnown"));
  });
});

describe("a passkey", () => {
  it("is renamed by its person alone, and written down only where that changes it", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const { id: passkey } = await givePasskey(one.actor, password, now, { name: "Laptop" });
    await expect(renamePasskey(other.actor, { passkey, name: "Mine" })).rejects.toThrow(code("notFound"));
    await renamePasskey(one.actor, { passkey, name: "Laptop" });
    expect(await events(one.id, "passkeyRenamed")).toBe(0);
    await renamePasskey(one.actor, { passkey, name: "Office laptop" });
    expect(await ownPasskeys(one.actor)).toMatchObject([{ name: "Office laptop" }]);
    expect(await events(one.id, "passkeyRenamed")).toBe(1);
  });

  it("is removed by its person alone, with their password; other sessions that it began end, and they are told", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const { id: passkey, held } = await givePasskey(one.actor, password, now);
    const [byPasskey, here] = [await enterBy(held, now), await enterBy(held, now)];
    const remove = (who: typeof one, currentPassword = password) =>
      removePasskey(who.actor, here.id, { passkey, currentPassword }, now);
    await expect(remove(one, "another one")).rejects.toThrow(code("wrongPassword"));
    await expect(remove(other)).rejects.toThrow(code("notFound"));
    expect(await passkeysOf(one.id)).toBe(1);
    await remove(one);
    expect(await passkeysOf(one.id)).toBe(0);
    const still = await Promise.all([byPasskey, here, one.session].map(({ id }) => sessionActor(id, now)));
    expect(still.map((actor) => actor !== null)).toEqual([false, true, true]);
    expect([await events(one.id, "passkeyRemoved"), await mailsOf(one.id, "passkeyRemoved")]).toEqual([1, 1]);
    await expect(remove(one)).rejects.toThrow(code("notFound"));
  });
});
