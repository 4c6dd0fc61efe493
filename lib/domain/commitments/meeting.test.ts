import { describe, expect, it } from "vitest";
import { type Actor, grantFits } from "../permissions";
import { type Role, roles } from "../roles";
import { type MeetingState, meetingCode, meetingMay, meetingStates, meetingSteps } from "./meeting";

const plan = { id: 1, code: "spaiv" };
const thailand = { id: 10, code: "THA", level: "country" } as const;
const holder = (role: Role): Actor => ({
  id: 1,
  name: "",
  email: "",
  locale: "en",
  isDemo: false,
  assignments: [],
  organisation: { id: 1, name: "", kind: "government" },
  roles: [{ role, plan, unit: grantFits(role, thailand) ? thailand : null }],
});

/** Written out by hand: what the secretariat may do in each state. */
const bySecretariat: Record<MeetingState, string[]> = {
  planned: ["write", "delete", "sendPapers", "hold", "takeDown"],
  papersOut: ["write", "hold", "takeDown"],
  held: ["write", "agreeOutcome", "takeDown"],
  outcomeAgreed: ["write", "close", "takeDown"],
  closed: ["takeDown"],
};

describe("the life of a meeting", () => {
  it.each(roles.flatMap((role) => meetingStates.map((state) => [role, state] as const)))(
    "says what %s may do where it is %s",
    (role, state) => {
      expect(meetingMay(holder(role), plan.id, state)).toEqual(role === "secretariat" ? bySecretariat[state] : []);
    },
  );

  it("is no other plan's", () => {
    expect(meetingMay(holder("secretariat"), 2, "planned")).toEqual([]);
  });

  it("never goes back", () => {
    for (const { from, to } of Object.values(meetingSteps))
      for (const state of from)
        if (to !== null) expect(meetingStates.indexOf(to)).toBeGreaterThan(meetingStates.indexOf(state));
  });
});

describe("the code of a meeting", () => {
  it.each(["SOM11", "RTF-2015-10", "SOM-IMM-2015", "NTF-THA-2017-1"])("may be %s", (code) => {
    expect(meetingCode.test(code)).toBe(true);
  });
  it.each(["som11", "SOM 11", "SOM11-D3", "-SOM", "SOM-", "2015", "SOM/11", ""])("is never “%s”", (code) => {
    expect(meetingCode.test(code)).toBe(false);
  });
});
