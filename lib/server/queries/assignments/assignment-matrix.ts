import "server-only";
import { assignmentCopy, type StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import { type Actor, can } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { AssigneeKind } from "@/lib/schemas/assignments/assignment-forms";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { handBacksOf } from "@/lib/server/assignments/hand-backs";
import { type AssigneePerson, assignableOf, assigneesOfUnit } from "@/lib/server/assignments/hold-assignments";
import { leftOutNames } from "@/lib/server/assignments/left-out-names";
import { type MatrixPlan, matrixPlan } from "@/lib/server/assignments/matrix-plan";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { answeredVersions } from "@/lib/server/reports/answered-counts";
import type { AssignmentView, HandBackView, MatrixColumn } from "@/lib/views/assignment-view";

/** What the address asks for; null where it says nothing, or nothing that can be. */
export interface MatrixAsked {
  unit: string | null;
  period: string | null;
  by: AssigneeKind;
}

/**
 * Who enters which indicators of a unit's report for a period: the unit and period that are asked for, or else the actor's own
 * unit and the period that is under way.
 * @returns null where the actor may see no assignments of the plan, or not those that are asked for
 */
export async function assignmentMatrix(
  actor: Actor,
  planCode: string,
  asked: MatrixAsked,
  { locale, now }: { locale: Locale; now: Date },
): Promise<AssignmentView | null> {
  const client = await db();
  const plan = areCodes(planCode) ? await matrixPlan(client, planCode) : null;
  if (!plan) return null;
  const units = plan.units.filter((unit) => can(actor, "viewAssignments", { planId: plan.id, unit }));
  const unit = asked.unit === null ? units[0] : units.find(({ code }) => code === asked.unit);
  const period = periodAsked(plan, asked.period, dayInRegion(now));
  if (!unit || !period) return null;
  const former = plan.periods.findLast((each) => each.frequency === period.frequency && each.endsOn < period.startsOn);
  const framework = await frameworkOf(plan, locale);
  const { goals, indicators } = indicatorsOfPeriod(framework, unit.level, period);
  const periodIds = [period, ...(former ? [former] : [])].map(({ id }) => id);
  const stored = await client.indicatorAssignment.findMany({
    where: { unitId: unit.id, periodId: { in: periodIds } },
    orderBy: { id: "asc" },
    select: { periodId: true, indicatorId: true, userId: true, organisationId: true },
  });
  const here = stored.filter(({ periodId }) => periodId === period.id);
  const assignees = await assigneesOfUnit(client, { plan, unit }, periodIds, locale);
  const report = plan.reports.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id);
  const answered = report ? (await answeredVersions(client, [report.id])).get(report.id) : undefined;
  const handBacks = await handBacksOf(client, [unit.id], period.id);

  const isAnswered = (versionId: number) => answered?.has(versionId) ?? false;
  const versionOf = new Map(indicators.map(({ id, versionId }) => [id, versionId]));
  const entering = enteringOf(here, assignees.people);
  const countOf = (ids: ReadonlySet<number>) => {
    const versions = [...ids].flatMap((id) => versionOf.get(id) ?? []);
    return { total: versions.length, left: versions.filter((id) => !isAnswered(id)).length };
  };
  const ofPerson = ({ id, name, organisation, bar }: AssigneePerson): MatrixColumn => ({
    id,
    name,
    organisation,
    bar,
    ...countOf(entering.get(id) ?? new Set()),
    handBack: handBackState(handBacks.find(({ person }) => person.id === id)),
  });
  const inPeriod = { userIds: new Set(here.map(({ userId }) => userId)) };
  const byPerson = asked.by === "persons";
  // Those of the former period alone are there to say what copying leaves out.
  const columns: MatrixColumn[] = byPerson
    ? assignees.people.filter(({ id, bar }) => bar === null || inPeriod.userIds.has(id)).map(ofPerson)
    : assignees.organisations
        .filter(({ id, bar }) => bar === null || here.some(({ organisationId }) => organisationId === id))
        .map(({ id, name, bar }) => {
          const ids = new Set(here.flatMap((row) => (row.organisationId === id ? [row.indicatorId] : [])));
          const hasPeople = assignees.people.some((one) => one.organisationId === id && one.bar === null);
          return {
            id,
            name,
            organisation: null,
            bar: bar ?? (hasPeople ? null : "nobody"),
            ...countOf(ids),
            handBack: null,
          };
        });
  const assignable = assignableOf(assignees, indicators);
  const goalAt = new Map(goals.map(({ code }, at) => [code, at]));
  const ticks = indicators.map(({ id }) =>
    here.flatMap((row) => (row.indicatorId === id ? ((byPerson ? row.userId : row.organisationId) ?? []) : [])),
  );
  const entered = new Set([...entering.values()].flatMap((ids) => [...ids]));
  const mayAssign = can(actor, "assignIndicators", { planId: plan.id, unit });
  const copied =
    mayAssign && former
      ? assignmentCopy(
          stored.filter(({ periodId }) => periodId === former.id),
          here,
          assignable,
        )
      : null;
  const nameOf = formatsOf(locale).period;
  const named = ({ id, code }: { id: number; code: string }) => ({ code, name: framework.units.get(id)?.name ?? code });
  return {
    plan: plan.code,
    unit: named(unit),
    period: { code: period.code, name: nameOf(period) },
    units: units.map(named),
    periods: plan.periods.map((each) => ({ code: each.code, name: nameOf(each) })),
    by: asked.by,
    mayAssign: mayAssign && period.state !== "locked",
    isLocked: period.state === "locked",
    self: byPerson && columns.some(({ id }) => id === actor.id) ? actor.id : null,
    goals: goals.map(({ code, title }) => ({ code, title })),
    rows: indicators.map(({ versionId, view }) => [
      ...([view.code, view.title, goalAt.get(view.goal)!, isAnswered(versionId) ? 1 : 0] as const),
    ]),
    columns,
    ticks,
    through: byPerson
      ? indicators.map(({ id }) =>
          assignees.people.flatMap((person) =>
            here.some((row) => row.indicatorId === id && row.organisationId === person.organisationId) &&
            person.bar === null
              ? [person.id]
              : [],
          ),
        )
      : [],
    unassigned: indicators.filter(({ id }) => !entered.has(id)).length,
    copy:
      copied && former && copied.added.length + copied.standing > 0
        ? {
            from: nameOf(former),
            count: copied.added.length,
            standing: copied.standing,
            leftOut: leftOutNames(copied.leftOut, assignees, framework),
          }
        : null,
  };
}

/** The one that is asked for; else the last that has begun, or the first. */
function periodAsked(plan: MatrixPlan, code: string | null, today: string) {
  if (code !== null) return plan.periods.find((period) => period.code === code);
  const begun = (startsOn: Date) => startsOn.toISOString().slice(0, 10) <= today;
  return plan.periods.findLast(({ startsOn }) => begun(startsOn)) ?? plan.periods[0];
}

/** The indicators that each person who can enter does, themselves or by their organisation. */
function enteringOf(rows: readonly StoredAssignment[], people: readonly AssigneePerson[]): Map<number, Set<number>> {
  return new Map(
    people
      .filter(({ bar }) => bar === null)
      .map(({ id, organisationId }) => [
        id,
        new Set(
          rows.flatMap((row) => (row.userId === id || row.organisationId === organisationId ? [row.indicatorId] : [])),
        ),
      ]),
  );
}

function handBackState(handBack: HandBackView | undefined): MatrixColumn["handBack"] {
  if (!handBack) return null;
  if (handBack.askedAgain) return "askedAgain";
  return handBack.changedSince ? "changed" : "standing";
}
