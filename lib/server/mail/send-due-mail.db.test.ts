import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { claimMail, noteHanded } from "./mail-rows";
import { queueMail } from "./queue-mail";
import { sendDueMail } from "./send-due-mail";
import { startMailServer, type TestMailServer } from "./testing/mail-server";

// A mail's whole way out, with a mail server and a mailbox that all of it shares: in two files they would stand twice.

let database: Database;
let plan: Reporting;
let server: TestMailServer;
let userId: number;
/** The evening before, and the morning at which the mail goes out. */
const evening = new Date("2018-05-20T12:00:00Z");
const morning = new Date("2018-05-21T00:00:00Z");
const later = (ms: number) => new Date(morning.getTime() + ms);
const MINUTE = 60_000;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://monitor.example.org");
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  userId = plan.actors.thailand.id;
  await makeReport(database.prisma, plan, { unit: "THA", period: "2016", state: "returned" });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});
beforeEach(async () => {
  server = await startMailServer();
  await database.prisma.mail.deleteMany();
  await database.prisma.unwantedMail.deleteMany();
  await database.prisma.user.update({ where: { id: userId }, data: { locale: "en", mailBouncedAt: null } });
});
afterEach(() => server.close());

const queue = (once = "a") =>
  transaction((tx) =>
    queueMail(tx, { to: { userId }, kind: "returned", args: plan.address("THA", "2016"), once }, evening),
  );
const send = (at = morning, settings: typeof server.settings | null = server.settings) =>
  sendDueMail({ clock: async () => at, settings });
const mails = () =>
  database.prisma.mail.findMany({
    select: { state: true, reason: true, attempt: true, dueAt: true },
    orderBy: { id: "asc" },
  });
const states = async () => (await mails()).map(({ state, reason }) => [state, reason]);

describe("sending mail", () => {
  it("hands a person's mail to the mail server once, in plain text and in HTML, with where to choose what to receive", async () => {
    await queue();
    await send(evening);
    expect(server.taken).toEqual([]);
    await send();
    await send();
    const [mail, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(mail!.to).toMatchObject({ text: plan.actors.thailand.email });
    expect(mail!.from).toMatchObject({ text: '"SPAIV Monitor" <monitor@example.org>' });
    expect(mail!.subject).toBe("SPAIV Monitor: notices of 21 May 2018");
    expect(mail!.text).toContain("https://monitor.example.org/en/spaiv/reports/THA/2016");
    expect(mail!.html).toContain('href="https://monitor.example.org/en/spaiv/reports/THA/2016"');
    const list = mail!.headers.get("list") as unknown as Record<string, { url: string }>;
    expect(list.unsubscribe).toEqual({ url: "https://monitor.example.org/en/account#mail" });
    expect(mail!.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await states()).toEqual([["sent", null]]);
  });

  it.each([
    ["th", "SPAIV Monitor: การแจ้งเตือนวันที่ 21 พฤษภาคม 2561"],
    ["km", "SPAIV Monitor៖ ការជូនដំណឹងថ្ងៃទី 21 ឧសភា 2018"],
  ])("brings a subject in %s whole", async (locale, subject) => {
    await database.prisma.user.update({ where: { id: userId }, data: { locale } });
    await queue();
    await send();
    expect(server.taken[0]!.subject).toBe(subject);
  });

  it("tries again what the mail server puts off, with pauses that double, under one Message-ID, and sends it once", async () => {
    await queue();
    server.refusals.push({ at: "RCPT", code: 451, text: "4.3.0 Come again" });
    await send();
    expect(await mails()).toEqual([{ state: "waiting", reason: "451 4.3.0", attempt: 1, dueAt: later(5 * MINUTE) }]);
    server.refusals.push({ at: "DATA", code: 451, text: "4.3.0 Come again" });
    await send(later(4 * MINUTE));
    await send(later(5 * MINUTE));
    expect((await mails())[0]).toMatchObject({ attempt: 2, dueAt: later(15 * MINUTE) });
    await send(later(15 * MINUTE));
    await send(later(16 * MINUTE));
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([expect.stringMatching(/@example\.org>$/)]);
    expect(await states()).toEqual([["sent", null]]);
  });

  it("gives up after two days without a mail server", async () => {
    await queue();
    await server.close();
    let at = morning;
    for (let n = 0; n < 12; n++) {
      await send(at);
      at = (await mails())[0]!.dueAt;
    }
    expect(await mails()).toMatchObject([{ state: "failed", reason: "noConnection", attempt: 10 }]);
    expect(at.getTime() - morning.getTime()).toBeLessThan(48 * 60 * MINUTE);
    server = await startMailServer();
  });

  it("marks an address that the mail server doesn't know, and tries none until it is another one", async () => {
    await queue();
    server.refusals.push({ at: "RCPT", code: 550, text: "5.1.1 No such user" });
    await send();
    expect(await states()).toEqual([["bounced", expect.stringMatching(/^550/)]]);
    await queue("b");
    await send(later(24 * 60 * MINUTE));
    expect((await states())[1]).toEqual(["dropped", "addressBounced"]);
    const event = await database.prisma.auditEvent.findFirstOrThrow({ where: { action: "mailBounced" } });
    expect([event.subject, event.stream]).toEqual([`user ${userId}`, `user:${userId}`]);
    const { email } = plan.actors.thailand;
    await database.prisma.user.update({ where: { id: userId }, data: { email: "other@example.org" } });
    const nextDay = later(13 * 60 * MINUTE);
    const told = { to: { userId }, kind: "returned", args: plan.address("THA", "2016"), once: "c" } as const;
    await transaction((tx) => queueMail(tx, told, nextDay));
    await database.prisma.mail.updateMany({ where: { state: "waiting" }, data: { dueAt: nextDay } });
    await send(later(48 * 60 * MINUTE));
    expect(server.taken).toHaveLength(1);
    await database.prisma.user.update({ where: { id: userId }, data: { email } });
  });

  it("doesn't mark an address for what the mail server refuses by its rules", async () => {
    await queue();
    server.refusals.push({ at: "RCPT", code: 554, text: "5.7.1 Not from here" });
    await send();
    expect(await states()).toEqual([["failed", expect.stringMatching(/^554/)]]);
    expect(await database.prisma.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      mailBouncedAt: null,
    });
  });

  it("is done once by several who send at the same time", async () => {
    for (const { id } of Object.values(plan.actors))
      await transaction((tx) =>
        queueMail(
          tx,
          { to: { userId: id }, kind: "newPlace", args: { at: evening.toISOString() }, once: `place:${id}` },
          evening,
        ),
      );
    await Promise.all([send(), send(), send()]);
    const to = server.taken.map((mail) => (mail.to as { text: string }).text);
    expect(to.sort()).toEqual(
      Object.values(plan.actors)
        .map(({ email }) => email)
        .sort(),
    );
  });

  it("keeps what would be sent where there is no mail server, and sends none of it later", async () => {
    await queue();
    await send(morning, null);
    await send(later(MINUTE));
    expect(await states()).toEqual([["kept", "noServer"]]);
    expect(server.taken).toEqual([]);
  });
});

describe("a mail that hands a link over", () => {
  it("has the link that works, in the invited person's language, and none once it is revoked", async () => {
    const person = await database.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    const { id } = await database.prisma.invitation.create({
      data: {
        email: "new@example.org",
        name: "New",
        locale: "km",
        role: "secretariat",
        nonce: "n",
        planId: plan.planId,
        organisationId: person.organisationId,
        invitedById: userId,
        expiresAt: later(7 * 24 * 60 * MINUTE),
      },
    });
    const to = { email: "new@example.org", locale: "km" } as const;
    const invite = (once: string) =>
      transaction((tx) => queueMail(tx, { to, kind: "invitation", args: { invitation: id }, once }, morning));
    await invite("first");
    await send();
    expect(server.taken[0]!.text).toMatch(
      new RegExp(`https://monitor\\.example\\.org/km/invitation/${id}-[\\w-]{43}\\n`),
    );
    expect(JSON.stringify(await database.prisma.mail.findMany({ include: { notices: true } }))).not.toMatch(
      /[\w-]{43}/,
    );
    await database.prisma.invitation.update({ where: { id }, data: { revokedAt: morning } });
    await invite("second");
    await send();
    expect(server.taken).toHaveLength(1);
    expect((await states())[1]).toEqual(["dropped", "nothingLeft"]);
  });
});

describe("a mail server that asks for a password", () => {
  const credentials = { user: "monitor", pass: "p:/w" };
  const secured = (tls: object, asked = credentials) =>
    sendDueMail({
      clock: async () => morning,
      tls,
      settings: { ...server.settings, requireTLS: true, credentials: asked },
    });
  beforeEach(async () => {
    await server.close();
    server = await startMailServer({
      disabledCommands: [],
      authOptional: false,
      onAuth: ({ username, password }, _, done) => {
        if (username === credentials.user && password === credentials.pass) done(null, { user: username });
        else done(Object.assign(new Error("5.7.8 No"), { responseCode: 535 }));
      },
    });
    await queue();
  });

  it("gets it over TLS", async () => {
    await secured({ rejectUnauthorized: false });
    expect(await states()).toEqual([["sent", null]]);
    expect(server.taken).toHaveLength(1);
  });

  it("gets nothing where its certificate isn't trusted", async () => {
    await secured({});
    expect((await states())[0]![0]).toBe("waiting");
    expect(server.taken).toEqual([]);
  });

  it("is asked again later where the password is wrong, and no address is marked for it", async () => {
    await secured({ rejectUnauthorized: false }, { user: "monitor", pass: "wrong" });
    expect(await states()).toEqual([["waiting", expect.stringMatching(/^535/)]]);
    expect(await database.prisma.user.count({ where: { mailBouncedAt: { not: null } } })).toBe(0);
  });
});

describe("a server that ended while it sent", () => {
  it("hadn't sent a mail whose end never went: it is sent", async () => {
    await queue();
    await claimMail(morning);
    await send(later(14 * MINUTE));
    expect(server.taken).toEqual([]);
    await send(later(16 * MINUTE));
    expect(server.taken).toHaveLength(1);
  });

  it("may have sent one whose end went: nobody sends it a second time", async () => {
    await queue();
    const claim = await claimMail(morning);
    await noteHanded(claim!, morning);
    await send(later(16 * MINUTE));
    await send(later(48 * 60 * MINUTE));
    expect(await states()).toEqual([["unknown", "interrupted"]]);
    expect(server.taken).toEqual([]);
  });

  it("sends nothing when it goes on after others took the mail back", async () => {
    await queue();
    const asleep = await claimMail(morning);
    await send(later(16 * MINUTE));
    await expect(noteHanded(asleep!, later(17 * MINUTE))).rejects.toThrow("isn't its attempt");
  });

  it("leaves open whether a mail arrived that the mail server had whole and didn't answer", async () => {
    await queue();
    server.beforeAnswer = async () => server.cut();
    await send();
    await send(later(60 * MINUTE));
    expect(await states()).toEqual([["unknown", "noAnswer"]]);
  });
});
