import { describe, expect, it } from "vitest";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { publicMeetings } from "@/lib/server/queries/meetings/public-meetings";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addMeeting } from "./add-meeting";
import { changeMeeting } from "./change-meeting";
import { takingDown } from "./testing/taking-down";

const on = reportingTests();
const { secretariat, standing, seen, takeDown, area, read, partsOf, verified, entryOf, closed } = takingDown(on);
/** A closed meeting that says such words in two languages, and said them before. */
const held = (texts: MeetingEntry["texts"]) => closed(entryOf(texts));
const called = (title: string, place: string): MeetingEntry["texts"] => [
  { locale: "en", title, place, notes: "" },
  { locale: "th", title: `${title} of Thailand`, place: place && `${place} by the river`, notes: "" },
];
const begins = async (id: number) => (await partsOf(id)).map(({ value, begins: words }) => `${value}: ${words}`);

describe("what a closed meeting is called, and where it was", () => {
  // The words differ, since they are looked for in all rows.
  it.each([
    ["title", "MALEE", ["Meeting on MALEE", "House"], ["place: House"]],
    ["place", "KANYA", ["Meeting", "House of KANYA"], ["title: Meeting"]],
  ] as const)(
    "is taken down in every language, and what the audit repeats of it: the %s",
    async (of, word, said, left) => {
      const id = await held(called(said[0], said[1]));
      expect(await begins(id)).toEqual([`title: ${said[0]}`, `place: ${said[1]}`]);
      expect(await standing(word)).toEqual(["audit_payload.before", `meeting_text.${of}`]);
      await takeDown(id, of);
      expect(await standing(word)).toEqual([]);
      expect(await verified(id)).toBe(true);
      for (const locale of ["en", "th"] as const) {
        const { meeting } = await read("SOM12", locale);
        expect(meeting[of]).toBe(of === "title" ? "SOM12" : "");
      }
      expect(await begins(id)).toEqual(left);
      await expect(takeDown(id, of)).rejects.toThrow(refusal("notFound"));
    },
  );

  it("is offered where only another language than the reader's says it", async () => {
    const [english, thai] = called("SOM12", "");
    const id = await held([english!, { ...thai!, title: "Meeting on SOMSRI", place: "House of ANONG" }]);
    expect(await begins(id)).toEqual(["title: Meeting on SOMSRI", "place: House of ANONG"]);
    await takeDown(id, "title");
    await takeDown(id, "place");
    expect([await standing("SOMSRI"), await standing("ANONG")]).toEqual([[], []]);
  });

  it("leaves a mark where a place was, in whatever language, until another one is written", async () => {
    const texts = called("SOM12", "");
    const add = async (code: string, place: string) => {
      const entry = entryOf([{ ...texts[0]!, place }, texts[1]!].map((text) => ({ ...text, title: code })));
      return (await addMeeting(secretariat(), { plan: on.plan.code, code, entry })).id;
    };
    const [id] = [await add("SOM12", "House of KANYA"), await add("SOM13", "")];
    const marks = async (locale: "en" | "th") => {
      const { coming } = (await publicMeetings(await area(locale)))!;
      const { meeting } = await read("SOM12", locale);
      return [...coming, meeting].map(({ code, place, isPlaceTakenDown }) => [code, place, isPlaceTakenDown]);
    };
    for (const locale of ["en", "th"] as const)
      expect((await marks(locale)).map(([, , isTakenDown]) => isTakenDown)).toEqual([false, false, false]);
    await takeDown(id, "place");
    const gone = ["SOM12", "", true];
    for (const locale of ["en", "th"] as const) expect(await marks(locale)).toEqual([gone, ["SOM13", "", false], gone]);
    // Its notes are written anew, and its place isn't.
    await changeMeeting(
      secretariat(),
      await seen(id),
      entryOf(texts.map((text) => ({ ...text, notes: "New", place: "" }))),
    );
    expect((await marks("th"))[2]).toEqual(gone);
    await changeMeeting(secretariat(), await seen(id), entryOf(called("SOM12", "Bangkok").slice(0, 1)));
    for (const locale of ["en", "th"] as const) expect((await marks(locale))[2]).toEqual(["SOM12", "Bangkok", false]);
  });
});
