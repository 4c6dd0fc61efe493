import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { sessionActor } from "@/lib/server/auth/session";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { sendDueMail } from "@/lib/server/mail/send-due-mail";
import { startMailServer, type TestMailServer } from "@/lib/server/mail/testing/mail-server";
import { askedLinkJob } from "@/lib/server/people/asked-link-job";
import { linkToken } from "@/lib/server/people/links";
import { personOf } from "@/lib/server/queries/people/person";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { beginTwoStep } from "../account/begin-two-step";
import { confirmTwoStep } from "../account/confirm-two-step";
import { signInWithCode } from "../account/sign-in-with-code";
import { appOf, officers } from "../account/testing/officers";
import { changePassword } from "../change-password";
import { signIn } from "../sign-in";
import { askPasswordLink } from "./ask-password-link";
import { makePasswordLink } from "./make-password-link";
import { setPersonState } from "./set-person-state";
import { usePasswordLink as setByLink } from "./use-password-link";

const now = new Date("2026-03-02T08:00:00Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const network = "203.0.113.7";
const another = "eleven loud mountains";
const code = (code: string) => expect.objectContaining({ code });

let database: Database;
let plan: Reporting;
let server: TestMailServer;
const { officer, password } = officers(() => database);
beforeAll(async () => {
  for (const [name, value] of [
    ["NEXTAUTH_URL", "https://monitor.example.org"],
    ["SPAIV_SMTP_URL", "smtp://127.0.0.1:25"],
    ["SPAIV_MAIL_FROM", "monitor@example.org"],
  ] as const)
    vi.stubEnv(name, value);
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});
beforeEach(async () => {
  server = await startMailServer();
  await database.prisma.signInThrottle.deleteMany();
  await database.prisma.mail.deleteMany();
});
afterEach(() => server.close());

const somebody = (more: { isDemo?: boolean } = {}) =>
  officer("focalPoint", { id: plan.planId, unitId: { THA: plan.unitIds.THA! } }, more);
const lastJob = () =>
  database.prisma.job.findFirstOrThrow({ where: { kind: "mailAskedLink" }, orderBy: { id: "desc" } });
/** Asks, and has all done that comes of it. */
async function ask(email: string, at = now, from = network) {
  await askPasswordLink(email, from, at);
  await runJob(askedLinkJob, (await lastJob()).id);
  expect((await lastJob()).state).toBe("done");
  await sendDueMail({ clock: async () => at, settings: server.settings });
}
const tokensMailed = () =>
  server.taken.map(({ text }) => /https:\/\/monitor\.example\.org\/en\/reset-password\/(\S+)/.exec(text!)![1]!);
const setBy = (token: string, at = now) => setByLink({ token, password: another }, network, at);

describe("a forgotten password", () => {
  it("is set by a link that is mailed to the account's address: for an hour, and once", async () => {
    const { id, email } = await somebody();
    await ask(email);
    expect(server.taken[0]!.to).toMatchObject({ text: email });
    expect(server.taken[0]!.subject).toBe("SPAIV Monitor: a link to choose a new password");
    const [token] = tokensMailed();
    await expect(setBy(token!, inMinutes(60))).rejects.toThrow(code("linkInvalid"));
    await setBy(token!, inMinutes(59));
    await expect(setBy(token!, inMinutes(59))).rejects.toThrow(code("linkInvalid"));
    await expect(signIn({ email, password }, network, now)).rejects.toThrow(code("wrongCredentials"));
    await signIn({ email, password: another }, network, now);
    const events = await database.prisma.auditEvent.findMany({
      where: { stream: `user:${id}` },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["passwordLinkAsked", null],
      ["passwordSetByLink", id],
      ["signedIn", id],
    ]);
    expect(await verifyStream(database.prisma, `user:${id}`)).toMatchObject({ intact: true });
  });

  it("is no way around the second step of signing in", async () => {
    const { id, email } = await somebody();
    const session = await signIn({ email, password }, network, inMinutes(-2));
    const actor = (await sessionActor(session.id, inMinutes(-2)))!;
    await beginTwoStep(actor, { currentPassword: password }, inMinutes(-2));
    const app = await appOf(database, id);
    await confirmTwoStep(actor, session.id, { code: app(inMinutes(-2)) }, inMinutes(-2));
    const half = await signIn({ email, password }, network, now).catch((error) => error);
    expect(half).toBeInstanceOf(SecondStepNeeded);
    await ask(email);
    await setBy(tokensMailed()[0]!);
    expect(await database.prisma.session.count({ where: { userId: id, endedAt: null } })).toBe(0);
    // Whoever had the former password and waits for a code begins again.
    await expect(
      signInWithCode({ token: (half as SecondStepNeeded).pending.token, code: app(now) }, network, now),
    ).rejects.toThrow(code("signInOver"));
    const again = await signIn({ email, password: another }, network, now).catch((error) => error);
    expect(again).toBeInstanceOf(SecondStepNeeded);
    expect(await database.prisma.session.count({ where: { userId: id, endedAt: null } })).toBe(0);
  });

  it("is answered alike whoever asks: nothing is looked up before the answer, and nothing typed stands in the queue", async () => {
    const { email } = await somebody();
    await database.pool.query('ALTER TABLE "user" RENAME TO hidden_user');
    for (const asked of [email, "nobody.at.all@example.org"]) {
      await askPasswordLink(asked, network, now);
      const { payload, state } = await lastJob();
      expect([state, JSON.stringify(payload)]).toEqual(["waiting", expect.not.stringContaining("example.org")]);
      expect(JSON.stringify(payload)).not.toContain(network);
    }
    await database.pool.query('ALTER TABLE hidden_user RENAME TO "user"');
    await database.prisma.job.deleteMany({ where: { kind: "mailAskedLink" } });
  });

  it("sends nothing to an address of nobody, of somebody disabled, of a demo account, or where mail doesn't arrive", async () => {
    const [disabled, demo, bounced] = [await somebody(), await somebody({ isDemo: true }), await somebody()];
    await database.prisma.user.update({ where: { id: disabled.id }, data: { disabledAt: now } });
    await database.prisma.user.update({ where: { id: bounced.id }, data: { mailBouncedAt: now } });
    const links = await database.prisma.passwordLink.count();
    const events = await database.prisma.auditEvent.count();
    for (const { email } of [disabled, demo, bounced, { email: "nobody@example.org" }]) await ask(email);
    expect(server.taken).toEqual([]);
    expect(await database.prisma.mail.count()).toBe(0);
    expect(await database.prisma.passwordLink.count()).toBe(links);
    expect(await database.prisma.auditEvent.count()).toBe(events);
  });

  it("isn't mailed where no mail leaves", async () => {
    const { email } = await somebody();
    const before = await database.prisma.job.count();
    vi.stubEnv("SPAIV_SMTP_URL", "");
    await expect(askPasswordLink(email, network, now)).rejects.toThrow(code("linkNotMailed"));
    vi.stubEnv("SPAIV_SMTP_URL", "smtp://127.0.0.1:25");
    expect(await database.prisma.job.count()).toBe(before);
  });

  it("is asked for five times an hour of one address, and thirty times from one network, whether there is such an account", async () => {
    const { email } = await somebody();
    for (const asked of [email, "nobody.here@example.org"]) {
      for (let n = 0; n < 5; n++) await askPasswordLink(asked, `198.51.100.${n}`, now);
      const refused = { code: "linkAskedTooOften", args: { minutes: 60 } };
      await expect(askPasswordLink(asked, "198.51.100.9", now)).rejects.toMatchObject(refused);
      await askPasswordLink(asked, "198.51.100.9", inMinutes(60));
    }
    await database.prisma.signInThrottle.deleteMany();
    for (let n = 0; n < 30; n++) await askPasswordLink(`nobody${n}@example.org`, network, now);
    await expect(askPasswordLink("nobody30@example.org", network, now)).rejects.toThrow(code("linkAskedTooOften"));
    await database.prisma.job.deleteMany({ where: { kind: "mailAskedLink" } });
  });
});

describe("links to set a password", () => {
  const handedOver = async (id: number) => {
    const link = await makePasswordLink(plan.actors.secretariat, id, now);
    return linkToken("password", await database.prisma.passwordLink.findUniqueOrThrow({ where: { id: link } }));
  };

  it("go on working where somebody asks for another, and stop working once one was used", async () => {
    const { id, email } = await somebody();
    const first = await handedOver(id);
    await ask(email);
    await ask(email);
    const [second, third] = tokensMailed();
    await setBy(second!);
    for (const token of [first, third!]) await expect(setBy(token)).rejects.toThrow(code("linkInvalid"));
  });

  it("stop working once the password is changed, or the account disabled", async () => {
    const [changed, disabled] = [await somebody(), await somebody()];
    for (const { email } of [changed, disabled]) await ask(email);
    const session = await signIn({ email: changed.email, password }, network, now);
    const actor = (await sessionActor(session.id, now)) as Actor;
    await changePassword(actor, session.id, { currentPassword: password, newPassword: "nine patient walruses" }, now);
    await setPersonState(plan.actors.secretariat, { id: disabled.id, to: "disabled" }, now);
    await setPersonState(plan.actors.secretariat, { id: disabled.id, to: "active" }, now);
    for (const token of tokensMailed()) await expect(setBy(token)).rejects.toThrow(code("linkInvalid"));
  });

  it("that somebody asked for are shown to nobody", async () => {
    const { id, email } = await somebody();
    await ask(email);
    expect((await personOf(plan.actors.secretariat, id, "en", now))!.passwordLink).toBeNull();
    await handedOver(id);
    expect((await personOf(plan.actors.secretariat, id, "en", now))!.passwordLink).not.toBeNull();
  });

  it("set one password where two use them at the same moment", async () => {
    const { id, email } = await somebody();
    await ask(email);
    await ask(email);
    const outcomes = await Promise.allSettled(tokensMailed().flatMap((token) => [setBy(token), setBy(token)]));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const where = { stream: `user:${id}`, action: "passwordSetByLink" };
    expect(await database.prisma.auditEvent.count({ where })).toBe(1);
  });

  it("are mailed once, however often the work is begun again", async () => {
    const { id, email } = await somebody();
    await ask(email);
    await database.prisma.job.update({
      where: { id: (await lastJob()).id },
      data: { state: "waiting", finishedAt: null },
    });
    await runJob(askedLinkJob, (await lastJob()).id);
    expect(await database.prisma.passwordLink.count({ where: { userId: id } })).toBe(1);
    expect(await database.prisma.mail.count()).toBe(1);
  });
});
