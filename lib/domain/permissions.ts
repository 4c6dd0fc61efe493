import { Refusal } from "./refusal";
import type { Role } from "./roles";

// Who may do what, as one table that whoever decides on it reads from one end to the other.

export const organisationKinds = [
  "government",
  "secretariat",
  "civilSociety",
  "international",
  "donor",
  "privateSector",
  "academia",
  "media",
  "youth",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/**
 * What a role may be given for: one country, all units of one plan or of all plans, or a country or all units of a plan.
 * A grant that doesn't fit its row gives nothing.
 */
export const roleScope: Record<Role, "country" | "all" | "either"> = {
  focalPoint: "country",
  contributor: "country",
  delegate: "country",
  secretariat: "all",
  csoMember: "either",
  csoReporter: "either",
  youthFacilitator: "either",
  partner: "either",
  auditor: "all",
  administrator: "all",
};

export interface UnitRef {
  id: number;
  code: string;
  level: "region" | "country" | "province";
}

/** No plan has this id: in it holds only what is held in all plans. */
export const noPlan = 0;

/** Whether a role may be given for all plans, and so for those that come later. */
export const mayBeOfAllPlans = (role: Role): boolean => roleScope[role] === "all";

/** A role in a plan, or in all of them where `plan` is null; `unit` null means all its units. */
export interface RoleGrant {
  role: Role;
  plan: { id: number; code: string } | null;
  unit: UnitRef | null;
}

/** Someone who is signed in and not disabled. */
export interface Actor {
  id: number;
  name: string;
  email: string;
  locale: string;
  isDemo: boolean;
  organisation: { id: number; name: string; kind: OrganisationKind };
  roles: readonly RoleGrant[];
  /** The only indicators that a contributor enters, theirs and those of their organisation, by unit and period. */
  assignments: readonly Assigned[];
  /** They have to set up a second step of signing in first: their roles and assignments are none until then. */
  twoStepDue?: boolean;
}
export interface Assigned {
  unitId: number;
  periodId: number;
  indicatorIds: readonly number[];
}

/** Whose sign-in takes a second step where the site requires it: they change what everybody sees, or who may. */
export const twoStepRoles: readonly Role[] = ["secretariat", "administrator"];

interface PlanSubject {
  planId: number;
}
export interface UnitSubject extends PlanSubject {
  unit: Pick<UnitRef, "id" | "level">;
}
/** A unit's report for a period. */
export interface ReportSubject extends UnitSubject {
  periodId: number;
}
interface IndicatorSubject extends ReportSubject {
  indicatorId: number;
}
/** A plan, or one unit of it; `unit` null is all its units at once. Left out, it is asked whether they may of any at all. */
interface PlaceSubject extends PlanSubject {
  unit?: Pick<UnitRef, "id" | "level"> | null;
}
/** A role that somebody is to get or lose. */
interface GrantSubject extends PlanSubject {
  role: Role;
  unit: Pick<UnitRef, "id" | "level"> | null;
  /** Whose role it is; null for somebody who has no account yet. */
  personId: number | null;
}
interface ReviewSubject extends UnitSubject {
  /** Who submitted it last; null before the first time. */
  submittedById: number | null;
}

/** What each ability is asked about. */
export interface AbilitySubject {
  viewReport: UnitSubject;
  /** One indicator of a report with its values, comments and evidence. */
  viewIndicator: IndicatorSubject;
  /** Every value that the indicator ever had, and who gave it. */
  viewHistory: IndicatorSubject;
  /** A report as it was submitted: what changed, what reviewers answered and decided. */
  viewReview: UnitSubject;
  /** A publication about the unit; an internal one takes `seeExactValues` too: `mayReadPublication`. */
  viewPublication: UnitSubject;
  /** Has something to do in the unit's reports, and a page that says what. */
  takePart: UnitSubject;
  /** The report narrative, and what backs the report as a whole. */
  editReport: UnitSubject;
  /** Import a file: of it, only what the actor may enter. */
  importFile: ReportSubject;
  enterValue: IndicatorSubject;
  addComment: IndicatorSubject;
  addEvidence: IndicatorSubject;
  submitReport: UnitSubject;
  /** Accept and query, return, approve and reopen. */
  reviewReport: ReviewSubject;
  seeExactValues: UnitSubject;
  /** As `viewPublication`. */
  makePublication: UnitSubject;
  /** Name a results version, to be cited for good. */
  makeRelease: PlanSubject;
  /** Take what is public off every public page, and restore it. */
  takeDown: PlanSubject;
  /** What was taken down, by whom and why. */
  viewTakeDowns: PlanSubject;
  /** Add, open, close, lock and extend reporting periods, and set when reports are due. */
  keepPeriods: PlanSubject;
  /** How far reports are, and when they are due. */
  viewCompleteness: PlaceSubject;
  /** Remind those who report. */
  remind: PlaceSubject;
  /** Who enters which indicators. */
  viewAssignments: PlaceSubject;
  assignIndicators: PlaceSubject;
  /** Tell the focal point that one's own indicators are done. */
  handBack: UnitSubject;
  /** Framework, baselines and targets. */
  keepFramework: PlanSubject;
  /** People of a unit, their roles and when they were last here. */
  viewPeople: PlaceSubject;
  /** Invite people and change what they may: which ones, `grantRole` says (`people.ts`). */
  managePeople: PlaceSubject;
  grantRole: GrantSubject;
  /** Add organisations to the directory and change them. */
  keepOrganisations: PlaceSubject;
  /** Add observations of the own organisation, and see what comes of them. */
  observe: UnitSubject;
  /** Say what young people recommend, at a forum of one country or of all. */
  recommend: PlaceSubject;
  /** Pass what is addressed to governments on, send it back by a rule, or take it down for safety. */
  checkSafety: PlanSubject;
  /** What civil society says to a unit, as far as it may know of it. */
  viewObservations: UnitSubject;
  draftReply: UnitSubject;
  sendReply: UnitSubject;
  /** Plan meetings, send their papers out, and say what was agreed. */
  keepMeetings: PlanSubject;
  /** Say which organisations belong to a civil society platform, and where its report was presented. */
  keepPlatforms: PlanSubject;
  /** Read the drafts of a platform's annual report and agree to them: for a member organisation of it. */
  takePartInPlatform: PlaceSubject;
  /** Begin and write that report, and say that it is agreed: for a member organisation too. */
  writePlatformReport: PlaceSubject;
  /** What a country's delegation brings to a meeting: an auditor reads all of it where it stands. */
  viewBrief: UnitSubject;
  /** What is new in a plan, and what was replied to what the own organisation said. Others are told by what waits for them. */
  hearNews: PlaceSubject;
  /** What people were told by mail, and what became of it. */
  viewMail: PlanSubject;
  changeSettings: PlanSubject;
  /** From which count of persons on public pages say how many. */
  setThreshold: PlanSubject;
  seeAudit: PlanSubject;
  /** Take words out of the audit, with a reason. */
  eraseAudit: PlanSubject;
}
export type Ability = keyof AbilitySubject;

type Rule<S> = (actor: Actor, subject: S) => boolean;
const always = () => true;
const ifRegion = (_: Actor, { unit }: UnitSubject) => unit.level === "region";
const ifAssigned = (actor: Actor, { unit, periodId, indicatorId }: IndicatorSubject) =>
  actor.assignments.some(
    (a) => a.unitId === unit.id && a.periodId === periodId && a.indicatorIds.includes(indicatorId),
  );
/** There is an indicator of the report that they enter. */
const ifAnyAssigned = (actor: Actor, { unit, periodId }: ReportSubject) =>
  actor.assignments.some((a) => a.unitId === unit.id && a.periodId === periodId && a.indicatorIds.length > 0);
/** Whoever submitted a report can't review it: four eyes, above all on the region's own report. */
const ifNotSubmitter = (actor: Actor, { submittedById }: ReviewSubject) => submittedById !== actor.id;
/** Nobody raises themselves, or takes from themselves what somebody else would have to give back. */
const ifAnother = (actor: Actor, { personId }: GrantSubject) => personId !== actor.id;
const ifNotAdministrator = (actor: Actor, grant: GrantSubject) =>
  grant.role !== "administrator" && ifAnother(actor, grant);
const ifContributor = (actor: Actor, grant: GrantSubject) => grant.role === "contributor" && ifAnother(actor, grant);

/** Who may do what, within the plan and unit of the role's grant. A role absent from a row may not. */
const abilities: { [A in Ability]: Partial<Record<Role, Rule<AbilitySubject[A]>>> } = {
  viewReport: { focalPoint: always, contributor: always, secretariat: always, auditor: always },
  viewIndicator: { focalPoint: always, contributor: ifAssigned, secretariat: always, auditor: always },
  viewHistory: { focalPoint: always, contributor: ifAssigned, secretariat: always, auditor: always },
  viewReview: { secretariat: always, auditor: always },
  viewPublication: { focalPoint: always, secretariat: always, auditor: always },
  takePart: { focalPoint: always, contributor: always, secretariat: always },
  editReport: { focalPoint: always, secretariat: ifRegion },
  importFile: { focalPoint: always, contributor: ifAnyAssigned, secretariat: ifRegion },
  enterValue: { focalPoint: always, contributor: ifAssigned, secretariat: ifRegion },
  addComment: { focalPoint: always, contributor: ifAssigned, secretariat: always },
  addEvidence: { focalPoint: always, contributor: ifAssigned, secretariat: ifRegion },
  submitReport: { focalPoint: always, secretariat: ifRegion },
  reviewReport: { secretariat: ifNotSubmitter },
  seeExactValues: { focalPoint: always, contributor: always, secretariat: always, auditor: always },
  makePublication: { focalPoint: always, secretariat: always },
  makeRelease: { secretariat: always },
  takeDown: { secretariat: always },
  viewTakeDowns: { secretariat: always, auditor: always },
  keepPeriods: { secretariat: always },
  viewCompleteness: { focalPoint: always, secretariat: always, auditor: always },
  remind: { focalPoint: always, secretariat: always },
  viewAssignments: { focalPoint: always, contributor: always, secretariat: always, auditor: always },
  assignIndicators: { focalPoint: always, secretariat: always },
  handBack: { contributor: always },
  keepFramework: { secretariat: always },
  viewPeople: { focalPoint: always, secretariat: always, auditor: always, administrator: always },
  managePeople: { focalPoint: always, secretariat: always, administrator: always },
  grantRole: { focalPoint: ifContributor, secretariat: ifNotAdministrator, administrator: ifAnother },
  keepOrganisations: { focalPoint: always, secretariat: always, administrator: always },
  observe: { csoMember: always, csoReporter: always },
  recommend: { youthFacilitator: always },
  checkSafety: { secretariat: always },
  viewObservations: { focalPoint: always, contributor: always, delegate: always, secretariat: always, auditor: always },
  draftReply: { focalPoint: always, contributor: always, secretariat: ifRegion },
  sendReply: { focalPoint: always, secretariat: ifRegion },
  keepMeetings: { secretariat: always },
  keepPlatforms: { secretariat: always },
  takePartInPlatform: { csoMember: always, csoReporter: always },
  writePlatformReport: { csoReporter: always },
  viewBrief: { focalPoint: always, delegate: always, secretariat: always },
  hearNews: { delegate: always, csoMember: always, csoReporter: always, youthFacilitator: always },
  viewMail: { secretariat: always, administrator: always },
  changeSettings: { administrator: always },
  setThreshold: { secretariat: always, administrator: always },
  seeAudit: { auditor: always, administrator: always },
  eraseAudit: { administrator: always },
};

/** What contributors do to the indicators that are assigned to them. */
const asAssigned = ["enterValue", "addComment", "addEvidence"] as const satisfies readonly Ability[];

export const abilityNames = Object.keys(abilities) as Ability[];

/** Whether a role may be given for that unit (null: all units). */
export function grantFits(role: Role, unit: Pick<UnitRef, "level"> | null): boolean {
  if (unit === null) return roleScope[role] !== "country";
  return roleScope[role] !== "all" && unit.level !== "region";
}

/** The roles that somebody holds in a plan. */
export const grantsIn = ({ roles }: Pick<Actor, "roles">, planId: number): RoleGrant[] =>
  roles.filter(({ role, plan }) => (plan === null ? mayBeOfAllPlans(role) : plan.id === planId));

function covers(grant: RoleGrant, subject: Partial<PlaceSubject>): boolean {
  if (!grantFits(grant.role, grant.unit)) return false;
  return grant.unit === null || subject.unit === undefined || grant.unit.id === subject.unit?.id;
}

/** Whether the actor may do it: the one rule that guards the command and decides the button. Nobody signed in may nothing. */
export function can<A extends Ability>(actor: Actor | null, ability: A, subject: AbilitySubject[A]): boolean {
  if (actor === null) return false;
  const row: Partial<Record<Role, Rule<AbilitySubject[A]>>> = abilities[ability];
  return grantsIn(actor, subject.planId).some(
    (grant) => covers(grant, subject) && (row[grant.role]?.(actor, subject) ?? false),
  );
}

/** Whether they may do it only as long as the indicator is assigned to them: whoever writes holds the assignment then. */
export const onlyAsAssigned = <A extends Ability>(actor: Actor, ability: A, subject: AbilitySubject[A]): boolean =>
  !can({ ...actor, assignments: [] }, ability, subject);

/** Whether the actor may set what holds for all plans, and for those that come later. */
export const maySetSite = (actor: Actor, plans: readonly { id: number }[]): boolean =>
  [...plans.map(({ id }) => id), noPlan].every((planId) => can(actor, "changeSettings", { planId }));

/**
 * Refuses unless the actor may do it.
 * @throws Refusal `notFound` for a report that the actor may not even see (its existence is nobody else's business);
 *   `notAssigned` where it would take the indicator's assignment; else `notAllowed`
 */
export function mustBeAble<A extends Ability>(actor: Actor | null, ability: A, subject: AbilitySubject[A]): void {
  if (can(actor, ability, subject)) return;
  const hidden = "unit" in subject && subject.unit && !can(actor, "viewReport", subject as UnitSubject);
  if (hidden) throw new Refusal("notFound");
  throw new Refusal(actor && lacksAssignment(actor, ability, subject) ? "notAssigned" : "notAllowed");
}

/** Whether they could do it if the indicator were theirs. Who only looks is told no more than that they may not. */
function lacksAssignment<A extends Ability>(actor: Actor, ability: A, subject: AbilitySubject[A]): boolean {
  if (!(asAssigned as readonly Ability[]).includes(ability)) return false;
  const { unit, periodId, indicatorId } = subject as IndicatorSubject;
  return can({ ...actor, assignments: [{ unitId: unit.id, periodId, indicatorIds: [indicatorId] }] }, ability, subject);
}
