import { describe, expect, it } from "vitest";
import { keepsAnyOrganisation, mayAddOrganisation, mayKeepOrganisation } from "./organisations";
import type { Actor, RoleGrant } from "./permissions";

const actor = (...roles: RoleGrant[]): Actor => ({
  id: 1,
  name: "",
  email: "",
  locale: "en",
  isDemo: false,
  assignments: [],
  roles,
  organisation: { id: 1, name: "", kind: "government" },
});
const plan = { id: 1, code: "spaiv" };
const thailand = { id: 10, code: "THA", level: "country" as const };
const of = (id: number, planId = 1) => ({ id, level: "country" as const, planId });

describe("keeping the directory of organisations", () => {
  it("is a focal point's for those of the own country alone", () => {
    const focal = actor({ role: "focalPoint", plan, unit: thailand });
    expect(mayAddOrganisation(focal)).toBe(true);
    expect(mayKeepOrganisation(focal, [of(10)])).toBe(true);
    for (const units of [[], [of(11)], [of(10), of(11)], [of(10, 2)]])
      expect(mayKeepOrganisation(focal, units)).toBe(false);
  });

  it("is the secretariat's within its plans, and for those of no unit", () => {
    const secretariat = actor({ role: "secretariat", plan, unit: null });
    for (const units of [[], [of(10)], [of(10), of(11)]]) expect(mayKeepOrganisation(secretariat, units)).toBe(true);
    expect(mayKeepOrganisation(secretariat, [of(10), of(20, 2)])).toBe(false);
    expect(mayKeepOrganisation(actor({ role: "secretariat", plan: null, unit: null }), [of(20, 2)])).toBe(true);
  });

  it("is nobody else's", () => {
    for (const role of ["contributor", "csoMember", "partner", "auditor"] as const) {
      const other = actor({ role, plan, unit: role === "auditor" ? null : thailand });
      expect([mayAddOrganisation(other), keepsAnyOrganisation(other)]).toEqual([false, false]);
    }
  });
});
