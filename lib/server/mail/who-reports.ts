import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { answeredVersions, indicatorCounter } from "@/lib/server/reports/answered-counts";
import { assigneesOf } from "@/lib/server/reports/contributors";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

interface UnitOfPlan {
  plan: { id: number };
  unit: { id: number; level: "region" | "country" | "province" };
}

/**
 * Ids of the unit's focal points, in their order; of the region, those of the secretariat, who enter its report. Whoever can't
 * sign in any more is left out.
 */
export async function focalPointsOf(client: Pick<Transaction, "user">, { plan, unit }: UnitOfPlan): Promise<number[]> {
  const grant: Prisma.UserRoleWhereInput =
    unit.level === "region"
      ? { role: "secretariat", unitId: null, OR: [{ planId: plan.id }, { planId: null }] }
      : { role: "focalPoint", unitId: unit.id, planId: plan.id };
  const people = await client.user.findMany({
    where: { disabledAt: null, roles: { some: grant } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return people.map(({ id }) => id);
}

/**
 * Ids of those who have to see to it that a report comes in: the unit's focal points, and contributors who have left any of
 * their indicators without an answer. Ask it before a transaction.
 */
export async function whoReports({ plan, unit, period, report }: LocatedReport): Promise<number[]> {
  const client = await db();
  const indicators = indicatorCounter(await frameworkOf(plan, "en"))(unit.level, period);
  if (indicators.length === 0) return [];
  const answered = report && (await answeredVersions(client, [report.id])).get(report.id);
  const open = new Set(indicators.filter(({ versionId }) => !answered?.has(versionId)).map(({ id }) => id));
  const assignees = await assigneesOf(client, [unit.id]);
  const contributors = assignees.flatMap(({ user, periodId, indicatorIds }) =>
    periodId === period.id && indicatorIds.some((id) => open.has(id)) ? [user.id] : [],
  );
  const all = new Set([...(await focalPointsOf(client, { plan, unit })), ...contributors]);
  return [...all].sort((one, other) => one - other);
}
