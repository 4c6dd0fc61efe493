import { describe, expect, it } from "vitest";
import { type Actor, grantFits } from "../permissions";
import { type Role, roles } from "../roles";
import {
  mayMakePlatformFiles,
  type PlatformReportFacts,
  type PlatformReportState,
  platformReportCode,
  platformReportMay,
  platformReportStates,
  platformReportSteps,
  readPlatformReportCode,
  readsPlatformReport,
} from "./platform-report";

const plan = { id: 1, code: "spaiv" };
const thailand = { id: 10, code: "THA", level: "country" } as const;
const [author, member, stranger] = [1, 2, 3];
const holder = (role: Role, organisationId: number = stranger, unit: typeof thailand | null = thailand): Actor => ({
  id: 1,
  name: "",
  email: "",
  locale: "en",
  isDemo: false,
  assignments: [],
  organisation: { id: organisationId, name: "", kind: "civilSociety" },
  roles: [{ role, plan, unit: grantFits(role, unit) ? unit : grantFits(role, null) ? null : thailand }],
});
const facts = (state: PlatformReportState, more: Partial<PlatformReportFacts> = {}): PlatformReportFacts => ({
  planId: plan.id,
  unit: thailand,
  organisationId: author,
  memberIds: [author, member],
  state,
  visibility: "public",
  addressed: state === "draft" || state === "agreed" ? [] : [thailand],
  ...more,
});

/** Written out by hand: who may do what in each state. Whoever is absent may nothing. */
const may: Record<PlatformReportState, Partial<Record<Role | "author", string[]>>> = {
  draft: {
    author: ["write", "agree", "delete", "close"],
    csoMember: ["agree"],
    csoReporter: ["write", "agree"],
  },
  agreed: { author: ["reopen"], secretariat: ["present", "takeDown"] },
  presented: { focalPoint: ["answer"], contributor: ["answer"], secretariat: ["takeDown"] },
  answered: { secretariat: ["takeDown"] },
};

describe("the life of a platform's report", () => {
  it.each(roles.flatMap((role) => platformReportStates.map((state) => [role, state] as const)))(
    "says what %s of a member organisation may do where it is %s",
    (role, state) => {
      expect(platformReportMay(holder(role, member), facts(state), 1)).toEqual(may[state][role] ?? []);
    },
  );
  it.each(platformReportStates)("says what its author may do where it is %s", (state) => {
    expect(platformReportMay(holder("csoReporter", author), facts(state), 1)).toEqual(may[state].author ?? []);
    // Whoever only reads and agrees there isn't its author.
    expect(platformReportMay(holder("csoMember", author), facts(state), 1)).toEqual(may[state].csoMember ?? []);
    // Where that organisation has left, another member stands in its place.
    const left = facts(state, { memberIds: [member] });
    expect(platformReportMay(holder("csoReporter", member), left, 1)).toEqual(may[state].author ?? []);
    expect(platformReportMay(holder("csoMember", member), left, 1)).toEqual(may[state].csoMember ?? []);
    expect(platformReportMay(holder("csoReporter", author), left, 1)).toEqual([]);
  });
  it.each(roles)("gives %s of another organisation no draft", (role) => {
    expect(platformReportMay(holder(role), facts("draft"), 1)).toEqual([]);
    expect(readsPlatformReport(holder(role), facts("draft"))).toBe(false);
  });
  it("presents nothing of which no part stands any more", () => {
    expect(platformReportMay(holder("secretariat"), facts("agreed"), 0)).toEqual(["takeDown"]);
  });
  it("presents nothing that governments don't read", () => {
    expect(platformReportMay(holder("secretariat"), facts("agreed", { visibility: "platform" }), 1)).toEqual([
      "takeDown",
    ]);
  });
  it("goes back only to be written anew, before it was presented", () => {
    const back = Object.entries(platformReportSteps).flatMap(([name, { from, to }]) =>
      (from as readonly PlatformReportState[])
        .filter((state) => to !== null && platformReportStates.indexOf(to) < platformReportStates.indexOf(state))
        .map((state) => [name, state]),
    );
    expect(back).toEqual([["reopen", "agreed"]]);
  });
});

describe("who reads a platform's report", () => {
  const readers = (more: Partial<PlatformReportFacts>) =>
    roles.filter((role) => readsPlatformReport(holder(role), facts("agreed", more)));
  it("is as its authors chose, from its agreement on", () => {
    expect(readsPlatformReport(null, facts("agreed"))).toBe(true);
    expect(readsPlatformReport(null, facts("draft"))).toBe(false);
    expect(readsPlatformReport(null, facts("agreed", { visibility: "governments" }))).toBe(false);
    expect(readers({ visibility: "public" })).toEqual([...roles]);
    expect(readers({ visibility: "governments" })).toEqual([
      "focalPoint",
      "contributor",
      "delegate",
      "secretariat",
      "csoMember",
      "csoReporter",
      "auditor",
    ]);
    expect(readers({ visibility: "platform" })).toEqual(["secretariat", "csoMember", "csoReporter", "auditor"]);
  });
});

describe("whoever has files made of a platform's report", () => {
  it("is a member or the secretariat", () => {
    const makers = (organisation: number) =>
      roles.filter((role) => mayMakePlatformFiles(holder(role, organisation), facts("presented")));
    const drafts = (organisation: number) =>
      roles.filter((role) => readsPlatformReport(holder(role, organisation), facts("draft")));
    expect(drafts(member)).toEqual(["csoMember", "csoReporter"]);
    expect(makers(member)).toEqual(["secretariat", "csoMember", "csoReporter"]);
    expect(makers(stranger)).toEqual(["secretariat"]);
  });
});

describe("the code of a platform's report", () => {
  it("says its unit and year", () => {
    expect(platformReportCode("KHM", 2016)).toBe("CSO-KHM-2016");
    expect(readPlatformReportCode("CSO-REGION-2016")).toEqual({ unit: "REGION", year: 2016 });
  });
  it.each(["CSO-KHM", "cso-khm-2016", "CSO-KHM-1999", "CSO-KHM-2016-D1", ""])("is never “%s”", (code) => {
    expect(readPlatformReportCode(code)).toBeNull();
  });
});
