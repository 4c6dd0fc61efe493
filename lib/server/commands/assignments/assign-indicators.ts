import "server-only";
import { mergedChanges, partsOf, type Tick, tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { Assignable, StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import type { AssigneeKind, AssignmentForm } from "@/lib/schemas/assignments/assignment-forms";
import {
  assignableOf,
  assigneesOfUnit,
  assignmentEvent,
  assignmentSelect,
  assignmentsOf,
  holdAssignments,
} from "@/lib/server/assignments/hold-assignments";
import { noteTakenOver } from "@/lib/server/assignments/note-taken-over";
import { tellAssigned } from "@/lib/server/assignments/tell-assigned";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/** What became of a matrix that was saved, in numbers of assignments. */
export interface AssignmentsSaved {
  added: number;
  removed: number;
  /** Asked for, and not done: who was to get it can't enter any more, or the period doesn't ask for the indicator. */
  refused: number;
  /** What others changed since the matrix was shown; it stays as they left it. */
  others: { added: Tick[]; removed: Tick[] };
}

/**
 * Assigns indicators of a unit and period to persons, or to organisations, and takes assignments away: what the person changed
 * of what they saw. What others changed meanwhile stays, and is told. Who gets indicators is told by mail, and so is who enters
 * some no longer, and finds that among their work.
 * @throws Refusal `notFound`, `notAllowed`, `locked` in a locked period
 */
export async function assignIndicators(
  actor: Actor,
  address: ReportAddress,
  { by, seen, assigned }: Pick<AssignmentForm, "by" | "seen" | "assigned">,
  now: Date,
): Promise<AssignmentsSaved> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "assignIndicators", { planId: plan.id, unit });
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const idOf = new Map(indicators.map(({ id, view }) => [view.code, id]));
  const codeOf = new Map(indicators.map(({ id, view }) => [id, view.code]));
  const coded = <R extends StoredAssignment>(row: R) => ({ ...row, code: codeOf.get(row.indicatorId)! });
  return transaction(async (tx) => {
    await holdAssignments(tx, located);
    const assignees = await assigneesOfUnit(tx, located, [period.id]);
    const present = ticksOf(await assignmentsOf(tx, unit.id, period.id), by, codeOf);
    const { own, others } = mergedChanges({ seen, wanted: assigned, present });
    const wanted = own.added.map((tick) => rowOf(tick, by, idOf));
    const may = mayBeAssigned(assignableOf(assignees, indicators));
    const data = wanted.filter(may).map((row) => ({ ...row, planId: plan.id, unitId: unit.id, periodId: period.id }));
    const added = await tx.indicatorAssignment.createManyAndReturn({ data, select: { ...assignmentSelect, id: true } });
    const removed = own.removed.map((tick) => rowOf(tick, by, idOf));
    const gone = removed.length === 0 ? [] : await takeAway(tx, { unitId: unit.id, periodId: period.id, OR: removed });
    const taken = { lost: gone.map(coded), left: await assignmentsOf(tx, unit.id, period.id) };
    const lost = await noteTakenOver(tx, actor, located.report?.id ?? null, assignees.people, taken, now);
    await tellAssigned(tx, actor, located, assignees.people, { added: added.map(coded), lost }, now);
    if (added.length + removed.length > 0)
      await writeAudit(tx, {
        ...assignmentEvent(located),
        actorId: actor.id,
        action: "indicatorsAssigned",
        before: { by, removed: own.removed },
        after: { by, added: [...ticksOf(added, by, codeOf)] },
      });
    return { added: added.length, removed: removed.length, refused: wanted.length - added.length, others };
  });
}

/** @returns the rows that are gone */
async function takeAway(tx: Transaction, where: Prisma.IndicatorAssignmentWhereInput) {
  const rows = await tx.indicatorAssignment.findMany({ where, select: { ...assignmentSelect, id: true } });
  await tx.indicatorAssignment.deleteMany({ where });
  return rows;
}

const ticksOf = (
  rows: readonly StoredAssignment[],
  by: AssigneeKind,
  codeOf: ReadonlyMap<number, string>,
): ReadonlySet<Tick> =>
  new Set(
    rows.flatMap(({ indicatorId, userId, organisationId }) => {
      const assignee = by === "persons" ? userId : organisationId;
      const code = codeOf.get(indicatorId);
      return assignee === null || code === undefined ? [] : [tickOf(code, assignee)];
    }),
  );

/** No indicator has the id 0. */
function rowOf(tick: Tick, by: AssigneeKind, idOf: ReadonlyMap<string, number>): StoredAssignment {
  const { indicator, assignee } = partsOf(tick);
  const to = by === "persons" ? { userId: assignee, organisationId: null } : { userId: null, organisationId: assignee };
  return { indicatorId: idOf.get(indicator) ?? 0, ...to };
}

const mayBeAssigned =
  ({ indicatorIds, userIds, organisationIds }: Assignable) =>
  ({ indicatorId, userId, organisationId }: StoredAssignment): boolean =>
    indicatorIds.has(indicatorId) &&
    (userId === null || userIds.has(userId)) &&
    (organisationId === null || organisationIds.has(organisationId));
