import { describe, expect, it } from "vitest";
import type { Actor, UnitRef } from "../permissions";
import type { Role } from "../roles";
import type { Standing } from "./addressed-life";
import { isToldWho, type Party, partyOf, readsRound } from "./parties";

const plan = { id: 1, code: "spaiv" };
const thailand: UnitRef = { id: 10, code: "THA", level: "country" };
const cambodia: UnitRef = { id: 11, code: "KHM", level: "country" };
const platformOrganisation = 5;

const person = (role: Role, unit: UnitRef | null, organisation = 99): Actor => ({
  id: 100,
  name: "Dara",
  email: "dara@example.org",
  locale: "en",
  isDemo: false,
  assignments: [],
  organisation: { id: organisation, name: "Organisation", kind: "civilSociety" },
  roles: [{ role, plan, unit }],
});
const ofThailand = { planId: plan.id, unit: thailand, organisationId: platformOrganisation };

describe("what somebody is to an observation of Thailand", () => {
  it.each([
    [person("csoMember", thailand, platformOrganisation), "author"],
    [person("csoReporter", null, platformOrganisation), "author"],
    // The same organisation's member for another country isn't one of those who speak here.
    [person("csoMember", cambodia, platformOrganisation), "platform"],
    [person("csoMember", thailand), "platform"],
    [person("focalPoint", thailand, platformOrganisation), "unit"],
    [person("contributor", thailand), "unit"],
    [person("focalPoint", cambodia), "governments"],
    // Who sits in a delegation reads as governments do, also of its own country, for which others answer.
    [person("delegate", cambodia), "governments"],
    [person("delegate", thailand), "governments"],
    [person("secretariat", null), "secretariat"],
    [person("auditor", null), "auditor"],
    [person("administrator", null), null],
    [person("youthFacilitator", thailand, platformOrganisation), null],
    [{ ...person("csoMember", thailand, platformOrganisation), roles: [] }, null],
  ] as [Actor, Party | null][])("%# is %j", (actor, party) => {
    expect(partyOf(actor, ofThailand)).toBe(party);
  });

  it("is nothing of another plan's", () => {
    expect(partyOf(person("csoMember", thailand, platformOrganisation), { ...ofThailand, planId: 2 })).toBeNull();
  });
});

describe("who reads a public observation, and is told who speaks", () => {
  const parties: (Party | null)[] = ["author", "secretariat", "unit", "platform", "governments", "auditor", null];
  const facts = { visibility: "public", end: null } as const;
  const reading = (standing: Standing) =>
    parties.filter((party) => readsRound(party, standing, facts)).map((party) => party ?? "anybody");

  it("is read by one more at each step", () => {
    expect(reading({ stage: "draft", response: null })).toEqual(["author"]);
    expect(reading({ stage: "inSafetyCheck", response: null })).toEqual(["author", "secretariat"]);
    expect(reading({ stage: "passed", response: "awaited" })).toEqual([
      "author",
      "secretariat",
      "unit",
      "platform",
      "auditor",
    ]);
    expect(reading({ stage: "passed", response: "unanswered" })).toEqual([
      "author",
      "secretariat",
      "unit",
      "platform",
      "governments",
      "auditor",
      "anybody",
    ]);
  });

  it("is read by nobody once it is taken down", () => {
    for (const party of parties)
      expect(readsRound(party, { stage: "passed", response: "given" }, { ...facts, end: "takenDown" })).toBe(false);
  });

  it("is named to those for whom it was chosen: an auditor and another organisation are anybody", () => {
    const told = (attribution: Parameters<typeof isToldWho>[1]) =>
      parties.filter((party) => isToldWho(party, attribution)).map((party) => party ?? "anybody");
    expect(told("secretariatOnly")).toEqual(["author", "secretariat"]);
    expect(told("governments")).toEqual(["author", "secretariat", "unit", "governments"]);
    expect(told("named")).toHaveLength(parties.length);
  });
});
