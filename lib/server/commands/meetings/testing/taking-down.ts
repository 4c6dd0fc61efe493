import type { MeetingEntry, MeetingPart } from "@/lib/schemas/commitments/meeting-forms";
import { verifyStream } from "@/lib/server/audit/verify";
import type { Database } from "@/lib/server/db/client";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { meetingParts } from "@/lib/views/commitments/part-to-take-down";
import type { Reporting } from "@/test/factories/make-reporting";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addMeeting } from "../add-meeting";
import { advanceMeeting } from "../advance-meeting";
import { changeMeeting } from "../change-meeting";
import { takeDownMeetingPart } from "../take-down-meeting-part";

export const now = new Date("2018-11-06T04:00:00Z");

/** Steps with meetings of which parts are taken down for safety, of the plan that a test has. */
export function takingDown(on: { readonly database: Database; readonly plan: Reporting }) {
  const secretariat = () => on.plan.actors.secretariat;
  const standing = (words: string) => whereWordsStand(on.database, words);
  const seen = async (id: number) => ({
    plan: on.plan.code,
    id,
    rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
  });
  const takeDown = async (id: number, of: MeetingPart["of"], at = 0, actor = secretariat()) =>
    takeDownMeetingPart(actor, await seen(id), { of, at }, "namesSomebody", now);
  const area = async (locale: "en" | "th") => {
    const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
    return { code: on.plan.code, locale, version };
  };
  /** As anybody reads it. */
  const read = async (code: string, locale: "en" | "th" = "en") => (await publicMeeting(await area(locale), code))!;
  /** What the form offers. */
  const partsOf = async (id: number) =>
    meetingParts((await meetingForWork(secretariat(), on.plan.code, id, { locale: "en", now }))!);
  const verified = async (id: number) => (await verifyStream(on.database.prisma, `meeting:${id}`)).intact;
  const entryOf = (texts: MeetingEntry["texts"], more: Partial<MeetingEntry> = {}): MeetingEntry => ({
    kind: "som",
    year: 2018,
    startsOn: null,
    endsOn: null,
    isOnline: false,
    host: null,
    unit: null,
    texts,
    participants: [],
    sources: [],
    ...more,
  });
  /** A closed meeting that says such words, and said them before. */
  const closed = async (entry: MeetingEntry, code = "SOM12"): Promise<number> => {
    const { id } = await addMeeting(secretariat(), { plan: on.plan.code, code, entry });
    await changeMeeting(secretariat(), await seen(id), entry);
    for (const step of ["hold", "agreeOutcome", "close"] as const)
      await advanceMeeting(secretariat(), await seen(id), step, now);
    return id;
  };
  return { secretariat, standing, seen, takeDown, area, read, partsOf, verified, entryOf, closed };
}
