import { describe, expect, it } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { sessionActor } from "@/lib/server/auth/session";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { auditWhere } from "@/test/factories/make-report";
import { signIn } from "../sign-in";
import { signInByProvider } from "./sign-in-by-provider";
import { signInWithCode } from "./sign-in-with-code";
import { now, twoStepTests } from "./testing/officers";

const issuer = "https://login.example.org";
const office = "192.0.2.10";
const refused = expect.objectContaining({ code: "identityRefused", args: {} });
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const on = twoStepTests();
let subjects = 0;
const known = (verifiedEmail: string | null, subject = `subject ${++subjects}`) => ({ issuer, subject, verifiedEmail });
const identities = (userId: number) => on.database.prisma.identity.findMany({ where: { userId } });
const sessions = (userId: number) => on.database.prisma.session.count({ where: { userId } });
const mails = (userId: number) => on.database.prisma.mail.count({ where: { userId, kind: "identityLinked" } });

describe("signing in by the identity provider", () => {
  it("links the person who has the address that it verified, once, says so in the audit and by mail", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    const session = await signInByProvider(known(email, "somebody"), office, now);
    expect(await sessionActor(session.id, now)).toMatchObject({ id });
    expect(await identities(id)).toMatchObject([{ issuer, subject: "somebody", createdAt: now, lastUsedAt: now }]);
    await signInByProvider(known(email, "somebody"), office, later(5));
    expect(await identities(id)).toMatchObject([{ createdAt: now, lastUsedAt: later(5) }]);
    expect(await mails(id)).toBe(1);
    const events = await auditWhere(on.database.prisma, { stream: `user:${id}` });
    expect(events.map(({ action, after }) => [action, after])).toEqual([
      ["identityLinked", { issuer }],
      ["signedIn", expect.objectContaining({ address: office, isByProvider: true })],
      ["signedIn", expect.objectContaining({ address: office, isByProvider: true })],
    ]);
    expect(await verifyStream(on.database.prisma, `user:${id}`)).toMatchObject({ intact: true });
  });

  it("goes by issuer and subject alone from then on, whatever the address has become", async () => {
    const [{ id, email }, other] = [await on.officer("focalPoint", on.plan), await on.officer("focalPoint", on.plan)];
    await signInByProvider(known(email, "moved"), office, now);
    for (const address of [other.email, "elsewhere@example.org", null])
      expect(await signInByProvider(known(address, "moved"), office, now)).toMatchObject({ userId: id });
    expect(await identities(other.id)).toEqual([]);
  });

  it("lets nobody in as somebody who has another identity there, although they have that address now", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    await signInByProvider(known(email, "first"), office, now);
    await expect(signInByProvider(known(email, "successor"), office, now)).rejects.toThrow(refused);
    expect(await identities(id)).toMatchObject([{ subject: "first" }]);
  });

  it("refuses in the same words an address that isn't verified, nobody, the disabled and demo accounts", async () => {
    const disabled = await on.officer("focalPoint", on.plan);
    await on.database.prisma.user.update({ where: { id: disabled.id }, data: { disabledAt: now } });
    const demo = await on.officer("focalPoint", on.plan, { isDemo: true });
    const before = await on.database.prisma.user.count();
    for (const verifiedEmail of [null, "nobody@example.org", disabled.email, demo.email])
      await expect(signInByProvider(known(verifiedEmail), office, now)).rejects.toThrow(refused);
    expect(await on.database.prisma.user.count()).toBe(before);
    expect([await identities(disabled.id), await identities(demo.id)]).toEqual([[], []]);
    expect(await sessions(disabled.id)).toBe(0);
  });

  it("refuses whoever was disabled after their identity was linked", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    const identity = known(email);
    await signInByProvider(identity, office, now);
    await on.database.prisma.user.update({ where: { id }, data: { disabledAt: now } });
    await expect(signInByProvider(identity, office, now)).rejects.toThrow(refused);
    expect(await sessions(id)).toBe(1);
  });

  it("makes one identity of two first sign-ins at once", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    const identity = known(email);
    const both = await Promise.all([1, 2].map(() => signInByProvider(identity, office, now)));
    expect(both.map(({ userId }) => userId)).toEqual([id, id]);
    expect(await identities(id)).toHaveLength(1);
    expect([await mails(id), await on.events(id, "identityLinked")]).toEqual([1, 1]);
  });

  it("links one of two identities that come with one address at once", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    const both = await Promise.allSettled([1, 2].map(() => signInByProvider(known(email), office, now)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "identityRefused" } });
    expect(await identities(id)).toHaveLength(1);
  });

  it("gives one identity to one of two people who come with it at once", async () => {
    const people = [await on.officer("focalPoint", on.plan), await on.officer("focalPoint", on.plan)];
    const both = await Promise.allSettled(
      people.map(({ email }) => signInByProvider(known(email, "shared"), office, now)),
    );
    // The second may find the first's, which is theirs then; it is never two people's.
    expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    expect(await on.database.prisma.identity.count({ where: { subject: "shared" } })).toBe(1);
  });

  it("asks for a code all the same, and links nothing before it", async () => {
    const { id, email, app } = await on.withApp();
    const before = await sessions(id);
    const identity = known(email);
    const needed = await signInByProvider(identity, office, now).catch((error) => error);
    expect(needed).toBeInstanceOf(SecondStepNeeded);
    expect([await sessions(id), await identities(id)]).toEqual([before, []]);
    const { token } = (needed as SecondStepNeeded).pending;
    await expect(signInWithCode({ token, code: "000000" }, office, now)).rejects.toMatchObject({ code: "wrongCode" });
    expect(await identities(id)).toEqual([]);
    const session = await signInWithCode({ token, code: app(now) }, office, now);
    expect(await sessionActor(session.id, now)).toMatchObject({ id });
    expect(await identities(id)).toMatchObject([{ subject: identity.subject }]);
    const [last] = (await auditWhere(on.database.prisma, { stream: `user:${id}`, action: "signedIn" })).slice(-1);
    expect(last).toMatchObject({ after: { by: "app", isByProvider: true } });
  });

  it("counts who is refused, as wrong passwords are counted", async () => {
    const identity = known("guessed@example.org");
    for (let n = 0; n < 10; n++) await expect(signInByProvider(identity, office, now)).rejects.toThrow(refused);
    const throttled = expect.objectContaining({ code: "throttled", args: { minutes: 15 } });
    await expect(signInByProvider(identity, office, now)).rejects.toThrow(throttled);
  });

  it("is told of from a new place, and leaves the password as it is", async () => {
    const { id, email } = await on.officer("focalPoint", on.plan);
    await signIn({ email, password: on.password }, office, now);
    await signInByProvider(known(email), "198.51.100.7", now);
    expect(await on.database.prisma.mail.count({ where: { userId: id, kind: "newPlace" } })).toBe(1);
    await signIn({ email, password: on.password }, office, now);
  });
});

it("an identity stays whose it is: only when it was used changes", async () => {
  const [one, other] = [await on.officer("focalPoint", on.plan), await on.officer("focalPoint", on.plan)];
  await signInByProvider(known(one.email), office, now);
  const { id } = await on.database.prisma.identity.findFirstOrThrow({ where: { userId: one.id } });
  const set = (column: string, value: number | string) =>
    on.database.pool.query(`UPDATE identity SET ${column} = $1 WHERE id = $2`, [value, id]);
  await expect(set("user_id", other.id)).rejects.toThrow(/stays whose it is/);
  for (const column of ["subject", "issuer"]) await expect(set(column, "another")).rejects.toThrow(/stays whose it is/);
  await set("last_used_at", later(1).toISOString());
});
