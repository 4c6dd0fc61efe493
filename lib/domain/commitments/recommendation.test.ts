import { describe, expect, it } from "vitest";
import type { Actor } from "../permissions";
import type { Role } from "../roles";
import { roundStages, textEnds } from "./addressed-life";
import {
  answersDueOn,
  dueMeeting,
  nearnessOf,
  needsReason,
  type RecommendationFacts,
  readsRecommendation,
  recommendationMay,
} from "./recommendation";
import { responseMay } from "./response-may";

const plan = { id: 1, code: "spaiv" };
const thailand = { id: 7, code: "THA", level: "country" } as const;
const someone = (role: Role, unit: Actor["roles"][number]["unit"] = null, organisationId = 5): Actor => ({
  id: 3,
  name: "Made-up name",
  email: "made.up@example.org",
  locale: "en",
  isDemo: false,
  assignments: [],
  organisation: { id: organisationId, name: "Youth network", kind: "youth" },
  roles: [{ role, plan, unit }],
});
const facts = (more: Partial<RecommendationFacts> = {}): RecommendationFacts => ({
  planId: 1,
  forumUnit: null,
  organisationId: 5,
  stage: "draft",
  end: null,
  ...more,
});
const may = (actor: Actor, more: Partial<RecommendationFacts>, number: number | null = null) =>
  Object.entries(recommendationMay(actor, facts(more), { number })).flatMap(([what, is]) => (is ? [what] : []));

describe("a recommendation", () => {
  it("is written and submitted by who speaks for the young people, and checked by the secretariat", () => {
    const facilitator = someone("youthFacilitator");
    expect(roundStages.map((stage) => may(facilitator, { stage }))).toEqual([
      ["write", "submit", "delete"],
      ["recall"],
      ["write", "submit", "delete"],
      ["translate"],
    ]);
    expect(may(facilitator, { stage: "sentBack" }, 4)).toEqual(["write", "submit"]);
    expect(roundStages.map((stage) => may(someone("secretariat"), { stage }))).toEqual([
      [],
      ["check"],
      [],
      ["takeDown", "translate"],
    ]);
    expect(roundStages.flatMap((stage) => may(someone("csoMember"), { stage }))).toEqual([]);
  });

  it("is no other organisation's, and no country's where the forum was of all", () => {
    expect(may(someone("youthFacilitator", null, 6), {})).toEqual([]);
    expect(may(someone("youthFacilitator", thailand), {})).toEqual([]);
    expect(may(someone("youthFacilitator", thailand), { forumUnit: thailand })).not.toEqual([]);
    expect(may(someone("youthFacilitator", { ...thailand, id: 8 }), { forumUnit: thailand })).toEqual([]);
  });

  it("is read by everybody once it was passed, and by nobody once it is taken down", () => {
    const read = (party: "author" | "secretariat" | null) =>
      roundStages.filter((stage) => readsRecommendation(party, { stage, end: null }));
    expect(read("author")).toEqual([...roundStages]);
    expect(read("secretariat")).toEqual(["inSafetyCheck", "sentBack", "passed"]);
    expect(read(null)).toEqual(["passed"]);
    expect(textEnds.filter((end) => readsRecommendation("author", { stage: "passed", end }))).toEqual([
      "answered",
      "notAnswered",
    ]);
  });

  it("is answered by the country addressed, which then tells what it does about it", () => {
    const unit = thailand;
    const may = (role: Role, response: "awaited" | "given", end: RecommendationFacts["end"] = null) =>
      responseMay(someone(role, thailand), { planId: 1, unit, end, response });
    expect(may("focalPoint", "awaited")).toEqual({ draft: true, send: true, keyActions: "write" });
    expect(may("contributor", "awaited")).toEqual({ draft: true, send: false, keyActions: "write" });
    expect(may("focalPoint", "given")).toEqual({ draft: false, send: false, keyActions: "tell" });
    expect(may("contributor", "given").keyActions).toBeNull();
    expect(may("focalPoint", "given", "takenDown").keyActions).toBeNull();
    expect(may("youthFacilitator", "awaited")).toEqual({ draft: false, send: false, keyActions: null });
  });

  it("that isn't accepted as it was said gets a reason", () => {
    expect((["accepted", "acceptedInPart", "noted"] as const).map(needsReason)).toEqual([false, true, true]);
  });
});

describe("the meeting at which answers are due", () => {
  const at = (code: string, startsOn: string | null, more: object = {}) => ({
    code,
    kind: "som" as const,
    year: Number(startsOn?.slice(0, 4) ?? 2019),
    startsOn,
    endsOn: startsOn,
    unit: null,
    ...more,
  });
  const forum = at("YF", "2018-03-01");
  const meetings = [
    at("LATE", "2019-11-05"),
    at("BEFORE", "2018-02-01"),
    at("APRIL", "2018-04-10"),
    at("NOVEMBER", "2018-11-05"),
    at("RTF", "2018-03-10", { kind: "rtf" }),
    at("NATIONAL", "2018-03-11", { unit: "THA" }),
  ];
  it.each([
    [null, "APRIL"],
    ["2018-03-05", "APRIL"],
    // On its first day it is too late to ask.
    ["2018-04-10", "NOVEMBER"],
    ["2018-06-01", "NOVEMBER"],
    ["2019-01-10", "LATE"],
    ["2020-01-01", undefined],
  ])("is the first after the forum and after %s: %s", (passedOn, code) => {
    expect(dueMeeting(forum, passedOn, meetings)?.code).toBe(code);
  });
  it("is near from a week before it begins until its last day", () => {
    const meeting = { startsOn: "2018-05-10", endsOn: "2018-05-12", year: 2018 };
    const days = ["2018-05-02", "2018-05-03", "2018-05-10", "2018-05-12", "2018-05-13"];
    expect(days.map((day) => nearnessOf(meeting, day))).toEqual([null, "near", "near", "near", "past"]);
    expect(answersDueOn(meeting)).toBe("2018-05-12");
  });
  it("is over with its year where its days aren't set", () => {
    const meeting = { startsOn: null, endsOn: null, year: 2018 };
    const days = ["2018-05-10", "2018-12-23", "2018-12-24", "2018-12-31", "2019-01-01"];
    expect(days.map((day) => nearnessOf(meeting, day))).toEqual([null, null, "near", "near", "past"]);
    expect(answersDueOn(meeting)).toBe("2018-12-31");
  });
  it("is one of a later year whose days aren't known", () => {
    expect(dueMeeting(forum, "2018-12-01", [at("SOM13", null)])?.code).toBe("SOM13");
  });
});
