import { describe, expect, it } from "vitest";
import { mayErasePerson, mayGrant, mayKeepPerson } from "./people";
import type { Actor, RoleGrant, UnitRef } from "./permissions";
import type { Role } from "./roles";

const plan = { id: 1, code: "spaiv" };
const thailand: UnitRef = { id: 10, code: "THA", level: "country" };
const cambodia: UnitRef = { id: 11, code: "KHM", level: "country" };
const inPlan = (role: Role, unit: UnitRef | null = null): RoleGrant => ({ role, plan, unit });
const ofAll = (role: Role): RoleGrant => ({ role, plan: null, unit: null });
const actor = (id: number, ...roles: RoleGrant[]): Actor => ({
  id,
  name: "",
  email: "",
  locale: "en",
  isDemo: false,
  roles,
  assignments: [],
  organisation: { id: 1, name: "", kind: "government" },
});

const focalPoint = actor(1, inPlan("focalPoint", thailand));
const secretariat = actor(2, ofAll("secretariat"));
const secretariatOfPlan = actor(3, inPlan("secretariat"));
const administrator = actor(4, ofAll("administrator"));
const auditor = actor(5, ofAll("auditor"));

it("personal data are erased by administrators of all plans alone, never their own", () => {
  const contributor = { id: 99, roles: [inPlan("contributor", thailand)] };
  expect(mayErasePerson(administrator, contributor)).toBe(true);
  for (const who of [focalPoint, secretariat, auditor, actor(6, inPlan("administrator"))])
    expect(mayErasePerson(who, contributor)).toBe(false);
  expect(mayErasePerson(administrator, administrator)).toBe(false);
});

describe("who keeps whose account", () => {
  const keeps = (who: Actor, ...roles: RoleGrant[]) => mayKeepPerson(who, { id: 99, roles });

  it("a focal point: contributors of the own country who are nothing else", () => {
    expect(keeps(focalPoint, inPlan("contributor", thailand))).toBe(true);
    expect(keeps(focalPoint, inPlan("contributor", cambodia))).toBe(false);
    expect(keeps(focalPoint, inPlan("contributor", thailand), inPlan("csoMember", thailand))).toBe(false);
    expect(keeps(focalPoint)).toBe(false);
  });

  it("the secretariat: everybody but administrators; of a plan, nobody of all plans", () => {
    expect(keeps(secretariat, inPlan("focalPoint", thailand), ofAll("auditor"))).toBe(true);
    expect(keeps(secretariat, ofAll("administrator"))).toBe(false);
    expect(keeps(secretariat)).toBe(true);
    expect(keeps(secretariatOfPlan, inPlan("focalPoint", thailand))).toBe(true);
    expect(keeps(secretariatOfPlan, ofAll("secretariat"))).toBe(false);
  });

  it("an administrator: everybody else; an auditor: nobody", () => {
    expect(keeps(administrator, ofAll("administrator"), ofAll("secretariat"))).toBe(true);
    expect(keeps(auditor, inPlan("contributor", thailand))).toBe(false);
    for (const who of [focalPoint, secretariat, administrator, auditor])
      expect(mayKeepPerson(who, { id: who.id, roles: [] })).toBe(false);
  });
});

it("a role of all plans is given by whoever holds one", () => {
  expect(mayGrant(secretariat, ofAll("auditor"), null)).toBe(true);
  expect(mayGrant(secretariatOfPlan, ofAll("auditor"), null)).toBe(false);
  expect(mayGrant(secretariatOfPlan, inPlan("auditor"), null)).toBe(true);
  expect(mayGrant(focalPoint, inPlan("contributor", thailand), null)).toBe(true);
});
