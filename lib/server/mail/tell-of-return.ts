import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { assigneesOf } from "@/lib/server/reports/contributors";
import type { HeldReport } from "@/lib/server/reports/hold-report";
import type { LocatedReport } from "@/lib/server/reports/locate-report";
import { queueMail } from "./queue-mail";
import { focalPointsOf } from "./who-reports";

interface Asked {
  indicatorId: number;
  code: string;
  /** Whom the reviewer tells of it besides. */
  told: readonly number[];
}

/**
 * Tells those who have to go on with a report that it comes back: the unit's focal points and whoever submitted it, and of the
 * queries also the contributors whose indicators are asked about, and whom the reviewer names, each
 * once of a query. Nobody of the unit sees a query before that. Whoever gives it back knows: the region's own report comes back to
 * the secretariat.
 */
export async function tellOfReturn(
  tx: Transaction,
  { plan, unit, period }: Pick<LocatedReport, "plan" | "unit" | "period">,
  { id, submission, submittedById, moment }: HeldReport,
  asked: readonly Asked[],
  { by, isReopened = false }: { by: number; isReopened?: boolean },
): Promise<void> {
  const focalPoints = (await focalPointsOf(tx, { plan, unit })).filter((userId) => userId !== by);
  const returnedTo = new Set([...focalPoints, ...(submittedById === null ? [] : [submittedById])]);
  const queriesOf = new Map(asked.length > 0 ? focalPoints.map((userId) => [userId, asked]) : []);
  const assignees = asked.length > 0 ? await assigneesOf(tx, [unit.id]) : [];
  for (const { user, periodId, indicatorIds } of assignees) {
    const own = asked.filter(({ indicatorId }) => indicatorIds.includes(indicatorId));
    if (periodId === period.id && own.length > 0 && !queriesOf.has(user.id)) queriesOf.set(user.id, own);
  }
  const args = { plan: plan.code, unit: unit.code, period: period.code };
  const back = { ...args, ...(isReopened && { reopened: true as const }) };
  const of = `${id}:${submission}`;
  const named = asked.flatMap(({ told }) => told);
  // Whoever wants no mail of queries is told of those that name them.
  const unwanted = await tx.unwantedMail.findMany({
    where: { userId: { in: named }, kind: "query" },
    select: { userId: true },
  });
  const isToldOnce = (userId: number) => !unwanted.some((each) => each.userId === userId);
  for (const userId of [...new Set([...returnedTo, ...queriesOf.keys(), ...named])].sort((one, other) => one - other)) {
    const to = { userId };
    if (returnedTo.has(userId))
      await queueMail(tx, { to, kind: "returned", args: back, once: `returned:${of}:${userId}` }, moment);
    const indicators = queriesOf.get(userId)?.map(({ code }) => code);
    if (indicators)
      await queueMail(tx, { to, kind: "query", args: { ...args, indicators }, once: `query:${of}:${userId}` }, moment);
    for (const { indicatorId, code, told } of asked) {
      if (!told.includes(userId) || (indicators?.includes(code) && isToldOnce(userId))) continue;
      const once = `mention:query:${of}:${indicatorId}:${userId}`;
      await queueMail(tx, { to, kind: "mention", args: { ...args, indicator: code }, once }, moment);
    }
  }
}
