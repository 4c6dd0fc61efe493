import { describe, expect, it } from "vitest";
import { agendaForm } from "./agenda-form";
import { newMeetingForm, papersForm } from "./meeting-forms";

const typed = {
  locale: "en",
  plan: "spaiv",
  code: " som17 ",
  kind: "som",
  title: "Senior  Officials\nMeeting",
  year: "2019",
};
const faults = (form: object) =>
  newMeetingForm.safeParse({ ...typed, ...form }).error?.issues.map(({ path, message }) => [path.at(-1), message]) ??
  [];

describe("the form of a meeting", () => {
  it("reads titles in one line, what is known of its days, and leaves out what is empty", () => {
    const { code, entry } = newMeetingForm.parse({
      ...typed,
      placeTh: "เวียงจันทน์",
      participants_government: "12",
      participants_media: "0",
      title_2: "Its report",
      url_2: "",
    });
    expect(code).toBe("SOM17");
    expect(entry).toMatchObject({
      kind: "som",
      year: 2019,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      texts: [
        { locale: "en", title: "Senior Officials Meeting", place: "", notes: "" },
        { locale: "th", title: "Senior Officials Meeting", place: "เวียงจันทน์", notes: "" },
      ],
      participants: [{ kind: "government", count: 12 }],
      sources: [{ title: "Its report", url: "" }],
    });
    expect(newMeetingForm.parse({ ...typed, year: "", startsOn: "2019-11-05" }).entry).toMatchObject({
      year: 2019,
      startsOn: "2019-11-05",
      endsOn: "2019-11-05",
    });
  });

  it.each([
    [{ code: "SOM17-D3" }, "code", "meetingCodeInvalid"],
    [{ title: " " }, "title", "meetingTitleMissing"],
    [{ kind: "summit" }, "kind", "meetingKindMissing"],
    [{ year: "" }, "year", "meetingYearMissing"],
    [{ startsOn: "2019-02-30" }, "startsOn", "meetingDayInvalid"],
    [{ endsOn: "2019-11-05" }, "startsOn", "meetingDayMissing"],
    [{ startsOn: "2019-11-05", endsOn: "2019-11-04" }, "endsOn", "meetingEndsBefore"],
    [{ kind: "taskForce" }, "unit", "meetingUnitMissing"],
    [{ kind: "rtf", unit: "THA" }, "unit", "meetingUnitOfAll"],
    [{ participants_donor: "a few" }, "participants_donor", "meetingCountInvalid"],
    [{ url_1: "https://example.org/" }, "title_1", "titleMissing"],
    [{ title_1: "Papers", url_1: "javascript:alert(1)" }, "url_1", "urlInvalid"],
  ])("refuses %o", (form, field, message) => {
    expect(faults(form)).toContainEqual([field, message]);
  });

  it("refuses words by which somebody can be reached", () => {
    expect(faults({ notes: "Write to malee@ministry.example" }).map(([field]) => field)).toEqual(["notes"]);
  });
});

describe("what may say of whom it speaks", () => {
  const of = (said: readonly (readonly [string, string])[]) => said.filter(([, words]) => words !== "");
  const seen = { locale: "en", plan: "spaiv", id: "1", rowVersion: "1" };

  it("is looked for in a meeting's titles, places, notes and the titles of its sources, where each was typed", () => {
    const { said } = newMeetingForm.parse({
      ...typed,
      title: "Opening",
      place: "Hall",
      notesTh: "ข้อ",
      title_3: "Report",
    });
    expect(of(said)).toEqual([
      ["title", "Opening"],
      ["place", "Hall"],
      ["notesTh", "ข้อ"],
      ["title_3", "Report"],
    ]);
  });

  it("is looked for in an agenda's points, who speaks, and documents", () => {
    const document = { docTitle_2_3: "Draft", docUrl_2_3: "https://a.example/d" };
    const { said } = agendaForm.parse({ ...seen, title_2: "Shelters", speaker_2: "A ministry", ...document });
    expect(of(said)).toEqual([
      ["title_2", "Shelters"],
      ["speaker_2", "A ministry"],
      ["docTitle_2_3", "Draft"],
    ]);
  });
});

describe("the form of a forum of young people", () => {
  it.each(["title", "place", "notes", "titleTh", "notesTh", "title_2"])("names nobody in %s", (field) => {
    const words = { [field]: "Malee, 15, and Bright Future High School" };
    expect(faults({ kind: "youthForum", ...words })).toContainEqual([field, "youngPersonNamed"]);
    expect(faults(words).map(([, message]) => message)).not.toContain("youngPersonNamed");
  });
});

describe("the form of an agenda", () => {
  const seen = { locale: "en", plan: "spaiv", id: "1", rowVersion: "2" };
  it("orders points by their numbers, and leaves out rows without words", () => {
    const { points } = agendaForm.parse({
      ...seen,
      order_1: "2",
      title_1: "Progress",
      nodes_1: "g3, G5.1",
      order_2: "1",
      title_2: "Opening",
      order_3: "3",
      speaker_2: "Made-up ministry",
    });
    expect(points.map(({ texts, nodes, speaker }) => [texts[0]?.title, nodes, speaker])).toEqual([
      ["Opening", [], "Made-up ministry"],
      ["Progress", ["G3", "G5.1"], ""],
    ]);
  });
  it("knows who speaks and who may attend", () => {
    const of = (sent: Record<string, unknown>) => agendaForm.safeParse({ ...seen, title_1: "Opening", ...sent });
    expect(of({ organisation_1: "7", attends_1: ["donor", "media"] }).data?.points[0]).toMatchObject({
      organisation: 7,
      attends: ["donor", "media"],
    });
    expect(of({ organisation_1: "", attends_1: "donor" }).data?.points[0]).toMatchObject({
      organisation: null,
      attends: ["donor"],
    });
    expect(of({}).data?.points[0]).toMatchObject({ organisation: null, attends: [] });
    expect(of({ attends_1: "ministers" }).success).toBe(false);
    expect(of({ organisation_1: "7; DROP" }).success).toBe(false);
  });
  it("asks what a point is about", () => {
    const { error } = agendaForm.safeParse({ ...seen, speaker_4: "Made-up ministry" });
    expect(error?.issues[0]).toMatchObject({ path: ["title_4"], message: "meetingPointTitleMissing" });
  });
});

it("papers say what they look at, also that it is nothing", () => {
  const seen = { locale: "en", plan: "spaiv", id: "1", rowVersion: "2" };
  expect(papersForm.parse({ ...seen, release: "none" }).release).toBe("none");
  expect(papersForm.safeParse({ ...seen, release: "" }).success).toBe(false);
});

it("a document of a point has a title and an address that begins with https", () => {
  const seen = { locale: "en", plan: "spaiv", id: "1", rowVersion: "1", title_1: "Progress" };
  const ofDocument = (title: string, url: string) =>
    agendaForm.safeParse({ ...seen, docTitle_1_1: title, docUrl_1_1: url });
  expect(ofDocument("Draft", "https://a.example/d").data?.points[0]?.documents).toEqual([
    { title: "Draft", url: "https://a.example/d", field: "docTitle_1_1" },
  ]);
  // Places before it may be empty.
  const third = agendaForm.parse({ ...seen, docTitle_1_3: "Draft", docUrl_1_3: "https://a.example/d" });
  expect(third.points[0]?.documents[0]?.field).toBe("docTitle_1_3");
  const faults = (title: string, url: string) =>
    ofDocument(title, url).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(faults("Draft", "http://a.example/d")).toEqual([["docUrl_1_1", "meetingDocumentAddress"]]);
  expect(faults("Draft", "")).toEqual([["docUrl_1_1", "urlInvalid"]]);
  expect(faults("", "https://a.example/d")).toEqual([["docTitle_1_1", "titleMissing"]]);
});
