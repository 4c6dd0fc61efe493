// Long, for it reads the one table of who may do what from one end to the other.

import { describe, expect, it } from "vitest";
import {
  type Ability,
  type AbilitySubject,
  type Actor,
  abilityNames,
  can,
  grantFits,
  mustBeAble,
  type RoleGrant,
  type UnitRef,
} from "./permissions";
import { mayMakePublication, mayReadPublication, mustMakeSuchPublication } from "./publication";
import { Refusal } from "./refusal";
import { type Role, roles } from "./roles";

// One rule after the other as they stand in `permissions.ts`, with actors that all of them share.

const plan = { id: 1, code: "SPAIV" };
const thailand: UnitRef = { id: 10, code: "THA", level: "country" };
const cambodia: UnitRef = { id: 11, code: "KHM", level: "country" };
const region: UnitRef = { id: 12, code: "REGION", level: "region" };
const period = 20;
const anotherPeriod = 21;
const assigned = 7;
const unassigned = 8;

function person(...grants: (Omit<RoleGrant, "plan"> & Partial<RoleGrant>)[]): Actor {
  return {
    id: 100,
    name: "Somchai",
    email: "somchai@example.org",
    locale: "en",
    isDemo: false,
    organisation: { id: 1, name: "Ministry", kind: "government" },
    roles: grants.map((grant) => ({ plan, ...grant })),
    assignments: [{ unitId: thailand.id, periodId: period, indicatorIds: [assigned] }],
  };
}

const people = {
  focalPoint: person({ role: "focalPoint", unit: thailand }),
  contributor: person({ role: "contributor", unit: thailand }),
  delegate: person({ role: "delegate", unit: thailand }),
  secretariat: person({ role: "secretariat", unit: null }),
  csoRegion: person({ role: "csoMember", unit: null }),
  csoCountry: person({ role: "csoMember", unit: thailand }),
  reporterRegion: person({ role: "csoReporter", unit: null }),
  reporterCountry: person({ role: "csoReporter", unit: thailand }),
  youthRegion: person({ role: "youthFacilitator", unit: null }),
  youthCountry: person({ role: "youthFacilitator", unit: thailand }),
  auditor: person({ role: "auditor", unit: null }),
  administrator: person({ role: "administrator", unit: null }),
  noRole: person(),
  nobody: null,
};
type Person = keyof typeof people;

interface Asked {
  planId: number;
  unit: UnitRef;
  periodId: number;
  indicatorId: number;
  submittedById: number | null;
  role: "focalPoint";
  personId: number | null;
}
const asked = (unit: UnitRef, more: Partial<Asked> = {}): Asked => ({
  planId: plan.id,
  unit,
  periodId: period,
  indicatorId: assigned,
  submittedById: 999,
  role: "focalPoint",
  personId: 999,
  ...more,
});
const subjects = {
  own: asked(thailand),
  other: asked(cambodia),
  region: asked(region),
  otherPlan: asked(thailand, { planId: 2 }),
} as const;
type Where = keyof typeof subjects;
const none: Where[] = [];
const everywhere: Where[] = ["own", "other", "region"];

/** Where each person may do it, "own" being Thailand. Written out by hand; whoever is absent may nowhere. */
const table: Record<Ability, Partial<Record<Person, Where[]>>> = {
  viewReport: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere, auditor: everywhere },
  viewIndicator: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere, auditor: everywhere },
  viewHistory: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere, auditor: everywhere },
  viewReview: { secretariat: everywhere, auditor: everywhere },
  viewPublication: { focalPoint: ["own"], secretariat: everywhere, auditor: everywhere },
  takePart: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere },
  editReport: { focalPoint: ["own"], secretariat: ["region"] },
  importFile: { focalPoint: ["own"], contributor: ["own"], secretariat: ["region"] },
  enterValue: { focalPoint: ["own"], contributor: ["own"], secretariat: ["region"] },
  addComment: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere },
  addEvidence: { focalPoint: ["own"], contributor: ["own"], secretariat: ["region"] },
  submitReport: { focalPoint: ["own"], secretariat: ["region"] },
  reviewReport: { secretariat: everywhere },
  seeExactValues: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere, auditor: everywhere },
  makePublication: { focalPoint: ["own"], secretariat: everywhere },
  makeRelease: { secretariat: everywhere },
  takeDown: { secretariat: everywhere },
  viewTakeDowns: { secretariat: everywhere, auditor: everywhere },
  keepPeriods: { secretariat: everywhere },
  viewCompleteness: { focalPoint: ["own"], secretariat: everywhere, auditor: everywhere },
  remind: { focalPoint: ["own"], secretariat: everywhere },
  viewAssignments: { focalPoint: ["own"], contributor: ["own"], secretariat: everywhere, auditor: everywhere },
  assignIndicators: { focalPoint: ["own"], secretariat: everywhere },
  handBack: { contributor: ["own"] },
  keepFramework: { secretariat: everywhere },
  viewPeople: { focalPoint: ["own"], secretariat: everywhere, auditor: everywhere, administrator: everywhere },
  managePeople: { focalPoint: ["own"], secretariat: everywhere, administrator: everywhere },
  grantRole: { secretariat: everywhere, administrator: everywhere },
  keepOrganisations: { focalPoint: ["own"], secretariat: everywhere, administrator: everywhere },
  observe: { csoRegion: everywhere, csoCountry: ["own"], reporterRegion: everywhere, reporterCountry: ["own"] },
  recommend: { youthRegion: everywhere, youthCountry: ["own"] },
  checkSafety: { secretariat: everywhere },
  viewObservations: {
    focalPoint: ["own"],
    contributor: ["own"],
    delegate: ["own"],
    secretariat: everywhere,
    auditor: everywhere,
  },
  draftReply: { focalPoint: ["own"], contributor: ["own"], secretariat: ["region"] },
  sendReply: { focalPoint: ["own"], secretariat: ["region"] },
  keepMeetings: { secretariat: everywhere },
  keepPlatforms: { secretariat: everywhere },
  takePartInPlatform: {
    csoRegion: everywhere,
    csoCountry: ["own"],
    reporterRegion: everywhere,
    reporterCountry: ["own"],
  },
  writePlatformReport: { reporterRegion: everywhere, reporterCountry: ["own"] },
  viewBrief: { focalPoint: ["own"], delegate: ["own"], secretariat: everywhere },
  hearNews: {
    delegate: ["own"],
    csoRegion: everywhere,
    csoCountry: ["own"],
    reporterRegion: everywhere,
    reporterCountry: ["own"],
    youthRegion: everywhere,
    youthCountry: ["own"],
  },
  viewMail: { secretariat: everywhere, administrator: everywhere },
  changeSettings: { administrator: everywhere },
  setThreshold: { secretariat: everywhere, administrator: everywhere },
  seeAudit: { auditor: everywhere, administrator: everywhere },
  eraseAudit: { administrator: everywhere },
};

const ask = (who: Actor | null, ability: Ability, subject: Asked) =>
  can(who, ability, subject as AbilitySubject[typeof ability]);

describe.each(abilityNames)("%s", (ability) => {
  for (const who of Object.keys(people) as Person[]) {
    const where = table[ability][who] ?? none;
    it(`${who}: ${where.join(", ") || "nowhere"}`, () => {
      const answer = (Object.keys(subjects) as Where[]).filter((at) => ask(people[who], ability, subjects[at]));
      expect(answer).toEqual(where);
    });
  }
});

describe("publications, public and internal", () => {
  const where = (who: Actor | null, isInternal: boolean, may = mayMakePublication) =>
    (Object.keys(subjects) as Where[]).filter((at) => may(who, isInternal, subjects[at]));

  it.each(Object.keys(people) as Person[])("%s: whoever may make one, and of an internal one see the values", (who) => {
    const [make, exact] = [table.makePublication[who] ?? none, table.seeExactValues[who] ?? none];
    const read = table.viewPublication[who] ?? none;
    expect(where(people[who], false, mayReadPublication)).toEqual(read);
    expect(where(people[who], true, mayReadPublication)).toEqual(read.filter((at) => exact.includes(at)));
    expect(where(people[who], false)).toEqual(make);
    expect(where(people[who], true)).toEqual(make.filter((at) => exact.includes(at)));
    for (const isInternal of [false, true]) {
      for (const at of Object.keys(subjects) as Where[]) {
        const make = () => mustMakeSuchPublication(people[who], isInternal, subjects[at]);
        if (where(people[who], isInternal).includes(at)) expect(make).not.toThrow();
        else expect(make).toThrow(Refusal);
      }
    }
  });
});

describe("beyond the table", () => {
  it.each(["viewIndicator", "enterValue", "addComment", "addEvidence"] as const)(
    "a contributor's %s holds for indicators assigned in the period only, and assignments elsewhere don't count",
    (ability) => {
      const contributor = people.contributor;
      expect(can(contributor, ability, asked(thailand, { indicatorId: unassigned }))).toBe(false);
      expect(can(contributor, ability, asked(thailand, { periodId: anotherPeriod }))).toBe(false);
      const assignments = [{ unitId: cambodia.id, periodId: period, indicatorIds: [assigned] }];
      const elsewhere = { ...contributor, assignments };
      expect(can(elsewhere, ability, asked(thailand))).toBe(false);
      expect(can(elsewhere, ability, asked(cambodia))).toBe(false);
    },
  );

  it("whoever submitted a report can't review it", () => {
    const { secretariat } = people;
    expect(can(secretariat, "reviewReport", asked(region, { submittedById: secretariat.id }))).toBe(false);
    expect(can(secretariat, "reviewReport", asked(region, { submittedById: null }))).toBe(true);
  });

  it("only an administrator makes administrators", () => {
    const subject = { planId: plan.id, role: "administrator", unit: null, personId: null } as const;
    expect(can(people.secretariat, "grantRole", subject)).toBe(false);
    expect(can(people.administrator, "grantRole", subject)).toBe(true);
  });

  it("a focal point gives and takes the contributor's role of the own country, and no other", () => {
    const may = (role: Role, unit: UnitRef | null) =>
      can(people.focalPoint, "grantRole", { planId: plan.id, role, unit, personId: null });
    expect(roles.filter((role) => may(role, thailand))).toEqual(["contributor"]);
    for (const elsewhere of [cambodia, region, null]) expect(roles.filter((role) => may(role, elsewhere))).toEqual([]);
  });

  it("nobody gives themselves a role, or takes their own", () => {
    for (const who of Object.values(people)) {
      if (who === null) continue;
      for (const role of roles)
        for (const unit of [thailand, null])
          expect(can(who, "grantRole", { planId: plan.id, role, unit, personId: who.id }), role).toBe(false);
    }
  });

  it("a grant that doesn't fit its role's scope gives nothing", () => {
    const everywhereFocal = person({ role: "focalPoint", unit: null });
    const regionFocal = person({ role: "focalPoint", unit: region });
    const thaiSecretariat = person({ role: "secretariat", unit: thailand });
    for (const ability of abilityNames) {
      for (const subject of Object.values(subjects)) {
        for (const who of [everywhereFocal, regionFocal, thaiSecretariat]) {
          expect(ask(who, ability, subject)).toBe(false);
        }
      }
    }
  });

  it("a role of all plans holds in every one, and is no focal point's, contributor's or CSO member's", () => {
    for (const role of roles) {
      const holds = person({ role, unit: null, plan: null });
      const able = (subject: Asked) => abilityNames.filter((ability) => ask(holds, ability, subject));
      const inOne = able(subjects.own);
      expect(able(subjects.otherPlan)).toEqual(inOne);
      expect(inOne.length > 0, role).toBe(["secretariat", "auditor", "administrator"].includes(role));
    }
  });

  it("an auditor reads and changes nothing", () => {
    const changes = abilityNames.filter((ability) => !/^(view|see)/.test(ability));
    for (const subject of Object.values(subjects))
      for (const ability of changes) expect(ask(people.auditor, ability, subject), ability).toBe(false);
  });

  it("a CSO reporter may all that a CSO member may", () => {
    for (const [member, reporter] of [
      [people.csoRegion, people.reporterRegion],
      [people.csoCountry, people.reporterCountry],
    ])
      for (const subject of Object.values(subjects))
        for (const ability of abilityNames.filter((each) => ask(member!, each, subject)))
          expect(ask(reporter!, ability, subject), ability).toBe(true);
  });

  it("which grants fit", () => {
    const fitting = (unit: UnitRef | null) => roles.filter((role) => grantFits(role, unit));
    const beside = ["csoMember", "csoReporter", "youthFacilitator", "partner"];
    expect(fitting(null)).toEqual(["secretariat", ...beside, "auditor", "administrator"]);
    expect(fitting(thailand)).toEqual(["focalPoint", "contributor", "delegate", ...beside]);
    expect(fitting(region)).toEqual([]);
  });

  it("two roles add up", () => {
    const both = person({ role: "focalPoint", unit: thailand }, { role: "focalPoint", unit: cambodia });
    expect(can(both, "submitReport", asked(cambodia))).toBe(true);
    expect(can(both, "submitReport", asked(region))).toBe(false);
  });
});

describe("mustBeAble", () => {
  const refusal = (who: Actor | null, ability: Ability, subject: Asked) => {
    try {
      mustBeAble(who, ability, subject as AbilitySubject[typeof ability]);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };

  it("says notFound of a report that the asker may not see, notAllowed of one that they may", () => {
    expect(refusal(people.focalPoint, "submitReport", subjects.other)).toBe("notFound");
    expect(refusal(people.csoRegion, "viewReport", subjects.own)).toBe("notFound");
    expect(refusal(null, "enterValue", subjects.own)).toBe("notFound");
    expect(refusal(people.contributor, "submitReport", subjects.own)).toBe("notAllowed");
    expect(refusal(people.focalPoint, "reviewReport", subjects.own)).toBe("notAllowed");
    expect(refusal(people.focalPoint, "submitReport", subjects.own)).toBeNull();
  });

  it("says notAssigned of what they could do if the indicator were theirs, and only of entering", () => {
    const former = { ...people.contributor, assignments: [] };
    for (const ability of ["enterValue", "addComment", "addEvidence"] as const)
      expect(refusal(former, ability, subjects.own), ability).toBe("notAssigned");
    expect(refusal(former, "viewIndicator", subjects.own)).toBe("notAllowed");
    expect(refusal(former, "enterValue", subjects.other)).toBe("notFound");
    expect(refusal(people.auditor, "enterValue", subjects.own)).toBe("notAllowed");
  });
});
