import { describe, expect, it } from "vitest";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { verifyStream } from "@/lib/server/audit/verify";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { meetingParts } from "@/lib/views/commitments/part-to-take-down";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { changeMeeting } from "./change-meeting";
import { takeDownMeetingPart } from "./take-down-meeting-part";

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");
const secretariat = () => on.plan.actors.secretariat;
const standing = (words: string) => whereWordsStand(on.database, words);
const seen = async (id: number) => ({
  ...{ plan: on.plan.code, id },
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const takeDown = async (id: number, of: "title" | "place") =>
  takeDownMeetingPart(secretariat(), await seen(id), { of, at: 0 }, "namesSomebody", now);

/** A closed meeting that says such words in two languages, and said them before. */
async function held(texts: MeetingEntry["texts"]): Promise<number> {
  const entry: MeetingEntry = {
    ...{ kind: "som", year: 2018, startsOn: null, endsOn: null, isOnline: false, host: null, unit: null },
    ...{ texts, participants: [], sources: [] },
  };
  const { id } = await addMeeting(secretariat(), { plan: on.plan.code, code: "SOM12", entry });
  await changeMeeting(secretariat(), await seen(id), entry);
  for (const step of ["hold", "agreeOutcome", "close"] as const)
    await advanceMeeting(secretariat(), await seen(id), step, now);
  return id;
}
const called = (title: string, place: string): MeetingEntry["texts"] => [
  { locale: "en", title, place, notes: "" },
  { locale: "th", title: `${title} of Thailand`, place: `${place} by the river`, notes: "" },
];
const partsOf = async (id: number) => {
  const view = await meetingForWork(secretariat(), on.plan.code, id, { locale: "en", now });
  return meetingParts(view!).map(({ value, begins }) => `${value}: ${begins}`);
};

describe("what a closed meeting is called, and where it was", () => {
  // The words differ, since they are looked for in all rows.
  it.each([
    ["title", "MALEE", ["Meeting on MALEE", "House"], ["place: House"]],
    ["place", "KANYA", ["Meeting", "House of KANYA"], ["title: Meeting"]],
  ] as const)(
    "is taken down in every language, and what the audit repeats of it: the %s",
    async (of, word, said, left) => {
      const id = await held(called(said[0], said[1]));
      expect(await partsOf(id)).toEqual([`title: ${said[0]}`, `place: ${said[1]}`]);
      expect(await standing(word)).toEqual(["audit_payload.before", `meeting_text.${of}`]);
      await takeDown(id, of);
      expect(await standing(word)).toEqual([]);
      expect((await verifyStream(on.database.prisma, `meeting:${id}`)).intact).toBe(true);
      const version = (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
      for (const locale of ["en", "th"] as const) {
        const page = await publicMeeting({ code: on.plan.code, locale, version }, "SOM12");
        expect(page!.meeting[of]).toBe(of === "title" ? "SOM12" : "");
      }
      expect(await partsOf(id)).toEqual(left);
      await expect(takeDown(id, of)).rejects.toThrow(refusal("notFound"));
    },
  );

  it("is offered where only another language than the reader's says it", async () => {
    const [english, thai] = called("SOM12", "");
    const id = await held([english!, { ...thai!, title: "Meeting on SOMSRI", place: "House of ANONG" }]);
    expect(await partsOf(id)).toEqual(["title: Meeting on SOMSRI", "place: House of ANONG"]);
    await takeDown(id, "title");
    await takeDown(id, "place");
    expect([await standing("SOMSRI"), await standing("ANONG")]).toEqual([[], []]);
  });
});
