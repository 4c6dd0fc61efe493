import { describe, expect, it } from "vitest";
import { sessionActor } from "@/lib/server/auth/session";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { ownIdentities } from "@/lib/server/queries/account/own-identities";
import { personOf } from "@/lib/server/queries/people/person";
import { auditWhere } from "@/test/factories/make-report";
import { signIn } from "../sign-in";
import { signInByProvider } from "./sign-in-by-provider";
import { signInWithCode } from "./sign-in-with-code";
import { now, twoStepTests } from "./testing/officers";
import { unlinkIdentitiesOf } from "./unlink-identities-of";
import { unlinkIdentity } from "./unlink-identity";

const issuer = "https://login.example.org";
const office = "192.0.2.10";
const code = (code: string) => expect.objectContaining({ code });

const on = twoStepTests();
const currentPassword = on.password;
let subjects = 0;
/** Somebody who signed in by the provider. */
async function linked(role: "focalPoint" | "administrator" = "focalPoint") {
  const { id, email } = await on.officer(role, on.plan);
  const known = { issuer, subject: `theirs ${++subjects}`, verifiedEmail: email };
  const session = await signInByProvider(known, office, now);
  const actor = (await sessionActor(session.id, now))!;
  const [identity] = (await ownIdentities(actor)).identities;
  return { id, email, known, session, actor, identity: identity!.id };
}
const left = (userId: number) => on.database.prisma.identity.count({ where: { userId } });

describe("unlinking one's own identity", () => {
  it("takes the password, is written down, and leaves both ways in: by password, and anew by the address", async () => {
    const { id, email, known, actor, identity } = await linked();
    await expect(unlinkIdentity(actor, { identity, currentPassword: "wrong" }, now)).rejects.toThrow(
      code("wrongPassword"),
    );
    expect(await left(id)).toBe(1);
    await unlinkIdentity(actor, { identity, currentPassword }, now);
    expect(await left(id)).toBe(0);
    const [event] = await auditWhere(on.database.prisma, { stream: `user:${id}`, action: "identityUnlinked" });
    expect(event).toMatchObject({ actorId: id, before: { issuer } });
    await signIn({ email, password: currentPassword }, office, now);
    const elsewhere = { ...known, verifiedEmail: "elsewhere@example.org" };
    await expect(signInByProvider(elsewhere, office, now)).rejects.toThrow(code("identityRefused"));
    await signInByProvider(known, office, now);
    expect(await left(id)).toBe(1);
  });

  it("is for one's own: another's, and one that is gone, are one answer, and change nothing", async () => {
    const [one, other] = [await linked(), await linked()];
    const unlink = (identity: number) => unlinkIdentity(one.actor, { identity, currentPassword }, now);
    await expect(unlink(other.identity)).rejects.toThrow(code("changedMeanwhile"));
    await unlink(one.identity);
    await expect(unlink(one.identity)).rejects.toThrow(code("changedMeanwhile"));
    expect([await left(other.id), await on.events(one.id, "identityUnlinked")]).toEqual([1, 1]);
  });

  it("is done once where it is sent twice at once", async () => {
    const { id, actor, identity } = await linked();
    const both = await Promise.allSettled([1, 2].map(() => unlinkIdentity(actor, { identity, currentPassword }, now)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await on.events(id, "identityUnlinked")).toBe(1);
  });

  it("ends a way in by it that waits for its code", async () => {
    const { email, actor, app } = await on.withApp();
    const known = { issuer, subject: "on the way", verifiedEmail: email };
    const begin = async () => {
      const needed = await signInByProvider(known, office, now).catch((error) => error);
      expect(needed).toBeInstanceOf(SecondStepNeeded);
      return (needed as SecondStepNeeded).pending.token;
    };
    await signInWithCode({ token: await begin(), code: app(now) }, office, now);
    const token = await begin();
    const { id: identity } = await on.database.prisma.identity.findFirstOrThrow({ where: { userId: actor.id } });
    await unlinkIdentity(actor, { identity, currentPassword }, now);
    await expect(signInWithCode({ token, code: "000000" }, office, now)).rejects.toThrow(code("signInOver"));
  });
});

describe("unlinking somebody else's", () => {
  it("is an administrator's, who sees that it is linked, and ends their sessions", async () => {
    const { id, session } = await linked();
    const administrator = await linked("administrator");
    expect(await personOf(administrator.actor, id, "en", now)).toMatchObject({
      linkedSince: now.toISOString(),
      mayUnlink: true,
    });
    await unlinkIdentitiesOf(administrator.actor, id, now);
    expect([await left(id), await sessionActor(session.id, now)]).toEqual([0, null]);
    const [event] = await auditWhere(on.database.prisma, { stream: `user:${id}`, action: "identityUnlinked" });
    expect(event).toMatchObject({
      actorId: administrator.id,
      before: { issuer: [issuer] },
      after: { sessionsEnded: 1 },
    });
    expect(await personOf(administrator.actor, id, "en", now)).toMatchObject({ linkedSince: null, mayUnlink: false });
    await expect(unlinkIdentitiesOf(administrator.actor, id, now)).rejects.toThrow(code("changedMeanwhile"));
  });

  it("is nobody's own, and neither the secretariat's nor a focal point's", async () => {
    const { id } = await linked();
    const administrator = await linked("administrator");
    await expect(unlinkIdentitiesOf(administrator.actor, administrator.id, now)).rejects.toThrow(code("notAllowed"));
    for (const role of ["secretariat", "focalPoint"] as const) {
      const { email } = await on.officer(role, on.plan);
      const session = await signIn({ email, password: currentPassword }, office, now);
      const refused = unlinkIdentitiesOf((await sessionActor(session.id, now))!, id, now);
      await expect(refused).rejects.toThrow(/notAllowed|notFound/);
    }
    expect([await left(id), await left(administrator.id)]).toEqual([1, 1]);
  });
});
