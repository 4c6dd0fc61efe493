import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { warnedParts } from "@/lib/domain/free-text/unsafe-parts";
import { pointActionForm } from "@/lib/schemas/commitments/key-action-forms";
import { pointReplyForm } from "@/lib/schemas/commitments/platform-forms";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { pointReply } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { publicCivilSociety, publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { publicVersion } from "@/lib/server/queries/public-version";
import { writeHistoricMeetings } from "../historic-meetings";
import { seedDemoPeople } from "../people";
import { readFramework } from "../read-framework";
import { writeFramework } from "../write-framework";
import { madeUpPlatformMeeting, madeUpReports } from "./made-up-report";
import { seedDemoPlatforms } from "./seed-demo-platforms";

const now = new Date("2026-03-12T04:00:00Z");
const isMadeUp = /^(?:Made-up |ตัวอย่างสมมติ)/;

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  const framework = readFramework(path.join(process.cwd(), "prisma", "seed", "framework"));
  await database.prisma.$transaction(
    async (tx) => {
      const planId = await writeFramework(tx, framework);
      await writeHistoricMeetings(tx, planId);
      await seedDemoPeople(tx, planId);
      await seedDemoPlatforms(tx, planId, now);
    },
    { timeout: 60_000 },
  );
}, 90_000);
afterAll(() => database.close());

const area = async () => ({
  code: "spaiv",
  locale: "en",
  version: (await publicVersion({ plan: "spaiv", area: "civil-society" }))!,
});

describe("the demonstration's reports of platforms", () => {
  it("say of themselves that they are made up, and nothing by which anybody is known", () => {
    const answers = madeUpReports.flatMap(({ challenges, priorities }) =>
      [...challenges, ...priorities].flatMap(({ answer }) => answer ?? []),
    );
    const drafts = madeUpReports.flatMap(({ challenges, priorities }) =>
      [...challenges, ...priorities].flatMap(({ draft }) => draft ?? []),
    );
    expect(drafts).toHaveLength(1);
    const texts = [
      ...madeUpPlatformMeeting.texts.map(({ title }) => title),
      ...madeUpReports.flatMap(({ activities, challenges, priorities }) => [
        ...activities.map(({ title }) => title),
        ...[...challenges, ...priorities].map(({ body }) => body),
      ]),
      ...answers.flatMap(({ body, action }) => [body, action ?? body]),
      ...drafts.map(({ body }) => body),
    ];
    for (const text of texts) {
      expect(text).toMatch(isMadeUp);
      expect([unsafeWords(text), warnedParts(text)], text).toEqual([null, []]);
    }
    const seen = { locale: "en", plan: "spaiv", unit: "THA", year: "2016", id: "1", of: "THA", rowVersion: "1" };
    for (const { kind, body, evidenceTitle, evidenceUrl, action } of answers) {
      const reply = pointReplyForm.safeParse({ ...seen, kind, body, evidenceTitle, evidenceUrl, next: "send" });
      const promised = pointActionForm.safeParse({ ...seen, action, actionDueOn: "2018-01-01" });
      expect([reply.success, promised.success]).toEqual([true, kind === "actedOn"]);
    }
  });

  it("are one that was answered in part, which everybody reads, and a draft that nobody but its members does", async () => {
    const { report } = (await publicPlatformReport(await area(), "CSO-THA-2016"))!;
    expect(report).toMatchObject({
      state: "presented",
      agreed: 2,
      members: 2,
      points: 5,
      answered: 3,
      presented: { meeting: "CSP-2017" },
      agreedOn: "2017-02-17",
    });
    expect(report.challenges.map(({ responses }) => responses[0]?.state)).toEqual(["given", "unanswered"]);
    expect(report.challenges[0]?.responses[0]?.reply?.keyActions).toHaveLength(1);
    const late = report.priorities.flatMap(({ responses }) => responses.flatMap(({ reply }) => reply?.isLate ?? []));
    expect(late).toEqual([false, true]);
    expect(await publicPlatformReport(await area(), "CSO-REGION-2017")).toBeNull();
    const { platforms } = (await publicCivilSociety(await area()))!;
    expect(platforms.flatMap(({ reports }) => reports.map(({ code }) => code))).toEqual(["CSO-THA-2016"]);
    expect(platforms.map(({ members }) => members.length).reduce((sum, each) => sum + each)).toBe(8);
  });

  it("have an answer that a contributor drafted, which its country alone reads", async () => {
    const address = { plan: "spaiv", unit: "THA", year: 2016 };
    const points = await database.prisma.platformPoint.findMany({ where: { report: { year: 2016 } } });
    const draftFor = async (account: string) => {
      const { id } = await database.prisma.user.findFirstOrThrow({ where: { email: { startsWith: `${account}@` } } });
      const actor = (await sessionActor((await startSession(database.prisma, id, now)).id, now))!;
      const replies = await Promise.all(
        points.map(({ textId }) => pointReply(actor, { ...address, point: textId, of: "THA" }, { locale: "en", now })),
      );
      return replies.flatMap((reply) => reply?.draft?.body ?? []);
    };
    for (const own of ["prosecution.thailand", "focal.thailand"])
      expect(await draftFor(own)).toEqual([expect.stringMatching(/^Made-up draft: /)]);
    for (const other of ["focal.cambodia", "secretariat", "cso"]) expect(await draftFor(other)).toEqual([]);
    expect(JSON.stringify(await publicPlatformReport(await area(), "CSO-THA-2016"))).not.toContain("Made-up draft");
  });
});
