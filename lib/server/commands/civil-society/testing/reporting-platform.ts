import type { Actor } from "@/lib/domain/permissions";
import type { ReplyWords } from "@/lib/schemas/commitments/observation-forms";
import type { PlatformReportWords } from "@/lib/schemas/commitments/platform-forms";
import type { Database } from "@/lib/server/db/client";
import { auditWhere } from "@/test/factories/make-report";
import type { Reporting } from "@/test/factories/make-reporting";
import { addKeyAction } from "../../commitments/add-key-action";
import { sendReply } from "../../commitments/send-reply";
import { addMeeting } from "../../meetings/add-meeting";
import { advanceMeeting } from "../../meetings/advance-meeting";
import { addMember } from "../add-member";
import { agreeToPlatformReport } from "../agree-to-platform-report";
import { beginPlatformReport } from "../begin-platform-report";
import { closeAgreement } from "../close-agreement";
import { writePlatformReport } from "../write-platform-report";

export const now = new Date("2018-03-09T04:00:00Z");

/** Steps with the platform of Thailand and its report for 2016, of the plan that a test has. */
export function reportingPlatform(on: { readonly database: Database; readonly plan: Reporting }) {
  const address = (unit = "THA") => ({ plan: on.plan.code, unit });
  /** A twin of a CSO reporter, or of a CSO member, of another organisation, which is one of civil society. */
  const of = async (name: string, as: "csoReporter" | "cso" = "csoReporter"): Promise<Actor> => {
    const called = `${name} of ${on.plan.code}`;
    const { id } = await on.database.prisma.organisation.upsert({
      where: { name: called },
      create: { name: called, kind: "civilSociety" },
      update: {},
    });
    return { ...on.plan.actors[as], organisation: { id, name: called, kind: "civilSociety" } };
  };
  const join = async (actor: Actor, unit = "THA") =>
    addMember(
      on.plan.actors.secretariat,
      address(unit),
      {
        organisationId: actor.organisation.id,
        since: "2016-01-01",
      },
      now,
    );
  /** Two members of the platform, the first of whom begins the report. */
  const begun = async (unit = "THA") => {
    const [author, member] = [await of("Shelter"), await of("Legal aid")];
    for (const actor of [author, member]) await join(actor, unit);
    const { id } = await beginPlatformReport(author, address(unit), { year: 2016, language: "en" }, now);
    return { author, member, id };
  };
  const words = (organisationId: number, more: Partial<PlatformReportWords> = {}): PlatformReportWords => ({
    language: "en",
    visibility: "public",
    challenges: ["Few interpreters"],
    priorities: ["Shelters", "Hotlines"],
    activities: [
      {
        row: 1,
        organisationId,
        title: "Trained social workers",
        place: "Mae Sot",
        time: "May to July",
        nodes: ["G1"],
        officials: 3,
        community: 40,
        reach: "From all districts",
      },
    ],
    ...more,
  });
  const seen = async (id: number) => {
    const { rowVersion, year, unit } = await on.database.prisma.platformReport.findUniqueOrThrow({
      where: { id },
      select: { rowVersion: true, year: true, unit: { select: { code: true } } },
    });
    return { plan: on.plan.code, unit: unit.code, year, rowVersion };
  };
  const events = async (id: number) =>
    (await auditWhere(on.database.prisma, { stream: `platformReport:${id}` })).map(({ action }) => action);
  /** An agreed report. */
  const agreed = async (unit: string, visibility: PlatformReportWords["visibility"] = "public") => {
    const { author, member, id } = await begun(unit);
    await writePlatformReport(author, await seen(id), words(author.organisation.id, { visibility }), now);
    await agreeToPlatformReport(author, await seen(id), now);
    await closeAgreement(author, await seen(id), now);
    return { id, author, member, address: { ...address(unit), year: 2016 } };
  };
  /** A meeting that was held. */
  const meeting = async (code: string, year = 2018): Promise<string> => {
    const { secretariat } = on.plan.actors;
    const { id } = await addMeeting(secretariat, {
      plan: on.plan.code,
      code,
      entry: {
        kind: "som",
        year,
        startsOn: null,
        endsOn: null,
        isOnline: true,
        host: null,
        unit: null,
        texts: [{ locale: "en", title: code, place: "", notes: "" }],
        participants: [],
        sources: [],
      },
    });
    await advanceMeeting(secretariat, { plan: on.plan.code, id, rowVersion: 1 }, "hold", now);
    return code;
  };
  /** A unit's answer to a point, by the row of its text, as it stands. */
  const answering = async (point: number, of: string) => {
    const asked = await on.database.prisma.addressedUnit.findFirst({
      where: { textId: point, unit: { code: of } },
      select: { rowVersion: true },
    });
    const rowVersion = asked?.rowVersion ?? 1;
    return { plan: on.plan.code, id: point, rowVersion, unit: of, kind: "platformPoint" as const };
  };
  const act = async (actor: Actor, point: number, of: string, body: string, at = now) =>
    addKeyAction(actor, await answering(point, of), { body, organisationId: null, dueOn: "2018-12-31" }, at);
  const answer = async (actor: Actor, point: number, of: string, reply: ReplyWords, at = now) =>
    sendReply(actor, await answering(point, of), reply, at);
  return { address, of, join, begun, agreed, meeting, words, seen, events, answering, act, answer };
}
