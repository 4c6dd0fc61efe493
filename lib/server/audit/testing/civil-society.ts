import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PlatformReportSeen, PlatformReportWords } from "@/lib/schemas/commitments/platform-forms";
import { addMember } from "@/lib/server/commands/civil-society/add-member";
import { agreeToPlatformReport } from "@/lib/server/commands/civil-society/agree-to-platform-report";
import { beginPlatformReport } from "@/lib/server/commands/civil-society/begin-platform-report";
import { closeAgreement } from "@/lib/server/commands/civil-society/close-agreement";
import { deletePlatformReport } from "@/lib/server/commands/civil-society/delete-platform-report";
import { endMembership } from "@/lib/server/commands/civil-society/end-membership";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { reopenPlatformReport } from "@/lib/server/commands/civil-society/reopen-platform-report";
import { requestReportFiles } from "@/lib/server/commands/civil-society/request-report-files";
import { takeDownPlatformPart } from "@/lib/server/commands/civil-society/take-down-platform-part";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** The report of a platform, and the members that write it. */
export function civilSociety(world: World): Step[] {
  const secretariat = () => world.plan.actors.secretariat;
  const address = () => ({ plan: world.plan.code, unit: "THA" });
  const called = "Shelter (made up)";
  const member = async (): Promise<Actor> => {
    const { id } = await world.database.prisma.organisation.upsert({
      where: { name: called },
      create: { name: called, kind: "civilSociety" },
      update: {},
    });
    return { ...world.plan.actors.csoReporter, organisation: { id, name: called, kind: "civilSociety" } };
  };
  const seen = async (): Promise<PlatformReportSeen> => {
    const { rowVersion } = await world.database.prisma.platformReport.findFirstOrThrow({ orderBy: { id: "asc" } });
    return { ...address(), year: 2016, rowVersion };
  };
  const said = (organisationId: number): PlatformReportWords => ({
    language: "en",
    visibility: "governments",
    challenges: [words("challenge")],
    priorities: [words("priority")],
    activities: [
      {
        row: 1,
        organisationId,
        title: words("activity"),
        place: words("place"),
        time: "",
        nodes: [],
        officials: 12,
        community: null,
        reach: words("reach"),
      },
    ],
  });
  const by = (step: (actor: Actor, asked: PlatformReportSeen) => Promise<unknown>) => async () =>
    step(await member(), await seen());
  /** By the commands that reply to observations too. */
  const answer = async () => {
    const { thailand, contributor } = world.plan.actors;
    const { textId: id } = await world.database.prisma.platformPoint.findFirstOrThrow({ orderBy: { textId: "asc" } });
    const answering = (rowVersion: number) =>
      ({ plan: world.plan.code, id, rowVersion, unit: "THA", kind: "platformPoint" }) as const;
    const said = { evidenceTitle: words("title"), evidenceUrl: "https://example.org/answer" };
    await draftReply(contributor, answering(1), { kind: "explains", body: words("draft"), ...said }, now);
    const action = { body: words("action"), organisationId: null, dueOn: "2099-01-01" };
    await addKeyAction(contributor, answering(2), action, now);
    await sendReply(thailand, answering(3), { kind: "actedOn", body: words("answer"), ...said }, now);
  };
  return [
    [
      "civil-society/add-member",
      async () =>
        addMember(
          secretariat(),
          address(),
          { organisationId: (await member()).organisation.id, since: "2016-01-01" },
          now,
        ),
    ],
    [
      "civil-society/begin-platform-report",
      async () => beginPlatformReport(await member(), address(), { year: 2016, language: "en" }, now),
    ],
    [
      "civil-society/write-platform-report",
      by((actor, asked) => writePlatformReport(actor, asked, said(actor.organisation.id), now)),
    ],
    ["civil-society/agree-to-platform-report", by((actor, asked) => agreeToPlatformReport(actor, asked, now))],
    ["civil-society/close-agreement", by((actor, asked) => closeAgreement(actor, asked, now))],
    ["civil-society/reopen-platform-report", by(reopenPlatformReport)],
    ["civil-society/delete-platform-report", by(deletePlatformReport)],
    [
      "civil-society/present-platform-report",
      async () => {
        await beginPlatformReport(await member(), address(), { year: 2016, language: "en" }, now);
        for (const step of [
          by((actor, asked) => writePlatformReport(actor, asked, said(actor.organisation.id), now)),
          by((actor, asked) => agreeToPlatformReport(actor, asked, now)),
          by((actor, asked) => closeAgreement(actor, asked, now)),
        ])
          await step();
        await presentPlatformReport(secretariat(), await seen(), { meeting: "SOM12" }, now);
      },
    ],
    [
      "civil-society/request-report-files",
      async () => requestReportFiles(await member(), { ...address(), year: 2016 }, "en", now),
    ],
    [
      "civil-society/take-down-platform-part",
      async () => {
        await answer();
        await takeDownPlatformPart(
          secretariat(),
          await seen(),
          { part: "activity", position: 1, rule: "identifiable" },
          now,
        );
      },
    ],
    [
      "civil-society/end-membership",
      async () => {
        const { id } = await world.database.prisma.platformMember.findFirstOrThrow({ select: { id: true } });
        await endMembership(secretariat(), address(), { member: id, until: "2017-01-01" }, now);
      },
    ],
  ];
}
