import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { sessionActor } from "@/lib/server/auth/session";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { auditWhere } from "@/test/factories/make-report";
import { changePassword } from "../change-password";
import { signIn } from "../sign-in";
import { beginTwoStep } from "./begin-two-step";
import { confirmTwoStep } from "./confirm-two-step";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { signInWithCode } from "./sign-in-with-code";
import { switchOffTwoStep } from "./switch-off-two-step";
import { appOf, now, twoStepTests } from "./testing/officers";

const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const office = "192.0.2.10";
const code = (code: string) => expect.objectContaining({ code });

const on = twoStepTests();
const { officer, withApp, password, events } = on;
/** The first step, by the password. */
async function firstStep(email: string, at = now) {
  const pending = await signIn({ email, password }, office, at).catch((error) => error);
  expect(pending).toBeInstanceOf(SecondStepNeeded);
  return (pending as SecondStepNeeded).pending.token;
}
const sessionsOf = (userId: number) => on.database.prisma.session.count({ where: { userId, endedAt: null } });

describe("signing in in two steps", () => {
  it("makes no session of a password alone, and one of a password and a code", async () => {
    const { id, email, app } = await withApp();
    const before = await sessionsOf(id);
    const token = await firstStep(email);
    expect(await sessionsOf(id)).toBe(before);
    const session = await signInWithCode({ token, code: app(now) }, office, now);
    expect(await sessionActor(session.id, now)).toMatchObject({ id });
    expect(await verifyStream(on.database.prisma, `user:${id}`)).toMatchObject({ intact: true });
  });

  it("takes a code of half a minute ago, typed in full-width digits or with a blank, and none of later", async () => {
    const { email, app } = await withApp();
    const token = await firstStep(email);
    await expect(signInWithCode({ token, code: app(inSeconds(60)) }, office, now)).rejects.toThrow(code("wrongCode"));
    const typed = app(inSeconds(-30)).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    await signInWithCode({ token, code: `${typed.slice(0, 3)} ${typed.slice(3)}` }, office, now);
  });

  it("takes no code twice: neither an app's, nor a recovery code", async () => {
    const { email, app, recoveryCodes } = await withApp();
    for (const used of [app(now), recoveryCodes[0]!]) {
      await signInWithCode({ token: await firstStep(email), code: used }, office, now);
      const again = signInWithCode({ token: await firstStep(email), code: used }, office, now);
      await expect(again).rejects.toThrow(code("wrongCode"));
    }
    await signInWithCode({ token: await firstStep(email), code: recoveryCodes[1]!.toLowerCase() }, office, now);
  });

  it.each(["an app's code", "a recovery code"])("takes %s once where two send it at once", async (which) => {
    const { id, email, app, recoveryCodes } = await withApp();
    const before = await sessionsOf(id);
    const used = which === "a recovery code" ? recoveryCodes[3]! : app(now);
    const tokens = [await firstStep(email), await firstStep(email)];
    const outcomes = await Promise.allSettled(
      tokens.map((token) => signInWithCode({ token, code: used }, office, now)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrongCode" } });
    expect(await sessionsOf(id)).toBe(before + 1);
  });

  it("makes one session of what the browser kept, and none of it when it is old, or of another password", async () => {
    const { email, app, recoveryCodes, actor, session } = await withApp();
    const token = await firstStep(email);
    await signInWithCode({ token, code: app(now) }, office, now);
    const over = code("signInOver");
    await expect(signInWithCode({ token, code: recoveryCodes[0]! }, office, now)).rejects.toThrow(over);
    await expect(signInWithCode({ token: "made up", code: "123456" }, office, now)).rejects.toThrow(over);
    const late = await firstStep(email);
    await expect(signInWithCode({ token: late, code: recoveryCodes[0]! }, office, inSeconds(600))).rejects.toThrow(
      over,
    );
    const stale = await firstStep(email);
    const passwords = { currentPassword: password, newPassword: "eleven loud mountains" };
    await changePassword(actor, session.id, passwords, now);
    await expect(signInWithCode({ token: stale, code: recoveryCodes[0]! }, office, now)).rejects.toThrow(over);
  });

  it("locks after ten wrong codes, recovery codes among them, and opens after the window", async () => {
    const { email, app, recoveryCodes } = await withApp();
    const token = await firstStep(email);
    const wrong = ["000000", "12345", "abc", "1234567", "AAAA-AAAA-AAAA-AAAA", "", "１２", "-1", "NaN", "999999"];
    for (const guess of wrong)
      await expect(signInWithCode({ token, code: guess }, `198.51.100.${guess.length}`, now)).rejects.toThrow(
        code("wrongCode"),
      );
    const throttled = expect.objectContaining({ code: "throttled", args: { minutes: 15 } });
    await expect(signInWithCode({ token, code: app(now) }, office, now)).rejects.toThrow(throttled);
    const again = await firstStep(email);
    await expect(signInWithCode({ token: again, code: recoveryCodes[0]! }, office, now)).rejects.toThrow(throttled);
    const later = inSeconds(15 * 60);
    await signInWithCode({ token: await firstStep(email, later), code: app(later) }, office, later);
  });

  it("is no way to guess passwords: a code comes after the password alone", async () => {
    const { email } = await withApp();
    await expect(signIn({ email, password: "wrong" }, office, now)).rejects.toThrow(code("wrongCredentials"));
  });

  it("counts a password that was right as no failure", async () => {
    const { email } = await withApp();
    for (let n = 0; n < 25; n++) await firstStep(email);
  });
});

describe("the second step itself", () => {
  it("is on after a code, ends what a password alone began, and is written down without a secret", async () => {
    const person = await officer("focalPoint", on.plan);
    const [here, elsewhere] = [
      await signIn({ email: person.email, password }, office, now),
      await signIn({ email: person.email, password }, "192.0.2.77", now),
    ];
    const actor = (await sessionActor(here.id, now))!;
    await expect(beginTwoStep(actor, { currentPassword: "wrong" }, now)).rejects.toThrow(code("wrongPassword"));
    await beginTwoStep(actor, { currentPassword: password }, now);
    // Nothing asks for a code of an app that may have no secret.
    await signIn({ email: person.email, password }, office, now);
    const app = await appOf(on.database, actor.id);
    await expect(confirmTwoStep(actor, here.id, { code: "000000" }, now)).rejects.toThrow(code("wrongCode"));
    const { recoveryCodes } = await confirmTwoStep(actor, here.id, { code: app(now) }, now);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await sessionActor(elsewhere.id, now)).toBeNull();
    expect(await sessionActor(here.id, now)).not.toBeNull();
    const kept = JSON.stringify([
      await on.database.prisma.twoStep.findMany(),
      await on.database.prisma.recoveryCode.findMany(),
      await auditWhere(on.database.prisma, { stream: `user:${actor.id}` }),
    ]);
    for (const secret of [app.secret, ...recoveryCodes, ...recoveryCodes.map((each) => each.replaceAll("-", ""))])
      expect(kept).not.toContain(secret);
    expect(await events(actor.id, "twoStepSwitchedOn")).toBe(1);
  });

  it("is set up within half an hour, or begun again with another secret", async () => {
    const person = await officer("focalPoint", on.plan);
    const session = await signIn({ email: person.email, password }, office, now);
    const actor = (await sessionActor(session.id, now))!;
    await beginTwoStep(actor, { currentPassword: password }, now);
    const first = await appOf(on.database, actor.id);
    const late = inSeconds(31 * 60);
    await expect(confirmTwoStep(actor, session.id, { code: first(late) }, late)).rejects.toThrow(
      code("twoStepSetUpOver"),
    );
    await beginTwoStep(actor, { currentPassword: password }, late);
    await expect(confirmTwoStep(actor, session.id, { code: first(late) }, late)).rejects.toThrow(code("wrongCode"));
    await confirmTwoStep(actor, session.id, { code: (await appOf(on.database, actor.id))(late) }, late);
    await expect(beginTwoStep(actor, { currentPassword: password }, late)).rejects.toThrow(code("twoStepOnAlready"));
  });

  it("goes with the password and a code, and with neither alone", async () => {
    const { actor, email, recoveryCodes } = await withApp();
    const off = (currentPassword: string, code: string) => switchOffTwoStep(actor, { currentPassword, code }, now);
    await expect(off("wrong", recoveryCodes[0]!)).rejects.toThrow(code("wrongPassword"));
    await expect(off(password, "000000")).rejects.toThrow(code("wrongCode"));
    await off(password, recoveryCodes[0]!);
    await signIn({ email, password }, office, now);
    await expect(off(password, recoveryCodes[1]!)).rejects.toThrow(code("twoStepOff"));
    expect(await events(actor.id, "twoStepSwitchedOff")).toBe(1);
  });

  it("gives new recovery codes for a code, and the old ones are worth nothing", async () => {
    const { actor, email, app, recoveryCodes } = await withApp();
    const renewed = await renewRecoveryCodes(actor, { code: app(now) }, now);
    const enter = async (code: string) => signInWithCode({ token: await firstStep(email), code }, office, now);
    await expect(enter(recoveryCodes[0]!)).rejects.toThrow(code("wrongCode"));
    await enter(renewed.recoveryCodes[0]!);
    await expect(renewRecoveryCodes(actor, { code: app(now) }, now)).rejects.toThrow(code("wrongCode"));
  });

  it("can't be read in somebody else's row", async () => {
    const [{ email, app }, other] = [await withApp(), await withApp()];
    const { secret } = await on.database.prisma.twoStep.findUniqueOrThrow({ where: { userId: other.id } });
    await on.database.prisma.twoStep.updateMany({ where: { user: { email } }, data: { secret } });
    const token = await firstStep(email);
    for (const each of [app, other.app])
      await expect(signInWithCode({ token, code: each(now) }, office, now)).rejects.toThrow(code("wrongCode"));
  });

  it("isn't for a demo account, which many share", async () => {
    const person = await officer("focalPoint", on.plan, { isDemo: true });
    const session = await signIn({ email: person.email, password }, office, now);
    const actor = (await sessionActor(session.id, now))!;
    await expect(beginTwoStep(actor, { currentPassword: password }, now)).rejects.toThrow(code("twoStepOfDemo"));
  });
});

it("codes are those of RFC 6238", async () => {
  const { app } = await withApp();
  expect(app(now)).toBe(generateSync({ secret: app.secret, epoch: now.getTime() / 1000 }));
});
