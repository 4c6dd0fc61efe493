import "server-only";
import { assignmentCopy } from "@/lib/domain/assignments/assignment-copy";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { formerPeriod } from "@/lib/server/assignments/former-period";
import {
  assignableOf,
  assigneesOfUnit,
  assignmentEvent,
  assignmentSelect,
  assignmentsOf,
  holdAssignments,
} from "@/lib/server/assignments/hold-assignments";
import { type LeftOutNames, leftOutNames } from "@/lib/server/assignments/left-out-names";
import { tellAssigned } from "@/lib/server/assignments/tell-assigned";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Gives a unit's period the assignments of the period before it that it lacks, to persons and organisations, without those who
 * can't enter any more and what the period doesn't ask for.
 * @returns how many were added, and what was left out, by name and code
 * @throws Refusal `notFound`, also where no period is before it; `notAllowed`, `locked` in a locked period
 */
export async function copyAssignments(
  actor: Actor,
  address: ReportAddress,
  now: Date,
): Promise<{ from: string; added: number; leftOut: LeftOutNames }> {
  const located = await mustLocate(address);
  const { plan, unit, period } = located;
  mustBeAble(actor, "assignIndicators", { planId: plan.id, unit });
  const framework = await frameworkOf(plan, "en");
  const { indicators } = indicatorsOfPeriod(framework, unit.level, period);
  const codeOf = new Map(indicators.map(({ id, view }) => [id, view.code]));
  const former = await formerPeriod(await db(), plan.id, period);
  if (!former) throw new Refusal("notFound");
  return transaction(async (tx) => {
    await holdAssignments(tx, located);
    const assignees = await assigneesOfUnit(tx, located, [former.id, period.id]);
    const { added, leftOut } = assignmentCopy(
      await assignmentsOf(tx, unit.id, former.id),
      await assignmentsOf(tx, unit.id, period.id),
      assignableOf(assignees, indicators),
    );
    const data = added.map((row) => ({ ...row, planId: plan.id, unitId: unit.id, periodId: period.id }));
    const rows = await tx.indicatorAssignment.createManyAndReturn({ data, select: { ...assignmentSelect, id: true } });
    const told = rows.map((row) => ({ ...row, code: codeOf.get(row.indicatorId)! }));
    await tellAssigned(tx, actor, located, assignees.people, { added: told }, now);
    if (rows.length > 0)
      await writeAudit(tx, {
        ...assignmentEvent(located, `from ${former.code}`),
        actorId: actor.id,
        action: "assignmentsCopied",
        after: {
          from: former.code,
          added: told.map(({ code, userId, organisationId }) => ({
            indicator: code,
            person: userId,
            organisation: organisationId,
          })),
          leftOut,
        },
      });
    return { from: former.code, added: rows.length, leftOut: leftOutNames(leftOut, assignees, framework) };
  });
}
