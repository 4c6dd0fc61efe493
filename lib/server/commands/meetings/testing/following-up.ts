import { followUpForm } from "@/lib/server/queries/meetings/decision-forms";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { reportingTests } from "@/test/factories/reporting-plan";
import { presentPlatformReport } from "../../civil-society/present-platform-report";
import { reportingPlatform } from "../../civil-society/testing/reporting-platform";
import { addKeyAction } from "../../commitments/add-key-action";
import { sendReply } from "../../commitments/send-reply";
import { tellKeyAction } from "../../commitments/tell-key-action";
import { observing } from "../../commitments/testing/observing";
import { recommending } from "../../youth/testing/recommending";
import { addMeeting } from "../add-meeting";
import { advanceMeeting } from "../advance-meeting";
import { followUp } from "../follow-up";

const _on = reportingTests();

import type { Database } from "@/lib/server/db/client";
import type { Reporting } from "@/test/factories/make-reporting";

export const before = new Date("2018-03-09T04:00:00Z");
export const now = new Date("2018-10-16T04:00:00Z");

/** Meetings, and what was said to governments before them, of the plan that a test has. */
export function followingUp(on: { readonly database: Database; readonly plan: Reporting }) {
  const observer = observing(on);
  const youth = recommending(on);
  const platform = reportingPlatform(on);
  const secretariat = () => on.plan.actors.secretariat;

  async function held(code: string, day: string, unit: string | null = null): Promise<number> {
    const { id } = await addMeeting(secretariat(), {
      plan: on.plan.code,
      code,
      entry: {
        kind: unit ? "taskForce" : "rtf",
        year: 2018,
        startsOn: day,
        endsOn: day,
        isOnline: false,
        host: null,
        unit,
        texts: [{ locale: "en", title: code, place: "", notes: "" }],
        participants: [],
        sources: [],
      },
    });
    await advanceMeeting(secretariat(), await seen(id), "hold", new Date("2020-01-01T04:00:00Z"));
    return id;
  }
  const seen = async (id: number) => ({
    plan: on.plan.code,
    id,
    rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
  });
  const tell = async (id: number, textIds: readonly number[], body = "Two ministries met.", actor = secretariat()) =>
    followUp(
      actor,
      await seen(id),
      textIds.map((textId) => ({ textId, status: "underWay" as const, body })),
      now,
    );
  const area = async (name: "meetings" | "observations" | "youth-forum" | "civil-society") => ({
    code: on.plan.code,
    locale: "en",
    version: (await publicVersion({ plan: on.plan.code, area: name }))!,
  });
  const ofMeeting = async (code: string) => (await publicMeeting(await area("meetings"), code))!.saidDue;
  const offered = async (id: number) =>
    (await followUpForm(secretariat(), on.plan.code, id, { locale: "en", now }))!.saidDue;
  const asked = { locale: "en" as const, now };

  const noLonger = (...textIds: number[]) => ({
    problems: textIds.map((textId) => ({ field: `status_${textId}`, key: "meetingLooksNoLonger" })),
  });

  /** An observation on which Thailand said that it acts. */
  async function replied(words: Parameters<typeof observer.passed>[0] = {}): Promise<number> {
    const id = await observer.passed(words);
    const promised = { body: "A second shelter opens", organisationId: null, dueOn: "2018-12-31" };
    await addKeyAction(on.plan.actors.thailand, await observer.seen(id), promised, before);
    const actedOn = { kind: "actedOn", body: "More room is being made" } as const;
    await sendReply(on.plan.actors.thailand, await observer.seen(id), actedOn, before);
    return id;
  }
  /** Says that it did. */
  async function done(id: number, at = now): Promise<void> {
    const { id: keyAction } = await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId: id } });
    const evidence = { evidenceTitle: "Opening", evidenceUrl: "https://gov.example/o" };
    const told = { state: "done", dueOn: null, reason: "", ...evidence } as const;
    await tellKeyAction(on.plan.actors.thailand, await observer.seen(id), keyAction, told, at);
  }
  /** The priorities of a presented report, in their order. */
  async function presented(): Promise<{ report: number; points: number[] }> {
    const { id: report } = await platform.agreed("THA");
    await presentPlatformReport(
      secretariat(),
      await platform.seen(report),
      { meeting: await platform.meeting("SOM11", 2017) },
      before,
    );
    const points = await on.database.prisma.platformPoint.findMany({
      where: { reportId: report, kind: "priority" },
      orderBy: { position: "asc" },
    });
    return { report, points: points.map(({ textId }) => textId) };
  }
  return {
    observer,
    youth,
    platform,
    secretariat,
    held,
    seen,
    tell,
    area,
    ofMeeting,
    offered,
    asked,
    noLonger,
    replied,
    done,
    presented,
  };
}
